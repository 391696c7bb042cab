"""What the database itself refuses of published versions and embargoes, tried with plain SQL."""

import threading
from datetime import datetime
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from articles.models import Embargo, PublishedVersion, Story, VersionKind
from tests.database.plain_sql import columns_of, insert, refused
from tests.factories import (
    HOUR,
    NOON,
    build_version,
    make_embargo,
    make_story,
    make_user,
    make_version,
)

pytestmark = pytest.mark.django_db
#: The embargo of these tests lasts from noon for three hours. Hours after noon:
STARTS_UNDER_IT = [(0.001, None), (0.001, 0.002), (1, 2), (1, 4), (2.999, None)]
STANDS_BESIDE_IT = [
    *((-2, -1), (-1, 0), (1, 1), (3, None), (3, 4)),
    # Readers saw these when it was set.
    *((-1, None), (-1, 2), (-1, 5), (0, None)),
]
SET = "INSERT INTO articles_embargo (story_id, set_at, until) VALUES (%s, %s, %s)"
CHANGE = "UPDATE articles_embargo SET set_at = %s, until = %s WHERE story_id = %s"


def hours(number: float | None) -> datetime | None:
    return None if number is None else NOON + number * HOUR


def stored(at: datetime | None) -> Any:
    """Return the time as the database has it."""
    return PublishedVersion._meta.get_field("visible_until").get_db_prep_save(at, connection)


def embargoed() -> Story:
    story = make_story()
    make_embargo(story, until=NOON + 3 * HOUR)
    return story


def period() -> list[Any]:
    return [stored(NOON), stored(NOON + 3 * HOUR)]


@pytest.mark.parametrize(("start", "end"), STARTS_UNDER_IT)
def test_no_version_is_added_that_would_start_under_embargo(
    start: float, end: float | None
) -> None:
    times = {"visible_from": hours(start), "visible_until": hours(end)}
    row = columns_of(build_version(embargoed(), make_user(), **times))
    insert("articles_publishedversion", row, by="embargo_holds_new_version")


@pytest.mark.parametrize(("start", "end"), STARTS_UNDER_IT)
def test_no_unscheduled_version_comes_back_under_embargo(start: float, end: float | None) -> None:
    off = make_version(embargoed(), visible_from=hours(start), visible_until=hours(start))
    refused(
        "UPDATE articles_publishedversion SET visible_until = %s WHERE id = %s",
        stored(hours(end)),
        off.pk,
        by="embargo_holds_version",
    )


@pytest.mark.parametrize(("start", "end"), STARTS_UNDER_IT)
def test_no_embargo_is_set_over_a_version_that_starts_under_it(
    start: float, end: float | None
) -> None:
    version = make_version(visible_from=hours(start), visible_until=hours(end))
    refused(SET, version.story_id, *period(), by="new_embargo_is_not_late")


@pytest.mark.parametrize(("start", "end"), STARTS_UNDER_IT)
def test_no_embargo_is_moved_over_a_version_that_starts_under_it(
    start: float, end: float | None
) -> None:
    version = make_version(visible_from=hours(start), visible_until=hours(end))
    make_embargo(version.story, set_at=NOON - 9 * HOUR, until=NOON - 8 * HOUR)
    refused(CHANGE, *period(), version.story_id, by="embargo_is_not_late")


@pytest.mark.parametrize(("start", "end"), STANDS_BESIDE_IT)
def test_versions_from_before_and_after_it_stand_and_those_that_were_unscheduled(
    start: float, end: float | None
) -> None:
    version = make_version(embargoed(), visible_from=hours(start), visible_until=hours(end))
    with connection.cursor() as cursor:
        cursor.execute(CHANGE, [*period(), version.story_id])


def test_a_withdrawal_notice_stands_under_it() -> None:
    make_version(embargoed(), kind=VersionKind.WITHDRAWAL, visible_from=NOON + HOUR)


@pytest.mark.parametrize("until", [0, -1])
def test_an_embargo_ends_after_it_was_set(until: int) -> None:
    times = [stored(NOON), stored(hours(until))]
    refused(SET, make_story().pk, *times, by="embargo_ends_after_it_was_set")


def test_a_story_has_one_embargo() -> None:
    named = "articles_embargo_story_id_key" if connection.vendor == "postgresql" else "story_id"
    refused(SET, embargoed().pk, *period(), by=named)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("first", ["version", "embargo"])
@pytest.mark.parametrize("moved", [False, True])
def test_neither_slips_past_the_other_while_that_is_not_committed(first: str, moved: bool) -> None:
    story, by = make_story(), make_user()
    if moved:
        make_embargo(story, set_at=NOON - 9 * HOUR, until=NOON - 8 * HOUR)
    row = columns_of(build_version(story, by, visible_from=NOON + HOUR))
    columns, signs = ", ".join(row), ", ".join(["%s"] * len(row))
    statements: dict[str, tuple[str, list[Any]]] = {
        "version": (
            f"INSERT INTO articles_publishedversion ({columns}) VALUES ({signs})",
            [*row.values()],
        ),
        "embargo": (CHANGE, [*period(), story.pk]) if moved else (SET, [story.pk, *period()]),
    }
    refusals: list[str] = []

    def other() -> None:
        sql, values = statements["embargo" if first == "version" else "version"]
        try:
            with connection.cursor() as cursor:
                cursor.execute(sql, values)
        except IntegrityError as refusal:
            refusals.append(str(refusal))
        finally:
            connection.close()

    thread = threading.Thread(target=other)
    with transaction.atomic(), connection.cursor() as cursor:
        sql, values = statements[first]
        cursor.execute(sql, values)
        thread.start()
        # Long enough to come to where it has to wait; were it later, it would be refused as well.
        thread.join(0.5)
    thread.join()
    assert "under embargo" in " ".join(refusals)
    assert not (Embargo.objects.filter(until__gt=NOON) and PublishedVersion.objects.exists())
