"""What the database itself refuses of versions and embargoes, tried with plain SQL."""

import threading
from datetime import datetime
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from articles.models import PublishedVersion, Story, VersionKind
from tests.database.test_cross_table_rules import copy_of, insert, refused
from tests.factories import HOUR, NOON, build_version, make_story, make_user, make_version

pytestmark = pytest.mark.django_db
#: The embargo of these tests lasts from noon for three hours. Hours after noon:
SEEN_IN_IT = [(-1, None), (-1, 0.001), (0, None), (1, 2), (2.999, None)]
NOT_SEEN_IN_IT = [(-2, -1), (-1, 0), (1, 1), (3, None), (3, 4)]
EMBARGO = "UPDATE articles_story SET embargoed_at = %s, embargo = %s WHERE id = %s"


def hours(number: float | None) -> datetime | None:
    return None if number is None else NOON + number * HOUR


def stored(at: datetime | None) -> Any:
    """Give the time as the database has it."""
    return PublishedVersion._meta.get_field("visible_until").get_db_prep_save(at, connection)


def embargoed() -> Story:
    return make_story(embargoed_at=NOON, embargo=NOON + 3 * HOUR)


@pytest.mark.parametrize(("start", "end"), SEEN_IN_IT)
def test_no_edition_is_added_that_readers_would_see_under_embargo(
    start: float, end: float | None
) -> None:
    times = {"visible_from": hours(start), "visible_until": hours(end)}
    row = copy_of(build_version(embargoed(), make_user(), **times))
    insert("articles_publishedversion", row, by="embargo_holds_new_version")


@pytest.mark.parametrize(("start", "end"), SEEN_IN_IT)
def test_no_edition_that_was_called_off_is_brought_back_under_embargo(
    start: float, end: float | None
) -> None:
    off = make_version(embargoed(), visible_from=hours(start), visible_until=hours(start))
    refused(
        "UPDATE articles_publishedversion SET visible_until = %s WHERE id = %s",
        stored(hours(end)),
        off.pk,
        by="embargo_holds_version",
    )


@pytest.mark.parametrize(("start", "end"), SEEN_IN_IT)
def test_no_embargo_is_put_over_an_edition_that_readers_see_in_it(
    start: float, end: float | None
) -> None:
    version = make_version(visible_from=hours(start), visible_until=hours(end))
    times = [stored(NOON), stored(NOON + 3 * HOUR)]
    refused(EMBARGO, *times, version.story_id, by="embargo_is_not_late")


@pytest.mark.parametrize(("start", "end"), NOT_SEEN_IN_IT)
def test_editions_before_and_after_it_stand_and_those_that_were_called_off(
    start: float, end: float | None
) -> None:
    version = make_version(embargoed(), visible_from=hours(start), visible_until=hours(end))
    with connection.cursor() as cursor:
        times = [stored(NOON), stored(NOON + 3 * HOUR)]
        cursor.execute(EMBARGO, [*times, version.story_id])


def test_a_withdrawal_notice_stands_in_it() -> None:
    make_version(embargoed(), kind=VersionKind.WITHDRAWAL, visible_from=NOON + HOUR)


@pytest.mark.parametrize(("since", "until"), [(0, None), (None, 0), (0, 0), (0, -1)])
def test_an_embargo_has_a_start_and_a_later_end(since: int | None, until: int | None) -> None:
    times = [stored(hours(since)), stored(hours(until))]
    refused(EMBARGO, *times, make_story().pk, by="story_embargo_is_a_period")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("first", ["version", "embargo"])
def test_neither_slips_past_the_other_while_that_is_not_committed(first: str) -> None:
    story, by = make_story(), make_user()
    row = copy_of(build_version(story, by, visible_from=NOON))
    columns, signs = ", ".join(row), ", ".join(["%s"] * len(row))
    actions = {
        "version": (
            f"INSERT INTO articles_publishedversion ({columns}) VALUES ({signs})",
            row.values(),
        ),
        "embargo": (EMBARGO, [stored(NOON), stored(NOON + 3 * HOUR), story.pk]),
    }
    refusals: list[str] = []

    def other() -> None:
        sql, values = actions["embargo" if first == "version" else "version"]
        try:
            with connection.cursor() as cursor:
                cursor.execute(sql, [*values])
        except IntegrityError as refusal:
            refusals.append(str(refusal))
        finally:
            connection.close()

    thread = threading.Thread(target=other)
    with transaction.atomic(), connection.cursor() as cursor:
        sql, values = actions[first]
        cursor.execute(sql, [*values])
        thread.start()
        # Long enough to come to where it has to wait; were it later, it would be refused as well.
        thread.join(0.5)
    thread.join()
    assert "under embargo" in " ".join(refusals)
