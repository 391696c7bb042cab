"""The other trials, as long as a test may take."""

import pytest

from tests.trials.as_of import compare_as_of
from tests.trials.requests import ask_privately
from tests.trials.suggestions import look_for_leaks
from tests.trials.uploads import look_for_pictures, send_hostile_uploads


@pytest.mark.django_db
def test_pages_as_of_any_time_are_what_was_served() -> None:
    # tests/readers/pages/test_as_of.py holds it; that of the trials has to run.
    compared, differences = compare_as_of(60, long=3)
    assert compared >= 60
    assert differences == 0


@pytest.mark.django_db
def test_nothing_is_suggested_that_readers_cannot_see() -> None:
    tried, leaked = look_for_leaks(60)
    assert tried >= 60
    assert leaked == 0


def test_no_request_reaches_a_private_network() -> None:
    assert ask_privately(30) == (30, 0)


@pytest.mark.django_db
def test_no_hostile_upload_is_let_in() -> None:
    assert send_hostile_uploads(60) == (60, 0)


@pytest.mark.django_db
def test_no_picture_is_got_that_readers_cannot_see() -> None:
    asked, leaks = look_for_pictures(60)
    assert asked >= 60
    assert leaks == 0
