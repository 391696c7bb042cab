"""Every action that asks is done once, by a form that says what it showed, or not at all."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from time_machine import Traveller

from articles import publishing, writing
from articles.desk.actions.actions import ASKING
from articles.models import (
    AuditEntry,
    Author,
    Change,
    CorrectionKind,
    Picture,
    PublishedVersion,
    Story,
)
from articles.people import REPORTER
from articles.pictures import reword
from articles.publishing import save_author
from articles.stories import WorkingCopy, working_copy_of
from newsroom.accounts.models import User
from tests.desk.people.test_roles_stories import address
from tests.factories import make_author, make_picture
from tests.helpers import NEXT_YEAR, draft, managing_editor, person, relate

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

TODAY, TOMORROW = "2025-09-01T18:00", "2025-09-02T18:00"
EVENING = datetime(2025, 9, 1, 18, tzinfo=UTC)
Asked = tuple[Story, dict[str, Any]]


def in_review(by: User) -> Story:
    return writing.submit(writing.create(WorkingCopy("Harvest begins"), by=by), by=by)


def published() -> Story:
    story, by = draft(), managing_editor()
    publishing.publish(writing.make_ready(story, by=by), by=by)
    return rewritten(story, "New words")


def rewritten(story: Story, headline: str) -> Story:
    story = Story.objects.get(pk=story.pk)
    copy = replace(working_copy_of(story), headline=headline)
    return writing.save(story, copy, by=managing_editor("ben"))


def scheduled() -> Story:
    story, by = draft(), managing_editor()
    publishing.schedule(writing.make_ready(story, by=by), by=by, at=EVENING)
    return story


def withdrawn() -> Story:
    story = published()
    # Each test goes on a minute later.
    soon = timezone.now() + timedelta(seconds=30)
    publishing.withdraw(story, by=managing_editor(), at=soon)
    return story


def embargoed() -> Story:
    story = draft()
    publishing.set_embargo(story, by=managing_editor(), until=EVENING, reason="They ask.")
    return story


def corrected() -> Asked:
    story = published()
    kind = CorrectionKind.CORRECTION
    note = publishing.add_correction(story, by=managing_editor(), kind=kind, text="It was Ana.")
    return story, {"correction": note.pk, "reason": "It was not."}


def rescheduled() -> Asked:
    story = scheduled()
    return story, {"version": story.published_versions.get().pk, "at": TOMORROW}


#: A story with which each can be done, and what its form asks.
EVERY: dict[str, Callable[[], Asked]] = {
    "send_back": lambda: (in_review(person(REPORTER)), {"reason": "Too long."}),
    "return_to_draft": lambda: (in_review(person(REPORTER)), {}),
    "publish": lambda: (published(), {"change": "minor"}),
    "add_correction": lambda: (published(), {"kind": "update", "text": "It has ended."}),
    "schedule": lambda: (draft(), {"at": TODAY}),
    "reschedule": rescheduled,
    "unschedule": lambda: (scheduled(), {"version": ""}),
    "lift_embargo": lambda: (embargoed(), {"reason": "They let us."}),
    "retract_correction": corrected,
    "reinstate": lambda: (withdrawn(), {}),
    "embargo": lambda: (draft(), {"at": TODAY, "reason": "They ask for it."}),
    "withdraw": lambda: (published(), {"note": "It was not so."}),
}


def test_every_action_is_tested_here() -> None:
    assert EVERY.keys() == ASKING.keys()


@pytest.fixture
def desk(client: Client, request: pytest.FixtureRequest) -> Client:
    """Whoever may do it: who sends stories back takes none back."""
    takes_back = request.node.callspec.params["name"] == "return_to_draft"
    client.force_login(person(REPORTER) if takes_back else managing_editor("writer"))
    return client


def done() -> list[int]:
    return list(AuditEntry.objects.values_list("pk", flat=True))


def shown(desk: Client, page: str) -> str:
    return str(desk.get(page).context["shown"])


@pytest.mark.parametrize("name", EVERY)
def test_it_is_done_once(desk: Client, clock: Traveller, name: str) -> None:
    story, values = EVERY[name]()
    clock.shift(timedelta(minutes=1))
    page, before = address(name, story), done()
    sent = {**values, "shown": shown(desk, page)}

    assert desk.post(page, sent).status_code == 302
    after = done()
    assert len(after) > len(before)
    again = desk.post(page, sent)

    assert "Nothing has been done." in again.text
    assert done() == after


@pytest.mark.parametrize("name", EVERY)
def test_a_form_that_does_not_say_what_it_showed_does_nothing(
    desk: Client, clock: Traveller, name: str
) -> None:
    story, values = EVERY[name]()
    clock.shift(timedelta(minutes=1))
    page, before = address(name, story), done()
    right = shown(desk, page)
    version, *rest = right.split("-")
    another = publishing.situation_of(draft("Another"), timezone.now())
    other = str(publishing.shown_of(another))
    before = done()
    for carried in (
        *(None, "", "x", "-", "0-0-0", other, f"-{right}", f"{right}-", f"{right} ", f" {right}"),
        *(f"{version}-9{rest[0]}-{rest[1]}", f"{'9' * 40}-1-1", f"{right}\0", right[:-1]),
    ):
        sent = values if carried is None else {**values, "shown": carried}
        assert "Nothing has been done." in desk.post(page, sent).text, carried
    assert done() == before


def saves(story: Story) -> None:
    rewritten(story, "Unseen words")


def sets_embargo(story: Story) -> None:
    at = timezone.now() + timedelta(minutes=5)
    publishing.set_embargo(story, by=managing_editor("ben"), until=at, reason="Ours.")


def schedules(story: Story) -> None:
    story = writing.make_ready(rewritten(story, "Unseen words"), by=managing_editor("ben"))
    publishing.schedule(story, by=managing_editor("ben"), at=EVENING + timedelta(days=3))


def corrects(story: Story) -> None:
    by = managing_editor("ben")
    publishing.add_correction(story, by=by, kind=CorrectionKind.CORRECTION, text="Unseen.")


def relates(story: Story) -> None:
    relate(story, by=managing_editor("ben"), url="https://unseen.test/", headline="Unseen")


MEANWHILE = {
    **dict.fromkeys(EVERY, (saves,)),
    "publish": (saves, relates, schedules, corrects),
    "schedule": (saves, relates, schedules, sets_embargo),
    "unschedule": (saves, schedules),
    "reschedule": (saves, schedules),
    "withdraw": (saves, schedules, corrects),
    "add_correction": (saves, schedules, corrects),
    "retract_correction": (saves, schedules, corrects),
}


@pytest.mark.parametrize(
    ("name", "change"), [(name, change) for name in EVERY for change in MEANWHILE[name]]
)
def test_what_somebody_else_did_meanwhile_is_shown_first(
    desk: Client, clock: Traveller, name: str, change: Callable[[Story], None]
) -> None:
    story, values = EVERY[name]()
    clock.shift(timedelta(minutes=1))
    page = address(name, story)
    seen = shown(desk, page)
    clock.shift(timedelta(minutes=1))
    change(story)
    before = done()

    answer = desk.post(page, {**values, "shown": seen})

    assert "Check again before you confirm" in answer.text
    assert "by ben" in answer.text
    assert done() == before


def renames_author(story: Story) -> None:
    author = Author.objects.get(bylines__story=story)
    author.name = "Unseen"
    save_author(author)


def rewords_picture(story: Story) -> None:
    reword(Picture.objects.get(), {"caption": "Unseen"}, by=managing_editor("ben"))


@pytest.mark.parametrize("change", [renames_author, rewords_picture])
@pytest.mark.parametrize(("name", "values"), [("publish", {}), ("schedule", {"at": TODAY})])
def test_what_changes_without_a_save_is_not_published_unseen(
    desk: Client, name: str, values: dict[str, str], change: Callable[[Story], None]
) -> None:
    picture = make_picture(alt="A", caption="C", credit="D")
    story = draft(authors=(make_author("Ana"),), lead_picture=picture)
    page = address(name, story)
    seen = shown(desk, page)
    change(story)

    # Nor does a form that leaves out the part which says it.
    for carried in (seen, seen.rpartition("-")[0]):
        answer = desk.post(page, {**values, "shown": carried})
        assert "Nothing has been done." in answer.text
    assert "was changed elsewhere" in desk.post(page, {**values, "shown": seen}).text
    assert not PublishedVersion.objects.exists()

    desk.post(page, {**values, "shown": shown(desk, page)})
    assert PublishedVersion.objects.count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("name", ["publish", "schedule", "add_correction"])
def test_two_who_send_the_same_form_at_once_do_it_once(name: str) -> None:
    story, _ = EVERY[name]()
    values = {"at": f"{NEXT_YEAR}-01-01T00:00", "change": Change.MINOR}
    values |= {"kind": "update", "text": "It has ended."}
    user, page, ready = managing_editor("writer"), address(name, story), Barrier(2)
    before, codes = done(), []

    def send() -> None:
        try:
            client = Client()
            client.force_login(user)
            sent = {**values, "shown": shown(client, page)}
            ready.wait(20)
            codes.append(client.post(page, sent).status_code)
        finally:
            connection.close()

    threads = [Thread(target=send) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)

    assert sorted(codes) == [200, 302]
    told = {"publish": "published", "schedule": "scheduled", "add_correction": "correction_added"}
    new = AuditEntry.objects.exclude(pk__in=before)
    assert new.filter(action=told[name]).count() == 1
