"""What the database itself refuses of live blogs, tried with plain SQL."""

from datetime import datetime

import pytest
from django.db import connection

from articles.models import EntryVersion, LiveCoverage
from tests.database.plain_sql import columns_of, insert, refused
from tests.database.test_erasure_rules import erase
from tests.factories import (
    HOUR,
    NOON,
    make_coverage,
    make_embargo,
    make_entry,
    make_live_entry,
    make_story,
    make_version,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
VERSION = EntryVersion._meta.db_table


@pytest.fixture
def version(clock: object) -> EntryVersion:
    """An entry that readers see from half an hour before noon on."""
    return make_live_entry(make_version().story)


def times(version: EntryVersion, start: float, end: float | None) -> dict[str, object]:
    """Return the columns of the same with another period, in hours from noon."""
    stored = EntryVersion._meta.get_field("visible_from").get_db_prep_save
    row = {"visible_from": NOON + start * HOUR, "visible_until": end and NOON + end * HOUR}
    return columns_of(version, **{name: stored(at, connection) for name, at in row.items()})


def test_nothing_of_a_published_entry_changes_but_its_end(version: EntryVersion) -> None:
    for change in ("body_html = 'x'", "note = 'x'", "visible_from = made_at, headline = 'x'"):
        refused(f"UPDATE {VERSION} SET {change}", by="entry_version_is_frozen")
    refused(f"DELETE FROM {VERSION}", by="entry_version_is_kept")
    EntryVersion.objects.update(visible_until=NOON + HOUR)
    erase(version, by="entry_version_is_not_erased")


@pytest.mark.parametrize(("start", "end"), [(-0.5, None), (1, 3), (-0.25, 2)])
def test_two_forms_of_an_entry_are_not_seen_at_once(
    version: EntryVersion, start: float, end: float | None
) -> None:
    insert(VERSION, times(version, start, end), by="entry_version_periods_do_not_overlap")


def test_an_entry_is_of_one_story(version: EntryVersion) -> None:
    row = times(version, 1, 2) | {"story_id": make_story().pk}
    EntryVersion.objects.update(visible_until=NOON)
    insert(VERSION, row, by="entry_version_is_of_the_story_of_its_entry")


def _stored(value: object) -> object:
    if not isinstance(value, datetime):
        return value
    return EntryVersion._meta.get_field("at").get_db_prep_save(value, connection)


@pytest.mark.parametrize(
    ("change", "by"),
    [
        ({"visible_until": NOON - HOUR}, "entry_version_ends_after_it_starts"),
        ({"at": NOON}, "entry_version_tells_no_later_time"),
        ({"published_at": NOON}, "entry_version_published_before_it_starts"),
        ({"modified_at": NOON - HOUR}, "entry_version_modified_after_published"),
        ({"is_key": True}, "entry_version_key_moment_has_headline"),
    ],
)
def test_its_times_and_words_fit(version: EntryVersion, change: dict[str, object], by: str) -> None:
    other = make_entry(version.story)
    values = {name: _stored(value) for name, value in change.items()}
    insert(VERSION, columns_of(version) | {"entry_id": other.pk} | values, by=by)


def test_none_starts_under_embargo(version: EntryVersion) -> None:
    EntryVersion.objects.update(visible_until=NOON)
    make_embargo(version.story, until=NOON + 2 * HOUR)
    insert(VERSION, times(version, 1, None), by="embargo_holds_new_entry")
    table = "articles_embargo"
    make_live_entry(version.story, visible_from=NOON + 2 * HOUR)
    refused(f"UPDATE {table} SET until = %s", NOON + 3 * HOUR, by="embargo_is_not_late_for_entries")
    unscheduled = make_live_entry(
        version.story, visible_from=NOON + HOUR, visible_until=NOON + HOUR
    )
    refused(
        f"UPDATE {VERSION} SET visible_until = NULL WHERE id = %s",
        unscheduled.pk,
        by="embargo_holds_entry",
    )


def test_no_embargo_is_set_over_a_scheduled_entry(version: EntryVersion) -> None:
    make_live_entry(version.story, visible_from=NOON + HOUR)
    row = {"story_id": version.story_id, "set_at": NOON, "until": NOON + 2 * HOUR}
    insert("articles_embargo", row, by="new_embargo_is_not_late_for_entries")


def test_coverage_is_one_at_a_time() -> None:
    held = make_coverage(make_story())
    table = LiveCoverage._meta.db_table
    insert(table, columns_of(held), by="live_coverage_periods_do_not_overlap")
    refused(f"UPDATE {table} SET is_running = NOT is_running", by="live_coverage_is_frozen")
    erase(held, by="live_coverage_is_not_erased")
