"""Bylines from before there were words in them outlive the migration; undoing it drops words."""

import pytest

from articles.models import Byline, Story
from tests.factories import NOON
from tests.project.conftest import Migrate

# The migration is the ORM's on both databases.
pytestmark = pytest.mark.once
BEFORE = "0014_fill_terms"


def test_authors_stay_and_words_go_with_the_migration(migrate: Migrate) -> None:
    old = migrate("articles", BEFORE)
    user = old.get_model("accounts", "User").objects.create(username="ana")
    by = {"created_at": NOON, "changed_at": NOON, "created_by": user, "changed_by": user}
    story = old.get_model("articles", "Story").objects.create(
        headline="One", headline_key="one", slug="one", **by
    )
    author = old.get_model("articles", "Author").objects.create(name="Ana Lee")
    old.get_model("articles", "Byline").objects.create(story=story, author=author, position=0)

    migrate()
    Byline.objects.create(story=Story.objects.get(), text="With agencies", position=1)
    assert [str(one) for one in Byline.objects.all()] == ["Ana Lee", "With agencies"]

    migrate("articles", BEFORE)
    migrate()
    assert [str(one) for one in Byline.objects.all()] == ["Ana Lee"]
