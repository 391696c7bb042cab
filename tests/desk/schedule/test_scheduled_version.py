"""A scheduled version stays as it was made: it can be seen, and the editor is told of changes."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from articles import publishing, writing
from articles.models import PublishedVersion, Story
from articles.people import REPORTER
from articles.people.roles import MODERATOR
from articles.stories import working_copy_of
from newsroom.accounts.models import User
from tests.desk.people.test_roles_stories import address
from tests.factories import HOUR, NOON, make_link, make_version
from tests.helpers import changed, confirm, person, sent

Desk = Callable[[User], Client]
pytestmark = pytest.mark.usefixtures("clock")


def seen(version: PublishedVersion) -> str:
    return f"/admin/articles/story/{version.story_id}/published-versions/{version.pk}/"


def rewrite(story: Story, by: User, **fields: Any) -> Story:
    return writing.save(story, replace(working_copy_of(story), **fields), by=by)


@pytest.fixture
def scheduled(managing_editor: User, story: Story) -> PublishedVersion:
    story = writing.make_ready(story, by=managing_editor)
    return publishing.schedule(story, by=managing_editor, at=NOON + 2 * HOUR)


def test_it_is_seen_as_readers_will_see_it(
    desk: Desk, managing_editor: User, scheduled: PublishedVersion
) -> None:
    # What readers see then is shown, and not what they see now.
    target = make_version(headline="Out by then", visible_from=NOON + HOUR)
    make_version(headline="Gone by then", visible_until=NOON + HOUR)
    make_link(scheduled.story, target=target.story, state="approved")
    rewrite(scheduled.story, managing_editor, headline="Changed since", body="<p>Other words.</p>")
    page = desk(person(REPORTER)).get(seen(scheduled))
    assert page.status_code == 200
    assert "Xi and Putin meet" in page.text
    assert "The two met on Wednesday." in page.text
    assert "Changed since" not in page.text
    assert "as readers see it from" in page.text
    assert "1 September 2025, 14:00 UTC" in page.text
    assert "Out by then" in page.text
    assert "Gone by then" not in page.text
    assert page["Cache-Control"].count("no-store")


def test_it_is_the_very_page_that_readers_get_then(
    desk: Desk, managing_editor: User, scheduled: PublishedVersion, client: Client, clock: Any
) -> None:
    shown = desk(managing_editor).get(seen(scheduled)).text
    clock.move_to(NOON + 2 * HOUR, tick=False)
    page = client.get(scheduled.get_absolute_url()).text

    def main(text: str) -> str:
        main = text[text.index("<main") : text.index("</main>")]
        # Nobody shares what is not there yet, or goes on from it.
        left_out = r'<div class="share">.*?</div>|<nav class="pages".*?</nav>'
        return " ".join(re.sub(left_out, "", main, flags=re.DOTALL).split())

    assert main(shown) == main(page)


def test_a_withdrawal_is_seen_as_it_will_be(
    desk: Desk, managing_editor: User, scheduled: PublishedVersion
) -> None:
    notice = publishing.withdraw(
        scheduled.story, by=managing_editor, at=NOON + 3 * HOUR, note="It was not so."
    )
    page = desk(managing_editor).get(seen(notice)).text
    assert "This story was withdrawn" in page
    assert "It was not so." in page
    assert "1 September 2025, 15:00 UTC" in page


def test_only_who_may_read_drafts_sees_it(
    desk: Desk, scheduled: PublishedVersion, client: Client
) -> None:
    assert client.get(seen(scheduled)).status_code == 302
    assert desk(person(MODERATOR)).get(seen(scheduled)).status_code == 403


def test_what_is_another_storys_or_was_called_off_is_not_there(
    desk: Desk, managing_editor: User, scheduled: PublishedVersion
) -> None:
    other = seen(scheduled).replace(f"/{scheduled.story_id}/", "/0/", 1)
    assert desk(managing_editor).get(other).status_code == 404
    publishing.unschedule(scheduled.story, by=managing_editor)
    assert desk(managing_editor).get(seen(scheduled)).status_code == 404


def test_the_form_lists_what_is_to_come_and_tells_of_changes_since(
    desk: Desk, managing_editor: User, scheduled: PublishedVersion, clock: Any
) -> None:
    client, story = desk(managing_editor), scheduled.story
    page = client.get(address("change", story)).text
    assert seen(scheduled) in page
    assert "Changed since it was scheduled" not in page
    clock.shift(timedelta(minutes=5))
    # Saving the same is no change.
    writing.save(story, working_copy_of(story), by=managing_editor)
    assert "Changed since it was scheduled" not in client.get(address("change", story)).text
    story = rewrite(story, managing_editor, summary="They met again.")
    page = client.get(address("change", story)).text
    assert "Changed since it was scheduled" in page
    assert "Schedule again…" in page

    # The button saves what is typed, and asks for the time, with that of the version in it.
    asked = client.post(
        address("change", story), sent(story, summary="Once more.", _schedule="1"), follow=True
    )
    assert 'value="2025-09-01T14:00"' in asked.text
    confirm(client, address("schedule", story), {"at": "2025-09-01T14:00"})
    assert "Changed since it was scheduled" not in client.get(address("change", story)).text
    clock.move_to(NOON + 2 * HOUR, tick=False)
    assert PublishedVersion.objects.visible(timezone.now()).get().summary == "Once more."


def test_a_moved_edition_still_lacks_what_was_written_before_it_was_moved(
    desk: Desk, managing_editor: User, scheduled: PublishedVersion, clock: Any
) -> None:
    clock.shift(timedelta(minutes=5))
    rewrite(scheduled.story, managing_editor, summary="They met again.")
    clock.shift(timedelta(minutes=5))
    publishing.reschedule(scheduled, by=managing_editor, at=NOON + 3 * HOUR)
    assert "Changed since" in desk(managing_editor).get(address("change", scheduled.story)).text


def test_who_may_not_schedule_is_told_and_offered_nothing(
    desk: Desk, managing_editor: User, scheduled: PublishedVersion, clock: Any
) -> None:
    clock.shift(timedelta(minutes=5))
    rewrite(scheduled.story, managing_editor, summary="They met again.")
    page = desk(person(REPORTER)).get(address("change", scheduled.story)).text
    assert "Changed since" in page
    assert "Schedule again" not in page


def test_it_comes_with_the_notes_of_then(
    desk: Desk, managing_editor: User, scheduled: PublishedVersion
) -> None:
    later = publishing.schedule(
        changed(scheduled.story), by=managing_editor, at=NOON + 3 * HOUR, note="As of then."
    )
    assert "As of then." in desk(managing_editor).get(seen(later)).text
    assert "As of then." not in desk(managing_editor).get(seen(scheduled)).text
