"""What is scheduled can be rescheduled or cancelled, each by itself, until readers see it."""

import itertools
from datetime import datetime
from typing import Any

import pytest
from django.utils import timezone

from articles import publishing, writing
from articles.core import BadTime, Embargoed, NotAllowed, NotPossible
from articles.models import Change, CorrectionKind, PublishedVersion, Story, VersionKind
from articles.stories import WorkingCopy
from articles.writing import make_ready
from tests.factories import HOUR, NOON
from tests.helpers import managing_editor, ready, reporter

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def rewrite(story: Story, headline: str) -> Story:
    copy = WorkingCopy(headline, slug=story.slug, body=f"<p>{headline}.</p>")
    return make_ready(writing.save(story, copy, by=managing_editor()), by=managing_editor())


def schedule(story: Story, hours: float, **how: Any) -> PublishedVersion:
    return publishing.schedule(story, by=managing_editor(), at=NOON + hours * HOUR, **how)


def hours(at: datetime | None) -> float | None:
    """Return how many hours after noon this is."""
    return None if at is None else (at - NOON) / HOUR


def line(story: Story) -> list[tuple[str, float | None, float | None]]:
    """Return what readers see when, in hours after noon; a withdrawal is "-"."""
    remaining = story.published_versions.in_force_or_scheduled(NOON).order_by("visible_from")
    return [
        (
            "-" if version.kind == VersionKind.WITHDRAWAL else version.headline,
            hours(version.visible_from),
            hours(version.visible_until),
        )
        for version in remaining
    ]


def planned() -> tuple[Story, PublishedVersion, PublishedVersion, PublishedVersion]:
    """A live story that is to be updated at 13 and at 15 o'clock and withdrawn at 17."""
    story = ready("Live")
    publishing.publish(story, by=managing_editor())
    one = schedule(rewrite(story, "One"), 1)
    two = schedule(rewrite(story, "Two"), 3)
    gone = publishing.withdraw(story, by=managing_editor(), at=NOON + 5 * HOUR)
    assert line(story) == [("Live", 0, 1), ("One", 1, 3), ("Two", 3, 5), ("-", 5, None)]
    return story, one, two, gone


def moved_to(version: PublishedVersion, hours: float) -> PublishedVersion:
    return publishing.reschedule(version, by=managing_editor(), at=NOON + hours * HOUR)


@pytest.mark.parametrize(
    ("which", "hours", "after"),
    [
        ("One", 2, [("Live", 0, 2), ("One", 2, 3), ("Two", 3, 5), ("-", 5, None)]),
        ("One", 4, [("Live", 0, 3), ("Two", 3, 4), ("One", 4, 5), ("-", 5, None)]),
        (
            "One",
            6,
            [("Live", 0, 3), ("Two", 3, 5), ("-", 5, 6), ("One", 6, None)],
        ),
        ("Two", 0.5, [("Live", 0, 0.5), ("Two", 0.5, 1), ("One", 1, 5), ("-", 5, None)]),
        ("-", 9, [("Live", 0, 1), ("One", 1, 3), ("Two", 3, 9), ("-", 9, None)]),
        ("-", 2, [("Live", 0, 1), ("One", 1, 2), ("-", 2, 3), ("Two", 3, None)]),
        ("-", 0.5, [("Live", 0, 0.5), ("-", 0.5, 1), ("One", 1, 3), ("Two", 3, None)]),
    ],
)
def test_one_is_moved_and_the_others_stay(
    which: str, hours: float, after: list[tuple[str, float, float | None]]
) -> None:
    story, *versions = planned()
    found = dict(zip(("One", "Two", "-"), versions, strict=True))[which]
    moved = moved_to(found, hours)
    assert line(story) == after
    assert moved.visible_from == NOON + hours * HOUR


def test_nothing_has_to_run_for_what_was_moved(clock: Any) -> None:
    story = ready("Later")
    moved_to(schedule(story, 1), 2)
    for hours, headlines in ((1, []), (2, ["Later"])):
        clock.move_to(NOON + hours * HOUR, tick=False)
        assert [e.headline for e in PublishedVersion.objects.visible(timezone.now())] == headlines


def test_what_was_frozen_is_moved_not_what_was_written_since() -> None:
    story = ready("Frozen", body="<p>Old words.</p>")
    first = schedule(story, 1)
    rewrite(story, "Written since")
    moved = moved_to(first, 2)
    assert (moved.headline, moved.body_html) == ("Frozen", first.body_html)
    assert (moved.made_at, moved.made_by) == (first.made_at, first.made_by)
    entry = story.audit_log.first()
    assert entry
    assert (entry.action, entry.by) == ("rescheduled", managing_editor())
    assert entry.detail == {
        "version": moved.pk,
        "visible_from": (NOON + 2 * HOUR).isoformat(),
        "was": (NOON + HOUR).isoformat(),
    }


def test_the_notes_that_come_with_a_version_move_with_it() -> None:
    story = ready("Live")
    publishing.publish(story, by=managing_editor())
    publishing.add_correction(
        story, by=managing_editor(), kind=CorrectionKind.UPDATE, text="Stays."
    )
    coming = schedule(rewrite(story, "One"), 1, change=Change.CORRECTION, note="It was Ana.")
    moved = moved_to(coming, 2)
    assert moved.modified_at == NOON + 2 * HOUR
    notes = story.corrections
    assert [note.text for note in notes.visible(NOON + HOUR)] == ["Stays."]
    assert [note.text for note in notes.visible(NOON + 2 * HOUR)] == ["It was Ana.", "Stays."]


def dates(story: Story) -> list[tuple[str, float | None, float | None]]:
    return [
        (version.headline, hours(version.published_at), hours(version.modified_at))
        for version in story.published_versions.scheduled_stories(NOON).order_by("visible_from")
    ]


def test_scheduled_versions_say_truly_when_the_story_was_first_published() -> None:
    story = ready("One")
    one = schedule(story, 1)
    schedule(rewrite(story, "Two"), 2)
    schedule(rewrite(story, "Three"), 3, change=Change.MINOR)
    assert dates(story) == [("One", 1, None), ("Two", 1, 2), ("Three", 1, 2)]
    one = moved_to(one, 1.5)
    assert dates(story) == [("One", 1.5, None), ("Two", 1.5, 2), ("Three", 1.5, 2)]
    one = moved_to(one, 4)
    assert dates(story) == [("Two", 2, None), ("Three", 2, None), ("One", 2, 4)]
    publishing.unschedule(story, by=managing_editor(), version=one)
    assert dates(story) == [("Two", 2, None), ("Three", 2, None)]
    assert line(story) == [("Two", 2, 3), ("Three", 3, None)]


def test_a_minor_change_of_an_update_that_was_unscheduled_says_nothing_of_an_update() -> None:
    story = ready("Live")
    publishing.publish(story, by=managing_editor())
    one = schedule(rewrite(story, "One"), 1)
    schedule(rewrite(story, "Two"), 2, change=Change.MINOR)
    assert dates(story) == [("One", 0, 1), ("Two", 0, 1)]
    publishing.unschedule(story, by=managing_editor(), version=one)
    assert dates(story) == [("Two", 0, None)]


@pytest.mark.parametrize(
    ("which", "after"),
    [
        ("One", [("Live", 0, 3), ("Two", 3, 5), ("-", 5, None)]),
        ("Two", [("Live", 0, 1), ("One", 1, 5), ("-", 5, None)]),
        ("-", [("Live", 0, 1), ("One", 1, 3), ("Two", 3, None)]),
    ],
)
def test_one_is_unscheduled_and_the_others_stay(
    which: str, after: list[tuple[str, float, float | None]]
) -> None:
    story, *versions = planned()
    found = dict(zip(("One", "Two", "-"), versions, strict=True))[which]
    publishing.unschedule(story, by=managing_editor(), version=found)
    assert line(story) == after
    entry = story.audit_log.first()
    assert entry
    assert entry.detail == {"version": found.pk, "was": found.visible_from.isoformat()}
    publishing.unschedule(story, by=managing_editor())
    assert line(story) == [("Live", 0, None)]


def test_a_withdrawal_of_what_is_no_longer_scheduled_is_unscheduled_with_it() -> None:
    story = ready("One")
    one = schedule(story, 1)
    publishing.withdraw(story, by=managing_editor(), at=NOON + 2 * HOUR)
    publishing.unschedule(story, by=managing_editor(), version=one)
    assert line(story) == []


@pytest.mark.parametrize(("which", "hours"), [(0, 3), (1, 0.5)])
def test_nothing_is_rescheduled_so_that_a_withdrawal_finds_nothing(
    which: int, hours: float
) -> None:
    story = ready("One")
    waiting = (
        schedule(story, 1),
        publishing.withdraw(story, by=managing_editor(), at=NOON + 2 * HOUR),
    )
    with pytest.raises(NotPossible, match="would not see"):
        moved_to(waiting[which], hours)
    assert line(story) == [("One", 1, 2), ("-", 2, None)]


def test_a_time_that_has_passed_or_is_taken_is_refused() -> None:
    story, one, *_ = planned()
    for hours, said in ((-1, "has passed"), (3, "Something else"), (5, "Something else")):
        with pytest.raises(BadTime, match=said):
            moved_to(one, hours)
    assert moved_to(one, 1) == one
    assert not story.audit_log.filter(action="rescheduled").exists()


def test_an_embargo_holds_what_is_rescheduled_too() -> None:
    story = ready()
    publishing.set_embargo(story, by=managing_editor(), until=NOON + 2 * HOUR, reason="They ask.")
    with pytest.raises(Embargoed):
        moved_to(schedule(story, 3), 1)
    assert line(story) == [("Harvest begins", 3, None)]


def test_what_readers_see_already_is_neither_rescheduled_nor_unscheduled(clock: Any) -> None:
    story, one, *_ = planned()
    before = line(story)
    clock.move_to(NOON + HOUR, tick=False)
    with pytest.raises(NotPossible, match="no longer scheduled"):
        moved_to(one, 2)
    with pytest.raises(NotPossible, match="no longer scheduled"):
        publishing.unschedule(story, by=managing_editor(), version=one)
    clock.move_to(NOON, tick=False)
    assert line(story) == before
    # Nor what was moved by somebody else, or is another story's.
    moved_to(one, 2)
    with pytest.raises(NotPossible):
        moved_to(one, 4)
    with pytest.raises(NotPossible):
        publishing.unschedule(ready("Other"), by=managing_editor(), version=one)


def test_nobody_reschedules_or_unschedules_without_the_permission() -> None:
    story, one, *_ = planned()
    with pytest.raises(NotAllowed):
        publishing.reschedule(one, by=reporter(), at=NOON + 2 * HOUR)
    with pytest.raises(NotAllowed):
        publishing.unschedule(story, by=reporter(), version=one)


def test_however_often_something_is_moved_there_is_one_timeline_without_gaps() -> None:
    story, *_ = planned()
    for hours in (9, 0.25, 7, 4.5, 0.5, 6):
        moved_to(story.published_versions.scheduled_stories(NOON).earliest("visible_from"), hours)
        seen = line(story)
        for (_, _, end), (_, start, _) in itertools.pairwise(seen):
            assert end == start
        assert seen[-1][2] is None
