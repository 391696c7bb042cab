"""Times and names as readers' pages print them."""

from datetime import UTC, datetime

from django.utils import timezone, translation
from pytest_django import Settings

from articles.readers.formatting import byline, moment
from tests.factories import NOON


def test_times_follow_the_zone_and_language_of_the_newsroom(settings: Settings) -> None:
    assert "1 September 2025, 12:00 UTC" in moment(NOON)
    settings.TIME_ZONE, settings.LANGUAGE_CODE = "Asia/Tokyo", "de"
    assert 'datetime="2025-09-01T21:00:00+09:00"' in moment(NOON)
    assert "1. September 2025, 21:00 JST" in moment(NOON)
    settings.LANGUAGE_CODE = "fr"
    assert "1 septembre 2025" in moment(NOON)


def test_times_do_not_follow_the_zone_and_language_of_a_person() -> None:
    later = datetime(2025, 9, 1, 13, tzinfo=UTC)
    with translation.override("ru"), timezone.override("Asia/Tokyo"):
        assert "1 September 2025, 13:00 UTC" in moment(later)


def test_the_hour_that_the_clocks_repeat_is_shown_with_its_zone(settings: Settings) -> None:
    settings.TIME_ZONE = "Europe/London"
    assert "01:30 BST" in moment(datetime(2025, 10, 26, 0, 30, tzinfo=UTC))
    assert "01:30 GMT" in moment(datetime(2025, 10, 26, 1, 30, tzinfo=UTC))


def test_a_byline_names_all_authors_each_in_its_own_direction() -> None:
    assert byline([("Ana", "")]) == "By <bdi>Ana</bdi>"
    assert byline([("Ana", ""), ("<Ben>", "")]) == "By <bdi>Ana</bdi> and <bdi>&lt;Ben&gt;</bdi>"
    assert byline([("Ana", ""), ("Ben", ""), ("Cy", "")]) == (
        "By <bdi>Ana</bdi>, <bdi>Ben</bdi> and <bdi>Cy</bdi>"
    )


def test_words_of_a_byline_that_are_no_author_stand_apart() -> None:
    ana, agencies = ("Ana", ""), ("With <agencies>", None)
    assert byline([agencies]) == "<bdi>With &lt;agencies&gt;</bdi>"
    assert byline([ana, agencies]) == "By <bdi>Ana</bdi> · <bdi>With &lt;agencies&gt;</bdi>"
    assert byline([agencies, ana]) == "<bdi>With &lt;agencies&gt;</bdi> · By <bdi>Ana</bdi>"
