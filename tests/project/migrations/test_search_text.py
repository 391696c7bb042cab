"""Stories from before the search are found by it after the migrations, once it is rebuilt."""

from typing import Any

import pytest
from django.core.management import call_command
from django.db.migrations.state import StateApps

from articles.models import Story, StoryQuerySet, VersionWords
from articles.search import find_stories, has_all_stories, parse
from tests.factories import NOON
from tests.project.conftest import Migrate

BODY = "<p>Straßenbau in <em>Łódź</em>.</p>"
BEFORE = "0012_cache_change"


@pytest.fixture
def old(migrate: Migrate) -> StateApps:
    """The models of the state before the first search, with stories and a published version."""
    old = migrate("articles", "0001_initial")

    def add(model: str, app: str = "articles", **fields: Any) -> Any:
        return old.get_model(app, model).objects.create(**fields)

    user = add("User", "accounts", username="ana")
    people = {"created_by": user, "changed_by": user, "created_at": NOON, "changed_at": NOON}
    for number in range(210):
        words = {"headline": f"Köln {number}", "slug": f"koln-{number}", "body": BODY}
        story = add("Story", headline_key="", summary="Été", **words, **people)
    dateline = add("Dateline", story=story, agency="ΑΠΕ")
    add("DatelinePlace", dateline=dateline, name="São Tomé", position=0)
    kind = old.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="articles", model="story"
    )[0]
    tag = add("Tag", "taggit", name="Málaga", slug="malaga")
    add("TaggedItem", "taggit", tag=tag, object_id=story.pk, content_type=kind)
    frozen: dict[str, Any] = {
        "slug": "koln-1",
        "headline": "Köln 1",
        "body_html": BODY,
        "change": "first",
    }
    frozen |= dict.fromkeys(("published_at", "visible_from", "made_at"), NOON)
    add("PublishedVersion", story_id=story.pk, made_by=user, **frozen)
    return old


def found(query: str) -> StoryQuerySet:
    return find_stories(Story.objects.all(), parse(query))


@pytest.mark.usefixtures("old")
def test_each_story_has_its_words_once_the_index_is_rebuilt(migrate: Migrate) -> None:
    migrate()
    assert not has_all_stories()
    assert not found("koln").exists()

    call_command("search_index", "rebuild", "--missing", verbosity=0)

    assert has_all_stories()
    assert found("strassenbau lodz ete koln").count() == 210
    newest = Story.objects.order_by("pk").last()
    for query in ("malaga", "απε tome", "koln-209"):
        assert found(query).get() == newest
    assert " koln 1 / " in VersionWords.objects.get().words


@pytest.mark.usefixtures("old")
def test_backwards_the_folded_text_is_filled_again(migrate: Migrate) -> None:
    migrate()
    texts = migrate("articles", BEFORE).get_model("articles", "SearchText").objects
    assert texts.count() == 210
    assert texts.filter(text__contains="strassenbau in lodz").count() == 210
    assert texts.filter(text__contains="malaga").count() == 1
