"""A published version says what it is to those who have read the story; a correction, whose."""

from typing import Any

import pytest
from django.utils import timezone

from articles import publishing, writing
from articles.models import Change, CorrectionKind, PublishedVersion, Story
from articles.stories import WorkingCopy
from tests.factories import HOUR, NOON
from tests.helpers import changed, managing_editor, ready

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def rewrite(story: Story, headline: str) -> Story:
    copy = WorkingCopy(headline, slug=story.slug, body=f"<p>{headline}.</p>")
    saved = writing.save(story, copy, by=managing_editor())
    return writing.make_ready(saved, by=managing_editor())


def schedule(story: Story, hours: float, **how: Any) -> PublishedVersion:
    return publishing.schedule(story, by=managing_editor(), at=NOON + hours * HOUR, **how)


def changes(story: Story) -> list[tuple[str, str]]:
    """Return what is seen or scheduled, in order, each with what it is for readers."""
    versions = story.published_versions.in_force_or_scheduled(timezone.now())
    return [(version.headline, version.change) for version in versions.order_by("visible_from")]


@pytest.mark.parametrize("change", [Change.MINOR, Change.UPDATE, Change.CORRECTION])
def test_the_first_publication_is_that_whatever_was_chosen(change: Change) -> None:
    note = "It was Ana." if change is Change.CORRECTION else ""
    assert (
        publishing.publish(ready(), by=managing_editor(), change=Change.UPDATE).change
        == Change.FIRST
    )
    story = ready("Another")
    publishing.publish(story, by=managing_editor())
    again = schedule(changed(story), 1, change=change, note=note)
    assert again.change == change


def test_a_withdrawal_notice_is_no_change_and_undoing_it_a_minor_one(clock: Any) -> None:
    story = ready()
    publishing.publish(story, by=managing_editor())
    clock.shift(60)
    assert publishing.withdraw(story, by=managing_editor()).change == ""
    assert publishing.reinstate(story, by=managing_editor()).change == Change.MINOR


def test_what_is_rescheduled_before_or_after_the_first_publication_says_so() -> None:
    story = ready("One")
    one = schedule(story, 1)
    schedule(rewrite(story, "Two"), 2, change=Change.CORRECTION, note="It was Ana.")
    assert changes(story) == [("One", "first"), ("Two", "correction")]
    publishing.reschedule(one, by=managing_editor(), at=NOON + 3 * HOUR)
    assert changes(story) == [("Two", "first"), ("One", "update")]


def test_unscheduling_the_first_publication_makes_the_next_one_the_first() -> None:
    story = ready("One")
    one = schedule(story, 1)
    schedule(rewrite(story, "Two"), 2, change=Change.MINOR)
    publishing.unschedule(story, by=managing_editor(), version=one)
    assert changes(story) == [("Two", "first")]


def test_a_correction_belongs_to_the_version_with_which_it_appears() -> None:
    story = ready("One")
    publishing.publish(story, by=managing_editor())
    version = schedule(rewrite(story, "Two"), 2, change=Change.CORRECTION, note="It was Ana.")
    correction = story.corrections.get()
    assert (correction.published_version, correction.at) == (version, version.visible_from)
    moved = publishing.reschedule(version, by=managing_editor(), at=NOON + 3 * HOUR)
    retracted, correction = story.corrections.order_by("pk")
    assert retracted.retracted_at
    assert (correction.published_version, correction.at) == (moved, moved.visible_from)
    publishing.unschedule(story, by=managing_editor(), version=moved)
    assert not story.corrections.filter(retracted_at=None).exists()


def test_a_correction_stays_with_its_version_when_that_gets_another_date() -> None:
    story = ready("One")
    first = schedule(story, 1)
    schedule(rewrite(story, "Two"), 2, change=Change.CORRECTION, note="It was Ana.")
    publishing.reschedule(first, by=managing_editor(), at=NOON + 1.5 * HOUR)
    correction = story.corrections.get()
    assert correction.published_version
    assert correction.published_version.visible_until is None
    assert correction.published_version.published_at == NOON + 1.5 * HOUR


def test_a_note_by_itself_belongs_to_no_version() -> None:
    story = ready()
    publishing.publish(story, by=managing_editor())
    note = publishing.add_correction(
        story,
        by=managing_editor(),
        kind=CorrectionKind.CLARIFICATION,
        text="It was in May.",
    )
    assert note.published_version is None
