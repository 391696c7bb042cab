"""Tables that the desk got later: what was there stays, and they go again without a trace."""

import pytest

from articles import publishing, writing
from articles.core import clock
from articles.models import PublishedVersion, Story
from newsroom.accounts.models import SavedView, User
from tests.helpers import managing_editor, ready
from tests.project.conftest import Migrate

# What the migration does with rows is the ORM's on both databases.
pytestmark = pytest.mark.once


def test_presences_and_saved_views_come_to_stories_and_people_that_there_are(
    migrate: Migrate,
) -> None:
    by, story = managing_editor(), ready("Harvest begins")
    publishing.publish(story, by=by)
    publishing.withdraw(story, by=by)
    migrate("articles", "0015_byline_text")
    migrate("accounts", "0002_user_theme")

    migrate()

    writing.stay(Story.objects.get(), by=by)
    SavedView.objects.create(person=by, name="Mine", query="mine=own")
    assert PublishedVersion.objects.withdrawals(clock.now()).count() == 1
    migrate("articles", "0015_byline_text")
    migrate("accounts", "0002_user_theme")
    assert (Story.objects.count(), User.objects.count()) == (1, 1)
