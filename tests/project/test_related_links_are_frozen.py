"""Readers go on seeing the links of before: the migration releases them."""

from datetime import timedelta
from itertools import product

from django.db.migrations.state import StateApps
from django.db.models import Model
from django.utils import timezone

from articles.models import PublishedVersion, Story
from articles.readers import article_context
from tests.factories import NOON
from tests.project.conftest import Migrate

BEFORE = "0001_initial"


KEYS = ("", "key00001")
STATES = ("approved", "rejected", "suggested")


def test_links_that_readers_saw_stay_and_no_other_appears(migrate: Migrate) -> None:
    old = migrate("articles", BEFORE)
    user = old.get_model("accounts", "User").objects.create(username="ana")
    for state, key in product(STATES, KEYS):
        _story_with_links(old, user, state, key)

    migrate()

    for state, key in product(STATES, KEYS):
        version = PublishedVersion.objects.get(slug=f"{state}{key}")
        shown = article_context(version, timezone.now())["related"]
        assert [link.headline for link in shown] == (
            ["Else"] if state == "approved" and not key else []
        )
    migrate("articles", BEFORE)
    migrate()
    assert {story.related_links.count() for story in Story.objects.all()} == {2}


def _story_with_links(old: StateApps, user: Model, state: str, key: str) -> None:
    """Create a live story as it was before, with a link and one that was removed."""
    slug = f"{state}{key}"
    story = old.get_model("articles", "Story").objects.create(
        headline="Harvest begins",
        headline_key="harvest begins",
        slug=slug,
        created_by=user,
        changed_by=user,
        created_at=NOON,
        changed_at=NOON,
    )
    old.get_model("articles", "PublishedVersion").objects.create(
        story=story,
        change="first",
        slug=slug,
        headline="Harvest begins",
        content={"blocks": []},
        published_at=NOON,
        visible_from=NOON,
        made_at=NOON,
        made_by=user,
    )
    decided = {"decided_by": user, "decided_at": NOON - timedelta(hours=1)}
    for removed_at in (None, NOON):
        old.get_model("articles", "RelatedLink").objects.create(
            story=story,
            key=key and f"{key}{removed_at is None}",
            url="https://else.test/" if removed_at is None else "https://gone.test/",
            headline="Else" if removed_at is None else "Gone",
            state=state,
            removed_at=removed_at,
            **decided if state != "suggested" else {},
        )
