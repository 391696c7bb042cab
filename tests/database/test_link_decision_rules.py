"""What the database itself refuses of decisions on links, tried with plain SQL."""

from datetime import datetime

import pytest
from django.db import connection

from articles.models import LinkDecision
from tests.database.plain_sql import columns_of, insert, refused
from tests.database.test_erasure_rules import erase
from tests.factories import HOUR, NOON, make_link, make_story, make_version

pytestmark = pytest.mark.django_db
TABLE = LinkDecision._meta.db_table


@pytest.fixture
def decision() -> LinkDecision:
    """What was decided at noon, and holds."""
    make_link(make_story(), url="https://else.test", state="approved")
    return LinkDecision.objects.get()


def test_nothing_of_a_decision_changes_but_its_end(decision: LinkDecision) -> None:
    for column in ("label", "headline", "reason"):
        refused(f"UPDATE {TABLE} SET {column} = 'x'", by="link_decision_is_frozen")
    LinkDecision.objects.update(valid_until=NOON + HOUR)


@pytest.mark.parametrize(("start", "end"), [(-1, None), (-1, 1), (0, None), (1, 2), (1, None)])
def test_two_decisions_on_a_link_do_not_hold_at_once(
    decision: LinkDecision, start: int, end: int | None
) -> None:
    times = {"valid_from": NOON + start * HOUR, "valid_until": NOON + end * HOUR if end else None}
    row = columns_of(decision, **{name: _stored(at) for name, at in times.items()})
    insert(TABLE, row, by="link_decision_periods_do_not_overlap")


def test_a_decision_is_neither_replaced_nor_truncated(decision: LinkDecision) -> None:
    erase(decision, by="link_decision_is_not_erased")


def test_a_decision_that_readers_may_have_seen_is_not_deleted(decision: LinkDecision) -> None:
    # Nothing of its story is published.
    LinkDecision.objects.all().delete()
    seen = make_version().story
    make_link(seen, url="https://else.test", state="approved")
    refused(f"DELETE FROM {TABLE}", by="link_decision_is_kept")
    # Nobody has seen one that leads to a draft.
    make_link(seen, target=make_story(), state="approved")
    LinkDecision.objects.filter(target__isnull=False).delete()


def _stored(at: datetime | None) -> object:
    return LinkDecision._meta.get_field("valid_from").get_db_prep_save(at, connection)
