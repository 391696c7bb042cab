"""Dates and times as each language writes them: a clock of 24 hours, with the time zone."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import formats, timezone, translation

from articles.core import format_time

BERLIN = ZoneInfo("Europe/Berlin")
#: An evening, in winter.
AT = datetime(2025, 3, 1, 17, 5, tzinfo=UTC)
FORMATS = {
    "en-gb": {
        "DATE_FORMAT": "1 March 2025",
        "TIME_FORMAT": "18:05",
        "DATETIME_FORMAT": "1 March 2025, 18:05 CET",
        "YEAR_MONTH_FORMAT": "March 2025",
        "MONTH_DAY_FORMAT": "1 March",
        "SHORT_DATE_FORMAT": "1 Mar 2025",
        "SHORT_DATETIME_FORMAT": "1 Mar 2025, 18:05 CET",
    },
    "de": {
        "DATE_FORMAT": "1. März 2025",
        "TIME_FORMAT": "18:05",
        "DATETIME_FORMAT": "1. März 2025, 18:05 CET",
        "YEAR_MONTH_FORMAT": "März 2025",
        "MONTH_DAY_FORMAT": "1. März",
        "SHORT_DATE_FORMAT": "01.03.2025",
        "SHORT_DATETIME_FORMAT": "01.03.2025 18:05 CET",
    },
    "ru": {
        "DATE_FORMAT": "1 марта 2025 г.",
        "TIME_FORMAT": "18:05",
        "DATETIME_FORMAT": "1 марта 2025 г., 18:05 CET",
        "YEAR_MONTH_FORMAT": "Март 2025 г.",
        "MONTH_DAY_FORMAT": "1 марта",
        "SHORT_DATE_FORMAT": "01.03.2025",
        "SHORT_DATETIME_FORMAT": "01.03.2025 18:05 CET",
    },
}
FORMATS["en"] = FORMATS["en-us"] = FORMATS["en-gb"]


@pytest.mark.parametrize("language", sorted(FORMATS))
def test_dates_are_written_as_in_the_language(language: str) -> None:
    with translation.override(language), timezone.override(BERLIN):
        local = timezone.localtime(AT)
        shown = {name: formats.date_format(local, name) for name in FORMATS[language]}
        assert shown == FORMATS[language]
        assert format_time(AT) == FORMATS[language]["DATETIME_FORMAT"]
