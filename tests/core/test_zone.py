"""Times in the active time zone, also on the days when its clocks change."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone, translation

from articles.core import format_time, format_time_in_full, possible_times, skipped_period

LONDON, NEW_YORK, LORD_HOWE = "Europe/London", "America/New_York", "Australia/Lord_Howe"


def naive(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("name", "at", "words"),
    [
        ("UTC", "2025-09-05T17:00Z", "5 September 2025, 17:00 UTC"),
        (LONDON, "2025-09-05T17:00Z", "5 September 2025, 18:00 BST (Europe/London)"),
        ("Asia/Almaty", "2025-09-05T20:00Z", "6 September 2025, 01:00 +05 (Asia/Almaty)"),
    ],
)
def test_a_time_is_shown_in_the_active_zone_with_its_name(name: str, at: str, words: str) -> None:
    with timezone.override(name):
        assert format_time_in_full(datetime.fromisoformat(at)) == words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "5 September 2025, 18:00 BST"),
        ("de", "5. September 2025, 18:00 BST"),
        ("ru", "5 сентября 2025 г., 18:00 BST"),
    ],
)
def test_a_time_is_shown_in_the_format_of_the_active_language(language: str, words: str) -> None:
    with timezone.override(LONDON), translation.override(language):
        assert format_time(datetime.fromisoformat("2025-09-05T17:00Z")) == words


def test_the_two_hours_that_the_clocks_repeat_are_told_apart() -> None:
    with timezone.override(LONDON):
        first, second = possible_times(naive("2025-10-26T01:30"))
        assert format_time(first) == "26 October 2025, 01:30 BST"
        assert format_time(second) == "26 October 2025, 01:30 GMT"


@pytest.mark.parametrize(
    ("name", "typed", "found"),
    [
        (LONDON, "2025-09-05T18:00", ["17:00"]),
        (LONDON, "2025-03-30T00:59", ["00:59"]),
        (LONDON, "2025-03-30T01:00", []),
        (LONDON, "2025-03-30T01:59", []),
        (LONDON, "2025-03-30T02:00", ["01:00"]),
        (LONDON, "2025-10-26T00:59", ["23:59"]),
        (LONDON, "2025-10-26T01:00", ["00:00", "01:00"]),
        (LONDON, "2025-10-26T01:30", ["00:30", "01:30"]),
        (LONDON, "2025-10-26T02:00", ["02:00"]),
        (NEW_YORK, "2025-03-09T02:30", []),
        (NEW_YORK, "2025-11-02T01:30", ["05:30", "06:30"]),
        (LORD_HOWE, "2025-10-05T02:15", []),
        (LORD_HOWE, "2025-04-06T01:45", ["14:45", "15:15"]),
    ],
)
def test_what_a_clock_shows_happens_once_or_twice_or_never(
    name: str, typed: str, found: list[str]
) -> None:
    with timezone.override(name):
        moments = possible_times(naive(typed))
    assert all(at.tzinfo is UTC for at in moments)
    assert [f"{at:%H:%M}" for at in moments] == found


@pytest.mark.parametrize(
    ("name", "typed", "gap"),
    [
        (LONDON, "2025-03-30T01:00", ("01:00", "02:00")),
        (LONDON, "2025-03-30T01:59", ("01:00", "02:00")),
        (NEW_YORK, "2025-03-09T02:30", ("02:00", "03:00")),
        # Half an hour.
        (LORD_HOWE, "2025-10-05T02:15", ("02:00", "02:30")),
    ],
)
def test_the_hour_that_does_not_exist_is_known_from_both_ends(
    name: str, typed: str, gap: tuple[str, str]
) -> None:
    with timezone.override(name):
        start, end = skipped_period(naive(typed))
        assert possible_times(end)
    assert (f"{start:%H:%M}", f"{end:%H:%M}") == gap


def test_a_day_that_a_zone_skipped_is_known_too() -> None:
    with timezone.override("Pacific/Apia"):
        assert possible_times(naive("2011-12-30T12:00")) == []
        gap = skipped_period(naive("2011-12-30T12:00"))
    assert gap == (naive("2011-12-30T00:00"), naive("2011-12-31T00:00"))
