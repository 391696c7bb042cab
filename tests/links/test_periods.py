"""Decisions on links as periods: who decided what, from when until when."""

import pytest
import time_machine
from django.db import DatabaseError, IntegrityError, transaction

from articles.links import moderation
from articles.models import LinkDecision, RelatedLink
from articles.people import EDITOR, MODERATOR
from tests.factories import HOUR, NOON, make_link, make_user
from tests.helpers import draft, person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def link() -> RelatedLink:
    return make_link(draft("Linking"), target=draft("Target"))


def periods() -> list[tuple[object, ...]]:
    return [
        (one.state, one.by and one.by.username, one.valid_from, one.valid_until)
        for one in LinkDecision.objects.order_by("pk")
    ]


def test_each_decision_ends_the_one_before(
    link: RelatedLink, clock: time_machine.TimeMachineFixture
) -> None:
    moderation.approve(link, by=person(MODERATOR))
    clock.move_to(NOON + HOUR, tick=False)
    moderation.reject(link, by=person(EDITOR), reason="Old.")
    clock.move_to(NOON + 2 * HOUR, tick=False)
    moderation.reopen(link, by=person(EDITOR))
    clock.move_to(NOON + 3 * HOUR, tick=False)
    moderation.approve(link, by=person(EDITOR))
    assert periods() == [
        ("approved", "moderator", NOON, NOON + HOUR),
        ("rejected", "editor", NOON + HOUR, NOON + 2 * HOUR),
        ("approved", "editor", NOON + 3 * HOUR, None),
    ]


def test_a_clock_that_is_set_back_ends_no_decision_before_it_began(
    link: RelatedLink, clock: time_machine.TimeMachineFixture
) -> None:
    moderation.approve(link, by=person(MODERATOR))
    clock.move_to(NOON - HOUR, tick=False)
    moderation.reject(link, by=person(EDITOR))
    assert periods() == [
        ("approved", "moderator", NOON, NOON),
        ("rejected", "editor", NOON, None),
    ]


def decision(link: RelatedLink, **fields: object) -> LinkDecision:
    known = {"link": link, "story": link.story, "state": "approved", "by": make_user()}
    return LinkDecision.objects.create(
        **{"target": link.target, "valid_from": NOON, **known, **fields}
    )


@pytest.mark.parametrize(
    ("start", "end"),
    [(0, None), (-1, None), (-1, 1), (1, 3), (3, 5), (0, 4)],
)
def test_the_database_holds_that_periods_of_a_link_do_not_overlap(
    link: RelatedLink, start: int, end: int | None
) -> None:
    decision(link, valid_until=NOON + 4 * HOUR)
    until = None if end is None else NOON + end * HOUR
    with pytest.raises(IntegrityError), transaction.atomic():
        decision(link, valid_from=NOON + start * HOUR, valid_until=until)
    decision(link, valid_from=NOON + 4 * HOUR)
    # That of another link, and one that has no length, is in nobody's way.
    decision(make_link(draft("Other"), target=link.target), valid_from=NOON)
    decision(link, valid_from=NOON + HOUR, valid_until=NOON + HOUR)


def test_the_database_holds_that_one_ends_after_it_starts(link: RelatedLink) -> None:
    made = decision(link)
    with pytest.raises(IntegrityError), transaction.atomic():
        LinkDecision.objects.filter(pk=made.pk).update(valid_until=NOON - HOUR)


@pytest.mark.parametrize(
    "change", [{"state": "rejected"}, {"valid_from": NOON - HOUR}, {"url": "x"}]
)
def test_the_database_holds_that_nothing_else_of_it_changes(
    link: RelatedLink, change: dict[str, object]
) -> None:
    decision(link)
    with pytest.raises(DatabaseError, match="link_decision_is_frozen"), transaction.atomic():
        LinkDecision.objects.update(**change)
