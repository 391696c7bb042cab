"""Readers see versions, and time alone decides which."""

import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from articles import publishing, writing
from articles.core import (
    BadTime,
    NewsroomError,
    NotAllowed,
    NotPossible,
    NotReady,
    SlugTaken,
)
from articles.models import (
    Author,
    Change,
    PublicationStatus,
    PublishedVersion,
    Story,
    VersionKind,
    WorkflowState,
)
from articles.publishing import with_publication_status
from articles.stories import WorkingCopy, problems, working_copy_of
from articles.writing import approve, make_ready
from tests.factories import make_author, make_picture
from tests.helpers import changed, draft, managing_editor, ready, reporter

pytestmark = pytest.mark.django_db
NOON = datetime(2025, 9, 1, 12, tzinfo=UTC)


def seen(at: datetime) -> list[str]:
    return [version.headline for version in PublishedVersion.objects.visible(at)]


def rewrite(story: Story, headline: str) -> Story:
    copy = WorkingCopy(headline, slug=story.slug, body="<p>Other words.</p>")
    return make_ready(writing.save(story, copy, by=managing_editor()), by=managing_editor())


def status(story: Story) -> str:
    return (
        with_publication_status(Story.objects.all(), timezone.now())
        .get(pk=story.pk)
        .publication_status
    )


def test_an_edit_reaches_nobody_until_it_is_published(clock: Any) -> None:
    story = ready("First")
    publishing.publish(story, by=managing_editor())
    clock.move_to(NOON + timedelta(hours=1), tick=False)
    story = rewrite(story, "Second")
    assert seen(timezone.now()) == ["First"]
    publishing.publish(story, by=managing_editor())
    assert seen(timezone.now()) == ["Second"]
    assert seen(NOON) == ["First"]


def test_a_scheduled_story_appears_at_its_second(clock: Any) -> None:
    at = NOON + timedelta(hours=2)
    story = ready("Later")
    publishing.schedule(story, by=managing_editor(), at=at)
    assert status(story) == PublicationStatus.SCHEDULED
    clock.move_to(at - timedelta(seconds=1), tick=False)
    assert seen(timezone.now()) == []
    clock.move_to(at, tick=False)
    assert seen(timezone.now()) == ["Later"]
    assert status(story) == PublicationStatus.LIVE


def test_lists_and_quotations_are_the_same_when_they_are_read_again() -> None:
    story = ready(
        body="<ul><li><p>One</p><ul><li><p>Two</p></li></ul></li></ul>"
        "<blockquote><p>Nothing lasts.</p></blockquote>"
    )
    publishing.publish(story, by=managing_editor())
    with pytest.raises(NotPossible, match="Nothing has changed"):
        publishing.publish(story, by=managing_editor())


def test_what_readers_get_already_is_not_published_again(clock: Any) -> None:
    story = rewrite(draft(), "First words")
    publishing.publish(story, by=managing_editor())
    clock.shift(60)
    evening = NOON + timedelta(hours=6)
    for at in (None, evening):
        with pytest.raises(NotPossible, match="Nothing has changed"):
            publishing.publish(story, by=managing_editor(), at=at)
    assert story.published_versions.count() == 1

    later = publishing.schedule(
        rewrite(story, "Later words"), by=managing_editor(), at=evening - timedelta(hours=1)
    )
    story = make_ready(
        writing.save(
            story,
            WorkingCopy("First words", slug=story.slug, body="<p>The harvest has begun.</p>"),
            by=managing_editor(),
        ),
        by=managing_editor(),
    )
    # Back from what is to come then.
    publishing.schedule(story, by=managing_editor(), at=evening)
    assert seen(evening) == ["First words"]
    assert seen(later.visible_from) == ["Later words"]


def test_an_edited_picture_or_author_is_a_change_although_the_text_is_the_same(clock: Any) -> None:
    author = make_author(name="Ana")
    story = ready("First words", authors=(author,))
    publishing.publish(story, by=managing_editor())
    Author.objects.update(name="Ana Li")
    clock.shift(60)
    publishing.publish(story, by=managing_editor(), change=Change.MINOR)
    assert story.published_versions.latest("visible_from").content["authors"] == ["Ana Li"]


def test_a_figure_has_the_credit_of_the_story_or_else_that_of_the_library(clock: Any) -> None:
    picture = make_picture(credit="Ana/Agency")
    figure = (
        '<figure data-block="figure" data-key="figure001" data-alt="Water"{}'
        f' data-picture="{picture.pk}"><figcaption>By the river</figcaption></figure>'
    )
    story = ready(body=f"<p>Rain.</p>{figure.format('')}")
    version = publishing.publish(story, by=managing_editor())
    assert "<bdi>Ana/Agency</bdi>" in version.body_html
    # As it was frozen before figures had credits of their own: nothing has changed.
    assert "credit" not in version.content["blocks"][1]
    clock.shift(60)
    with pytest.raises(NotPossible, match="Nothing has changed"):
        publishing.publish(story, by=managing_editor())

    own = figure.format(' data-credit="Ana for us"')
    story = writing.save(story, replace(working_copy_of(story), body=own), by=managing_editor())
    story = make_ready(story, by=managing_editor())
    version = publishing.publish(story, by=managing_editor(), change=Change.MINOR)
    assert "<bdi>Ana for us</bdi>" in version.body_html
    assert version.content["blocks"][0]["credit"] == "Ana for us"


def test_a_time_that_has_passed_is_refused(clock: Any) -> None:
    story = ready()
    for at in (NOON, NOON - timedelta(seconds=1)):
        with pytest.raises(BadTime):
            publishing.schedule(story, by=managing_editor(), at=at)
    assert not PublishedVersion.objects.exists()


def test_a_draft_is_not_published() -> None:
    with pytest.raises(NotPossible):
        publishing.publish(draft(), by=managing_editor())


def test_nobody_publishes_without_the_permission() -> None:
    story = ready()
    for verb in (
        publishing.publish,
        publishing.withdraw,
        publishing.reinstate,
        publishing.unschedule,
    ):
        with pytest.raises(NotAllowed):
            verb(story, by=reporter())
    assert not PublishedVersion.objects.exists()


def test_withdrawing_ends_the_story_and_leaves_a_notice(clock: Any) -> None:
    story = ready()
    publishing.publish(story, by=managing_editor())
    clock.move_to(NOON + timedelta(hours=1), tick=False)
    notice = publishing.withdraw(story, by=managing_editor(), note="Our source took it back.")
    assert notice.kind == VersionKind.WITHDRAWAL
    assert seen(timezone.now()) == []
    assert status(story) == PublicationStatus.WITHDRAWN
    publishing.publish(story, by=managing_editor())
    assert status(story) == PublicationStatus.LIVE


def test_what_readers_do_not_see_cannot_be_withdrawn() -> None:
    with pytest.raises(NotPossible):
        publishing.withdraw(ready(), by=managing_editor())


def test_scheduling_can_be_cancelled_and_the_live_version_goes_on(clock: Any) -> None:
    story = ready("Now")
    publishing.publish(story, by=managing_editor())
    tomorrow = NOON + timedelta(days=1)
    publishing.schedule(rewrite(story, "Tomorrow"), by=managing_editor(), at=tomorrow)
    assert seen(tomorrow) == ["Tomorrow"]
    publishing.unschedule(story, by=managing_editor())
    assert seen(tomorrow) == ["Now"]
    with pytest.raises(NotPossible):
        publishing.unschedule(story, by=managing_editor())


def test_publishing_now_unschedules_what_was_to_come(clock: Any) -> None:
    story = ready("Old plan")
    tomorrow = NOON + timedelta(days=1)
    publishing.schedule(story, by=managing_editor(), at=tomorrow)
    publishing.publish(rewrite(story, "New"), by=managing_editor())
    assert seen(NOON) == ["New"]
    assert seen(tomorrow) == ["New"]
    unscheduled = story.audit_log.get(action="unscheduled")
    assert unscheduled.detail["was"] == tomorrow.isoformat()


def test_the_first_publication_stays_the_date_of_the_story(clock: Any) -> None:
    story = ready()
    first = publishing.publish(story, by=managing_editor())
    clock.move_to(NOON + timedelta(days=3), tick=False)
    second = publishing.publish(changed(story), by=managing_editor())
    assert second.published_at == first.visible_from
    assert second.visible_from == NOON + timedelta(days=3)


@pytest.mark.parametrize(
    ("change", "note", "modified"),
    [
        (Change.MINOR, "", None),
        (Change.UPDATE, "", NOON + timedelta(hours=1)),
        (Change.UPDATE, "Two more have come.", NOON + timedelta(hours=1)),
        (Change.CORRECTION, "It was Ana.", NOON + timedelta(hours=1)),
    ],
)
def test_a_minor_change_does_not_count_as_an_update(
    clock: Any, change: Change, note: str, modified: datetime | None
) -> None:
    story = ready()
    first = publishing.publish(story, by=managing_editor())
    clock.move_to(NOON + timedelta(hours=1), tick=False)
    again = publishing.publish(changed(story), by=managing_editor(), change=change, note=note)
    assert (first.modified_at, again.modified_at) == (None, modified)
    assert [(n.kind, n.text) for n in story.corrections.all()] == (
        [(change.value, note)] if note else []
    )
    entry = story.audit_log.filter(action="published").first()
    assert entry
    assert entry.detail["change"] == change
    clock.move_to(NOON + timedelta(hours=2), tick=False)
    assert (
        publishing.publish(changed(story), by=managing_editor(), change=Change.MINOR).modified_at
        == modified
    )


@pytest.mark.parametrize(("change", "note"), [(Change.CORRECTION, " "), (Change.MINOR, "A note.")])
def test_a_note_that_does_not_fit_stops_publication(change: Change, note: str) -> None:
    story = ready()
    publishing.publish(story, by=managing_editor())
    story = changed(story)
    with pytest.raises(NewsroomError, match=r"note for readers|what was wrong"):
        publishing.publish(story, by=managing_editor(), change=change, note=note)
    assert story.published_versions.count() == 1


def test_the_note_of_a_scheduled_correction_comes_with_it(clock: Any) -> None:
    story, later = ready(), NOON + timedelta(hours=1)
    publishing.publish(story, by=managing_editor())
    how = {"change": Change.CORRECTION, "note": "It was Ana."}
    story = changed(story)
    publishing.schedule(story, by=managing_editor(), at=later, **how)  # type: ignore[arg-type]
    notes = story.corrections
    assert not notes.visible(later - timedelta(seconds=1)).exists()
    assert notes.visible(later).exists()
    publishing.unschedule(story, by=managing_editor())
    assert not notes.visible(later).exists()
    publishing.schedule(story, by=managing_editor(), at=later, **how)  # type: ignore[arg-type]
    publishing.publish(story, by=managing_editor())
    assert not notes.visible(later).exists()


def test_a_withdrawal_is_undone_by_a_new_version(clock: Any) -> None:
    story = ready("Harvest begins")
    first = publishing.publish(story, by=managing_editor())
    with pytest.raises(NotPossible, match="not withdrawn"):
        publishing.reinstate(story, by=managing_editor())
    clock.move_to(NOON + timedelta(hours=1), tick=False)
    publishing.withdraw(story, by=managing_editor())
    rewrite(story, "Not for readers yet")
    clock.move_to(NOON + timedelta(hours=2), tick=False)
    again = publishing.reinstate(story, by=managing_editor())
    assert seen(NOON + timedelta(hours=1)) == []
    assert seen(NOON + timedelta(hours=2)) == ["Harvest begins"]
    assert (again.body_html, again.content) == (first.body_html, first.content)
    assert (again.published_at, again.modified_at) == (NOON, None)
    assert story.audit_log.filter(action="reinstated").exists()
    with pytest.raises(NotPossible, match="not withdrawn"):
        publishing.reinstate(story, by=managing_editor())


def test_undoing_a_withdrawal_leaves_what_is_scheduled(clock: Any) -> None:
    story, later = ready("Old"), NOON + timedelta(hours=3)
    publishing.publish(story, by=managing_editor())
    clock.move_to(NOON + timedelta(hours=1), tick=False)
    publishing.withdraw(story, by=managing_editor())
    publishing.schedule(rewrite(story, "New"), by=managing_editor(), at=later)
    clock.move_to(NOON + timedelta(hours=2), tick=False)
    publishing.reinstate(story, by=managing_editor())
    assert seen(NOON + timedelta(hours=2)) == ["Old"]
    assert seen(later) == ["New"]


def test_what_readers_never_saw_is_not_shown_again(clock: Any) -> None:
    story, later = ready(), NOON + timedelta(hours=1)
    publishing.schedule(story, by=managing_editor(), at=later)
    publishing.withdraw(story, by=managing_editor(), at=later)
    clock.move_to(later, tick=False)
    with pytest.raises(NotPossible, match="never saw"):
        publishing.reinstate(story, by=managing_editor())


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('<p>A.</p><aside data-block="pull-quote" data-key="quote0001">Not there</aside>', "quote"),
        ("", "empty"),
    ],
)
def test_problems_warn_while_drafting_and_stop_publication(body: str, said: str) -> None:
    story = ready(body=body)
    assert any(
        said in problem.message for problem in problems(working_copy_of(story), timezone.now())
    )
    with pytest.raises(NotReady, match=said):
        publishing.publish(story, by=managing_editor())
    assert not PublishedVersion.objects.exists()


def test_a_published_slug_is_never_given_to_another_story(clock: Any) -> None:
    story = ready("First", slug="fire")
    publishing.publish(story, by=managing_editor())
    copy = WorkingCopy("First", slug="great-fire", body="<p>Fire.</p>")
    writing.save(story, copy, by=managing_editor())
    with pytest.raises(SlugTaken):
        draft("Second", slug="fire")


def test_each_action_is_in_the_audit_log() -> None:
    story = ready()
    publishing.publish(story, by=managing_editor())
    publishing.withdraw(story, by=managing_editor())
    actions = list(story.audit_log.order_by("pk").values_list("action", flat=True))
    assert actions == [
        "created",
        "submitted",
        "approved",
        "published",
        "withdrawn",
    ]


def test_an_impossible_transition_changes_nothing() -> None:
    story = draft()
    with pytest.raises(NotPossible):
        approve(story, by=managing_editor())
    story.refresh_from_db()
    assert story.state == WorkflowState.DRAFT


@pytest.mark.django_db(transaction=True)
def test_people_who_publish_at_once_publish_once() -> None:
    story = ready()
    user = managing_editor()
    failures: list[BaseException] = []
    together = threading.Barrier(4)

    def publish() -> None:
        try:
            together.wait()
            publishing.publish(story, by=user)
        except BaseException as error:
            failures.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=publish) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [type(failure) for failure in failures] == [publishing.NothingNew] * 3
    assert story.published_versions.get().visible_until is None
