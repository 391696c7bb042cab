"""People are told once of what others did that concerns them, in the action's own transaction."""

from dataclasses import replace

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from articles import publishing, writing
from articles.models import Notice, NoticeKind, Story
from articles.people import EDITOR, MANAGING_EDITOR, MODERATOR, REPORTER
from articles.stories import WorkingCopy, audit_log, notices, working_copy_of
from articles.stories.actions import APPROVED
from newsroom.accounts.models import User
from tests.factories import HOUR, NOON, make_author
from tests.helpers import person
from tests.wire.helpers import article, take

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

#: SQLite names the columns instead.
ONCE = r"notice_once_an_action|to_id, articles_notice\.entry_id"


def told() -> list[tuple[str, str]]:
    """Return who has been told of what, in order."""
    return list(Notice.objects.order_by("pk").values_list("to__username", "kind"))


def submitted(by: User, **fields: object) -> Story:
    copy = WorkingCopy("Harvest begins", body="<p>The harvest.</p>", **fields)  # type: ignore[arg-type]
    return writing.submit(writing.create(copy, by=by), by=by)


@pytest.fixture
def ana() -> User:
    return person(REPORTER, "ana")


@pytest.fixture
def bo() -> User:
    return person(EDITOR, "bo")


def test_its_writer_is_told_what_happens_to_a_story(ana: User, bo: User) -> None:
    story = submitted(ana, summary="Short.")
    assert told() == []
    writing.send_back(story, by=bo, reason="Who says so?")
    writing.approve(writing.submit(story, by=ana), by=bo)
    assert told() == [("ana", "sent_back"), ("ana", "approved")]
    sent_back = Notice.objects.get(kind="sent_back")
    assert notices.said(sent_back) == "sent back by bo"
    assert notices.quoted(sent_back) == "Who says so?"


def test_those_at_work_on_a_review_are_told_that_its_writer_took_the_story_back(
    ana: User, bo: User
) -> None:
    story, cy, di = submitted(ana), person(EDITOR, "cy"), person(EDITOR, "di")
    writing.stay(story, by=bo)
    note = writing.add_note(story, "Who says so?", by=cy)
    writing.resolve_note(writing.add_note(story, "Fine.", by=cy), by=cy)
    writing.add_note(submitted(ana), "Of another story.", by=di)
    writing.return_to_draft(story, by=ana)
    assert sorted(told()) == [("bo", "returned_to_draft"), ("cy", "returned_to_draft")]
    assert notices.said(Notice.objects.filter(to=note.by).get()) == "returned to draft by ana"


def test_publishing_takes_the_place_of_an_approval_that_nobody_read(ana: User, bo: User) -> None:
    first, second = submitted(ana), submitted(ana)
    for story in (first, second):
        writing.approve(story, by=bo)
    notices.mark_read(Notice.objects.get(story=second), by=ana)
    publishing.publish(first, by=bo)
    publishing.schedule(second, by=bo, at=NOON + HOUR)
    assert told() == [("ana", "approved"), ("ana", "published"), ("ana", "scheduled")]
    assert "scheduled by bo, for" in notices.said(Notice.objects.latest("pk"))


def test_nobody_is_told_of_their_own_action(bo: User) -> None:
    publishing.publish(writing.make_ready(submitted(bo), by=bo), by=bo)
    assert told() == []


def test_authors_and_the_last_to_save_are_told_too(ana: User, bo: User) -> None:
    cy, boss = person(REPORTER, "cy"), person(MANAGING_EDITOR, "boss")
    author = make_author(name="Cy", user=cy)
    story = submitted(ana, authors=(author,))
    story = writing.save(story, replace(working_copy_of(story), summary="More."), by=bo)
    if story.state == "draft":
        story = writing.submit(story, by=bo)
    writing.approve(story, by=boss)
    assert {to for to, kind in told() if kind == "approved"} == {"ana", "bo", "cy"}


def test_who_may_no_longer_view_drafts_or_log_in_is_not_told(bo: User) -> None:
    for name, change in (("ana", {"is_active": False}), ("di", {"is_staff": False})):
        writer = person(REPORTER, name)
        story = submitted(writer)
        User.objects.filter(pk=writer.pk).update(**change)
        writing.approve(story, by=bo)
    writer = person(REPORTER, "ed")
    story = submitted(writer)
    person(MODERATOR, "ed")
    writing.approve(story, by=bo)
    assert told() == []


def test_a_kill_is_told_to_writer_and_publisher(ana: User, bo: User) -> None:
    story = take(article("Council meets"), ana).story
    assert story
    publishing.publish(writing.make_ready(story, by=bo), by=bo)
    Notice.objects.all().delete()
    for _ in range(2):
        take(article("KILL: Council meets"), person(REPORTER, "cy"))
    assert sorted(told()) == [("ana", "kill_received"), ("bo", "kill_received")]


def test_mentions_and_answers_are_told_once(ana: User, bo: User) -> None:
    story = submitted(ana)
    note = writing.add_note(story, "@ana, @bo and @nobody: who says so? (@ana)", by=bo)
    assert told() == [("ana", "mentioned")]
    answer = writing.answer_note(note, "I do, @bo.", by=ana)
    writing.answer_note(note, "Good.", by=person(MANAGING_EDITOR, "boss"))
    assert told()[1:] == [("bo", "mentioned"), ("ana", "answered"), ("bo", "answered")]
    # Whoever was told before is not told again of the same note.
    writing.edit_note(answer, "I do, @bo. And @boss.", by=ana)
    assert told()[4:] == [("boss", "mentioned")]


@pytest.mark.parametrize(
    "text", ["mail@ana.example", "@an", "@anna", "ana", "@", "@@@", "@" * 1900]
)
def test_what_is_no_mention(ana: User, bo: User, text: str) -> None:
    writing.add_note(submitted(ana), f"{text} x", by=bo)
    assert told() == []


@pytest.mark.parametrize("text", ["@ana", "@ana.", "(@ana)", "“@ana”: yes", "x\n@ana\ny", "@ana’s"])
def test_what_is_a_mention(ana: User, bo: User, text: str) -> None:
    writing.add_note(submitted(ana), text, by=bo)
    assert told() == [("ana", "mentioned")]


def test_who_may_not_view_drafts_cannot_be_mentioned(ana: User, bo: User) -> None:
    person(MODERATOR, "mo")
    writing.add_note(submitted(ana), "@mo", by=bo)
    assert told() == []


def test_a_notice_is_written_with_the_action_or_not_at_all(ana: User, bo: User) -> None:
    story = submitted(ana)

    with transaction.atomic():
        writing.approve(story, by=bo)
        transaction.set_rollback(True)
    assert told() == []


def test_the_same_entry_is_told_once_however_often_it_is_tried(ana: User, bo: User) -> None:
    story = submitted(ana)
    entry = audit_log.record(story, APPROVED, by=bo)
    notices.tell_of_action(story, entry)
    assert told() == [("ana", "approved")]
    with pytest.raises(IntegrityError, match=ONCE), transaction.atomic():
        Notice.objects.create(to=ana, kind="approved", story=story, entry=entry, at=NOON)


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [("notice_kind_legal", {"kind": "x"}), ("notice_of_an_action_or_a_note", {"entry": None})],
)
def test_the_database_refuses_what_no_verb_writes(
    ana: User, bo: User, constraint: str, fields: dict[str, object]
) -> None:
    audit_log.record(submitted(ana), APPROVED, by=bo)
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Notice.objects.update(**fields)


def test_reading_one_reads_what_is_older_on_the_same_story(ana: User, bo: User) -> None:
    story = submitted(ana)
    writing.send_back(story, by=bo, reason="No.")
    writing.approve(submitted(ana), by=bo)
    writing.approve(writing.submit(story, by=ana), by=bo)
    notices.mark_read(Notice.objects.get(story=story, kind="approved"), by=ana)
    assert Notice.objects.unread_by(ana).count() == 1
    notices.mark_all_read(by=bo)
    assert Notice.objects.unread_by(ana).count() == 1
    notices.mark_all_read(by=ana)
    assert not Notice.objects.unread_by(ana).exists()


@pytest.mark.parametrize("number", [1, 3, 30])
def test_telling_many_takes_as_many_queries_as_telling_one(
    ana: User, bo: User, number: int
) -> None:
    people = [person(REPORTER, f"r{at}") for at in range(number)]
    authors = [make_author(name=it.username, user=it) for it in people]
    story = submitted(ana, authors=tuple(authors))
    with CaptureQueriesContext(connection) as captured:
        audit_log.record(story, APPROVED, by=bo)
    # The entry, the story's last action, the people, and the notices.
    assert len([one for one in captured if "SAVEPOINT" not in one["sql"]]) == 4
    assert Notice.objects.count() == number + 1


def test_kinds_that_are_actions_have_their_codes() -> None:
    codes = {
        "sent_back",
        "returned_to_draft",
        "approved",
        "published",
        "scheduled",
        "kill_received",
    }
    assert set(NoticeKind.values) - codes == {"mentioned", "answered"}
