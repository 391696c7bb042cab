"""Fronts follow each other in time, and nobody replaces what they have not seen."""

from dataclasses import replace
from datetime import timedelta

import pytest
from time_machine import Traveller

from articles.core import BadTime, NotAllowed, NotPossible
from articles.frontpage import (
    FrontChanged,
    FrontPlan,
    Placed,
    cancel_front,
    front_shown,
    plan_of,
    publish_front,
)
from articles.models import AuditEntry, Front, Picture
from articles.people import EDITOR, MANAGING_EDITOR, REPORTER
from articles.pictures import take_down
from articles.publishing import delete_section
from tests.factories import HOUR, NOON, make_picture, make_section, make_story
from tests.frontpage.fronts import front_of
from tests.helpers import managing_editor, person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def periods() -> list[tuple[int, float | None]]:
    """Return when each front begins and ends, in hours after noon; those of no length are left."""
    fronts = Front.objects.with_length().order_by("valid_from")
    return [
        (
            (one.valid_from - NOON) // HOUR,
            (one.valid_until - NOON) / HOUR if one.valid_until else None,
        )
        for one in fronts
    ]


def test_one_ends_where_the_next_begins(clock: Traveller) -> None:
    front_of()
    front_of(at=NOON + 6 * HOUR)
    assert periods() == [(0, 6), (6, None)]
    clock.move_to(NOON + 2 * HOUR, tick=False)
    front_of()
    assert periods() == [(0, 2), (2, 6), (6, None)]
    front_of(at=NOON + 4 * HOUR)
    assert periods() == [(0, 2), (2, 4), (4, 6), (6, None)]


def test_one_scheduled_for_the_same_time_replaces_the_other() -> None:
    front_of()
    front_of(at=NOON + 6 * HOUR)
    front_of(make_story(), at=NOON + 6 * HOUR)
    assert periods() == [(0, 6), (6, None)]
    assert plan_of(Front.objects.scheduled(NOON).get()).stories


def test_a_cancelled_plan_never_holds_and_what_was_before_goes_on(clock: Traveller) -> None:
    front_of()
    scheduled = front_of(at=NOON + 6 * HOUR)
    front_of(at=NOON + 8 * HOUR)
    cancel_front(scheduled, by=managing_editor())
    assert periods() == [(0, 8), (8, None)]
    with pytest.raises(NotPossible):
        cancel_front(scheduled, by=managing_editor())


def test_one_outlives_its_section() -> None:
    land = make_section("Land")
    scheduled = front_of(section=land, at=NOON + HOUR)
    delete_section(land)
    scheduled = Front.objects.get(pk=scheduled.pk)
    assert str(scheduled)
    cancel_front(scheduled, by=managing_editor())


def test_fronts_of_sections_are_their_own() -> None:
    land, sea = make_section("Land"), make_section("Sea")
    for section in (None, land, sea):
        front_of(section=section)
    assert periods() == [(0, None)] * 3


def test_who_may_do_it() -> None:
    for role in (EDITOR, MANAGING_EDITOR):
        publish_front(FrontPlan(), by=person(role))
    with pytest.raises(NotAllowed):
        publish_front(FrontPlan(), by=person(REPORTER))
    with pytest.raises(NotAllowed):
        cancel_front(front_of(at=NOON + HOUR), by=person(REPORTER, "other"))


def test_what_cannot_be() -> None:
    by, story = managing_editor(), make_story()
    empty = FrontPlan().slots
    twice = replace(FrontPlan(), slots=(Placed(story.pk), Placed(story.pk), *empty[2:]))
    for plan in (twice, FrontPlan(empty[:2]), FrontPlan((Placed(999), *empty[1:]))):
        with pytest.raises(NotPossible):
            publish_front(plan, by=by)
    with pytest.raises(BadTime):
        publish_front(FrontPlan(), by=by, at=NOON - HOUR)
    late = FrontPlan((Placed(story.pk, pinned_until=NOON + HOUR), *empty[1:]))
    with pytest.raises(BadTime, match="Slot 1"):
        publish_front(late, by=by, at=NOON + HOUR)
    assert not Front.objects.exists()


def test_a_picture_of_a_front_is_not_taken_down(clock: Traveller) -> None:
    picture, by = make_picture(alt="A"), managing_editor()
    front_of(Placed(make_story().pk, picture=picture))
    with pytest.raises(NotPossible, match="Front page"):
        take_down(picture, by=by, reason="Wrong.")
    clock.move_to(NOON + HOUR, tick=False)
    front_of()
    take_down(Picture.objects.get(pk=picture.pk), by=by, reason="Wrong.")
    # The row that the form has is older.
    assert not picture.is_gone
    with pytest.raises(NotPossible, match="is no longer there"):
        front_of(Placed(make_story().pk, picture=picture))


def test_a_picture_whose_licence_has_ended_keeps_a_front_from_being_published() -> None:
    picture = make_picture(alt="A", licence_until="2025-09-01")
    slot = Placed(make_story().pk, picture=picture)
    front_of(slot)
    with pytest.raises(NotPossible, match="“A” only lasts until 1 September 2025"):
        front_of(slot, at=NOON + timedelta(days=1))


def test_nobody_replaces_what_they_have_not_seen(clock: Traveller) -> None:
    by, plan = managing_editor(), FrontPlan()
    shown = front_shown(None, NOON)
    publish_front(plan, by=by, shown=shown)
    with pytest.raises(FrontChanged):
        publish_front(plan, by=by, shown=shown)
    shown = front_shown(None, NOON)
    scheduled = front_of(at=NOON + HOUR)
    with pytest.raises(FrontChanged):
        publish_front(plan, by=by, shown=shown)
    shown = front_shown(None, NOON)
    cancel_front(scheduled, by=by)
    with pytest.raises(FrontChanged):
        publish_front(plan, by=by, shown=shown)
    front_of(at=NOON + 2 * HOUR)
    shown = front_shown(None, NOON)
    clock.move_to(NOON + 2 * HOUR, tick=False)
    with pytest.raises(FrontChanged):
        publish_front(plan, by=by, shown=shown)
    publish_front(plan, by=by, shown=front_shown(None, NOON + 2 * HOUR))


def test_the_audit_log_says_who_did_what() -> None:
    front_of(section=make_section("Land"))
    cancel_front(front_of(at=NOON + timedelta(days=1)), by=managing_editor())
    told = AuditEntry.objects.order_by("pk").values_list("headline", "action", "by__username")
    assert list(told) == [
        ("Land", "front_published", "managing_editor"),
        ("Newsroom", "front_scheduled", "managing_editor"),
        ("Newsroom", "front_cancelled", "managing_editor"),
    ]
