"""Times as people say them."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone, translation
from pytest_django import Settings

from articles.core import format_ago, format_time_twice

#: A Monday, 14:00 in Berlin.
NOW = datetime(2025, 9, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("later", "text"),
    [
        (timedelta(), "just now"),
        (timedelta(seconds=-59), "just now"),
        (timedelta(seconds=59), "in a moment"),
        (timedelta(minutes=-12, seconds=-40), "12 min ago"),
        (timedelta(minutes=12), "in 12 min"),
        (timedelta(hours=-3), "3 h ago"),
        (timedelta(hours=3), "today, 17:00"),
        (timedelta(hours=-7), "today, 07:00"),
        (timedelta(hours=-15), "yesterday, 23:00"),
        (timedelta(hours=10), "tomorrow, 00:00"),
        (timedelta(days=4), "Fri, 14:00"),
        (timedelta(days=-6), "Tue, 14:00"),
        (timedelta(days=-7), "25 August"),
        (timedelta(days=-300), "5 November 2024"),
    ],
)
def test_a_time_is_said_as_people_do(later: timedelta, text: str) -> None:
    with timezone.override("Europe/Berlin"), translation.override("en"):
        assert format_ago(NOW + later, NOW) == text


def test_the_newsrooms_time_is_added_where_it_differs(settings: Settings) -> None:
    settings.TIME_ZONE = "Asia/Tokyo"
    with translation.override("en"):
        with timezone.override("Europe/Berlin"):
            told = "1 September 2025, 14:00 CEST (in the newsroom: 1 September 2025, 21:00 JST)"
            assert format_time_twice(NOW) == told
        with timezone.override("Asia/Seoul"):
            assert format_time_twice(NOW) == "1 September 2025, 21:00 KST"
