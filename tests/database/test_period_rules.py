"""What the database itself refuses of periods, tried with plain SQL."""

from typing import NamedTuple

import pytest
from django.db import connection

from articles.models import AuthorPeriod, FormerSlug, Period, SectionPeriod, SlugKind
from articles.publishing import move_slug
from tests.database.plain_sql import columns_of, insert, refused
from tests.database.test_erasure_rules import erase
from tests.factories import HOUR, NOON, make_author, make_section

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

Kind = type[SectionPeriod] | type[AuthorPeriod] | type[FormerSlug]


class Rule(NamedTuple):
    """What holds of a table with periods."""

    kind: Kind
    by: str


#: Each with the rules that hold of it.
FROZEN = [
    Rule(SectionPeriod, by="section_period_is_frozen"),
    Rule(AuthorPeriod, by="author_period_is_frozen"),
    Rule(FormerSlug, by="former_slug_is_frozen"),
]
APART = [
    Rule(SectionPeriod, by="section_period_periods_do_not_overlap"),
    Rule(AuthorPeriod, by="author_period_periods_do_not_overlap"),
    Rule(FormerSlug, by="former_slug_periods_do_not_overlap"),
]
NOT_ERASED = [
    Rule(SectionPeriod, by="section_period_is_not_erased"),
    Rule(AuthorPeriod, by="author_period_is_not_erased"),
    Rule(FormerSlug, by="former_slug_is_not_erased"),
]

KEPT = [
    Rule(SectionPeriod, by="section_period_is_kept"),
    Rule(AuthorPeriod, by="author_period_is_kept"),
    Rule(FormerSlug, by="former_slug_is_kept"),
]


@pytest.fixture(autouse=True)
def _periods(clock: object) -> None:
    """A period of each kind, which began at noon and has no end."""
    make_section("Land")
    make_author("Ana")
    move_slug(SlugKind.TAG, "a", "b", "B")


@pytest.mark.parametrize(("kind", "by"), FROZEN)
def test_nothing_of_one_changes_but_its_end(kind: Kind, by: str) -> None:
    for column in ("name", "slug"):
        refused(f"UPDATE {kind._meta.db_table} SET {column} = 'x'", by=by)
    kind.objects.update(valid_until=NOON + HOUR)


@pytest.mark.parametrize(("start", "end"), [(0, None), (-1, None), (-1, 1), (1, 3)])
@pytest.mark.parametrize(("kind", "by"), APART)
def test_two_of_one_thing_do_not_hold_at_once(
    kind: Kind, by: str, start: int, end: int | None
) -> None:
    held: Period = kind.objects.get()
    times = {"valid_from": NOON + start * HOUR, "valid_until": end and NOON + end * HOUR}
    stored = kind._meta.get_field("valid_from").get_db_prep_save
    row = columns_of(held, **{name: stored(at, connection) for name, at in times.items()})
    insert(kind._meta.db_table, row, by=by)


@pytest.mark.parametrize(("kind", "by"), NOT_ERASED)
def test_none_is_replaced_or_truncated(kind: Kind, by: str) -> None:
    erase(kind.objects.get(), by=by)


@pytest.mark.parametrize(("kind", "by"), KEPT)
def test_none_is_deleted(kind: Kind, by: str) -> None:
    refused(f"DELETE FROM {kind._meta.db_table}", by=by)
