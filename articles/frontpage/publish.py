"""Publish a front, now or from a time on."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext

from articles.core import BadTime, NewsroomError, NotPossible, refuse
from articles.frontpage.actions import FRONT_PUBLISHED, FRONT_SCHEDULED
from articles.frontpage.begin import begin, check_permission, name_of_front
from articles.frontpage.periods import make_room
from articles.frontpage.plan import SIZES, FrontPlan
from articles.frontpage.shown import FrontChanged, FrontShown, check_shown
from articles.models import Front, FrontSlot, Picture, Section, Story
from articles.pictures import check_usable, picture_data
from articles.publishing import check_when
from articles.stories import audit_log
from newsroom.accounts.models import User


def check_publish_front(
    plan: FrontPlan, *, by: User, now: datetime, at: datetime | None = None
) -> NewsroomError | None:
    """Return why `by` cannot publish the plan from `at` on (None: now); None if it is possible."""
    start = at or now
    return (
        check_permission(by)
        or check_when(start, now)
        or _check_slots(plan)
        or _check_pins(plan, start)
        or _check_pictures(plan, start)
    )


def publish_front(
    plan: FrontPlan,
    *,
    by: User,
    section: Section | None = None,
    at: datetime | None = None,
    shown: FrontShown | None = None,
) -> Front:
    """Freeze the plan into a front that readers get from `at` on (None: from now on).

    It is that of the section, or of the home page. It ends the one that holds then, and ends where
    the next scheduled one begins. `shown` is what a page showed, if a person was asked. Raise
    `NotAllowed`, `NotPossible`, `BadTime`, and `FrontChanged` if it is no longer so.
    """
    try:
        with transaction.atomic():
            return _publish(plan, by, section, at, shown)
    except IntegrityError as error:
        # The first front of a page has nothing to lock: somebody else's came first.
        raise FrontChanged from error


def _publish(
    plan: FrontPlan,
    by: User,
    section: Section | None,
    at: datetime | None,
    shown: FrontShown | None,
) -> Front:
    key = section.pk if section else None
    now = begin(key)
    if shown:
        refuse(check_shown(key, shown, now))
    # So that none is deleted meanwhile.
    list(Story.objects.select_for_update(no_key=True).filter(pk__in=plan.stories).order_by("pk"))
    plan = _with_locked_pictures(plan)
    refuse(check_publish_front(plan, by=by, now=now, at=at))
    start = at or now
    until = make_room(Front.objects.of(key), start)
    front = Front(section=section, size=len(plan.slots), may_repeat=plan.may_repeat)
    front.made_at, front.made_by, front.valid_from, front.valid_until = now, by, start, until
    front.save(force_insert=True)
    FrontSlot.objects.bulk_create(_slots(front, plan))
    action = FRONT_SCHEDULED if start > now else FRONT_PUBLISHED
    detail = {"front": front.pk, "visible_from": start.isoformat()}
    audit_log.record_of_site(name_of_front(front), action, by=by, detail=detail)
    return front


def _with_locked_pictures(plan: FrontPlan) -> FrontPlan:
    """Return the plan with its pictures as they are now, which nobody takes down meanwhile."""
    keys = [slot.picture.pk for slot in plan.slots if slot.picture]
    rows = Picture.objects.select_for_update(no_key=True).filter(pk__in=keys).order_by("pk")
    now = {picture.pk: picture for picture in rows}
    return replace(
        plan,
        slots=tuple(
            replace(slot, picture=now.get(slot.picture.pk, slot.picture)) if slot.picture else slot
            for slot in plan.slots
        ),
    )


def _slots(front: Front, plan: FrontPlan) -> Iterator[FrontSlot]:
    for position, slot in enumerate(plan.slots, 1):
        yield FrontSlot(
            front=front,
            position=position,
            story_id=slot.story,
            headline=slot.headline,
            summary=slot.summary,
            picture=slot.picture,
            shown_picture=picture_data(slot.picture) if slot.picture else {},
            pinned_until=slot.pinned_until,
        )


def _check_slots(plan: FrontPlan) -> NotPossible | None:
    if len(plan.slots) not in SIZES:
        return NotPossible(gettext("A front page cannot have that many slots."))
    stories = plan.stories
    if len(set(stories)) < len(stories):
        return NotPossible(gettext("The same story is in two slots. Remove it from one of them."))
    if Story.objects.filter(pk__in=stories).count() < len(stories):
        return NotPossible(
            gettext("A story of this front page has been deleted meanwhile. Remove it.")
        )
    return None


def _check_pins(plan: FrontPlan, start: datetime) -> BadTime | None:
    for number, slot in enumerate(plan.slots, 1):
        if slot.pinned_until and slot.pinned_until <= start:
            return BadTime(
                gettext("Slot %(number)s is pinned until a time before this front page begins.")
                % {"number": number}
            )
    return None


def _check_pictures(plan: FrontPlan, start: datetime) -> NotPossible | None:
    found = (check_usable(slot.picture, start) for slot in plan.slots if slot.picture)
    return next(filter(None, found), None)
