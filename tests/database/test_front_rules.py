"""What the database itself refuses of fronts and breaking news, tried with plain SQL."""

from typing import Any, NamedTuple

import pytest
from django.db import IntegrityError, connection, transaction

from articles.frontpage import Placed, show_breaking
from articles.models import BreakingNews, Front, FrontSlot
from tests.database.plain_sql import columns_of, insert, refused
from tests.database.test_erasure_rules import erase
from tests.factories import HOUR, NOON, make_section, make_story
from tests.frontpage.fronts import front_of
from tests.helpers import managing_editor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


class Try(NamedTuple):
    """What is tried, of a table or model, and the rule that refuses it."""

    of: Any
    column: str = ""
    by: str = ""


@pytest.fixture(autouse=True)
def front(clock: object) -> Front:
    """A front of the home page and of a section, and breaking news, from noon on."""
    front_of(section=make_section("Land"))
    show_breaking("The bridge is closed", by=managing_editor())
    return front_of(Placed(make_story().pk, pinned_until=NOON + HOUR))


def stored(at: Any) -> Any:
    return Front._meta.get_field("valid_from").get_db_prep_save(at, connection)


@pytest.mark.parametrize(
    "tried",
    [
        Try("articles_front", "size", by="front_is_frozen"),
        Try("articles_frontslot", "position", by="front_slot_is_frozen"),
        Try("articles_frontslot", "pinned_until", by="front_slot_is_frozen"),
        Try("articles_breakingnews", "text", by="breaking_news_is_frozen"),
    ],
)
def test_nothing_changes_but_the_end(tried: Try) -> None:
    refused(f"UPDATE {tried.of} SET {tried.column} = NULL", by=tried.by)


@pytest.mark.parametrize(
    "tried",
    [
        Try("articles_front", by="front_is_kept"),
        Try("articles_frontslot", by="front_slot_is_kept"),
        Try("articles_breakingnews", by="breaking_news_is_kept"),
    ],
)
def test_nothing_is_deleted(tried: Try) -> None:
    refused(f"DELETE FROM {tried.of}", by=tried.by)


@pytest.mark.parametrize(("start", "end"), [(0, None), (-1, None), (-1, 1), (1, 3)])
def test_two_fronts_of_one_page_do_not_hold_at_once(start: int, end: int | None) -> None:
    times = {
        "valid_from": stored(NOON + start * HOUR),
        "valid_until": stored(end and NOON + end * HOUR),
    }
    for held in Front.objects.all():
        row = columns_of(held, **times)
        insert("articles_front", row, by="front_periods_do_not_overlap")
    row = columns_of(BreakingNews.objects.get(), **times)
    insert("articles_breakingnews", row, by="breaking_news_periods_do_not_overlap")


def test_a_front_gets_no_more_slots_once_it_is_made(front: Front) -> None:
    slot = front.slots.get(position=2)
    insert("articles_frontslot", columns_of(slot, position=6), by="front_slot_is_within_its_front")
    with pytest.raises(IntegrityError), transaction.atomic():
        FrontSlot.objects.create(front=front, position=2)


def test_a_pin_lasts_longer_than_the_start_of_its_front() -> None:
    slot = FrontSlot(front=bare_front(), position=1, story=make_story())
    slot.pinned_until = slot.front.valid_from
    insert("articles_frontslot", columns_of(slot), by="front_slot_is_pinned_for_a_while")


def bare_front() -> Front:
    """Return a front without rows for its slots, which ended at noon."""
    front = Front(size=1, made_at=NOON, made_by=managing_editor(), valid_from=NOON - 9 * HOUR)
    front.valid_until = NOON
    front.save(force_insert=True)
    return front


@pytest.mark.parametrize(
    "tried",
    [
        Try(Front, by="front_is_not_erased"),
        Try(FrontSlot, by="front_slot_is_not_erased"),
        Try(BreakingNews, by="breaking_news_is_not_erased"),
    ],
)
def test_none_is_replaced_or_truncated(tried: Try) -> None:
    filled = {"story": None} if tried.of is FrontSlot else {}
    erase(tried.of.objects.exclude(**filled).first(), by=tried.by)


@pytest.mark.parametrize(
    "fields",
    [
        {"headline": "Words without a story"},
        {"position": 0},
        {"pinned_until": NOON + HOUR},
    ],
)
def test_an_empty_slot_says_nothing(fields: dict[str, Any]) -> None:
    front = bare_front()
    with pytest.raises(IntegrityError), transaction.atomic():
        FrontSlot.objects.create(**{"front": front, "position": 1, **fields})
