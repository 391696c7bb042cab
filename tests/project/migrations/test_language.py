"""Stories and tags from before there were languages outlive the migrations, and their undoing."""

import pytest

from articles.models import Story
from tests.factories import NOON
from tests.project.conftest import Migrate

# What the migration does with rows is the ORM's on both databases.
pytestmark = pytest.mark.once


def test_equal_tags_become_one_and_stories_stay(migrate: Migrate) -> None:
    old = migrate("articles", "0001_initial")
    user = old.get_model("accounts", "User").objects.create(username="ana")
    by = {"created_at": NOON, "changed_at": NOON, "created_by": user, "changed_by": user}
    stories = [
        old.get_model("articles", "Story").objects.create(
            headline=name, headline_key=name, slug=name, **by
        )
        for name in ("one", "two", "three")
    ]
    kind = old.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="articles", model="story"
    )[0]
    tag, used = old.get_model("taggit", "Tag"), old.get_model("taggit", "TaggedItem")
    small, large = (tag.objects.create(name=name, slug=name) for name in ("Київ", "КИЇВ"))
    for one, story in ((small, 0), (large, 0), (large, 1), (large, 2)):
        used.objects.create(tag=one, content_type=kind, object_id=stories[story].pk)
    migrate()
    found = Story.objects.order_by("pk")
    assert [list(story.tags.names()) for story in found] == [["КИЇВ"]] * 3
    assert [story.language for story in found] == [""] * 3

    migrate("articles", "0001_initial")
    migrate()
    assert Story.objects.count() == 3
