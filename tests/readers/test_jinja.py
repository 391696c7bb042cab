"""What the templates of readers' pages may call."""

from datetime import UTC, datetime

import jinja2
import pytest
from django.template import engines
from pytest_django import Settings

from articles.readers.jinja import moment
from tests.factories import NOON


def test_a_name_that_is_not_known_is_an_error_and_text_is_escaped() -> None:
    template = engines["jinja2"].from_string("{{ headline }}")
    assert template.render({"headline": "<b>&"}) == "&lt;b&gt;&amp;"
    with pytest.raises(jinja2.UndefinedError, match="headline"):
        template.render({})


def test_times_follow_the_zone_and_language_of_the_newsroom(settings: Settings) -> None:
    assert "1 September 2025, 12:00 UTC" in moment(NOON)
    settings.TIME_ZONE, settings.LANGUAGE_CODE = "Asia/Tokyo", "de"
    assert 'datetime="2025-09-01T21:00:00+09:00"' in moment(NOON)
    assert "1 September 2025, 21:00 JST" in moment(NOON)
    settings.LANGUAGE_CODE = "fr"
    assert "1 septembre 2025" in moment(NOON)


def test_the_hour_that_the_clocks_repeat_is_told_with_its_zone(settings: Settings) -> None:
    settings.TIME_ZONE = "Europe/London"
    assert "01:30 BST" in moment(datetime(2025, 10, 26, 0, 30, tzinfo=UTC))
    assert "01:30 GMT" in moment(datetime(2025, 10, 26, 1, 30, tzinfo=UTC))
