"""A time is typed as the newsroom's clock shows it, on the days too when the clocks change."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.utils import timezone

from articles.desk.actions.action_form import TimedForm
from articles.models import Story


@pytest.fixture(autouse=True)
def _in_london() -> Iterator[None]:
    with timezone.override("Europe/London"):
        yield


def typed(at: str, **more: str) -> TimedForm:
    return TimedForm(Story(), {"at": at, **more})


def error_of(form: TimedForm, field: str) -> str:
    assert not form.is_valid()
    return " ".join(map(str, form.errors[field]))


@pytest.mark.parametrize(
    ("at", "hour"), [("2025-09-05T18:00", 17), ("2025-12-05 18:00", 18), ("5/12/2025 18:00", 18)]
)
def test_a_time_is_the_newsrooms(at: str, hour: int) -> None:
    form = typed(at)
    assert form.is_valid()
    assert form.values()["at"].astimezone(UTC).hour == hour
    assert list(form.fields) == ["at"]


def test_an_hour_that_does_not_exist_is_refused_with_what_exists() -> None:
    said = error_of(typed("2025-03-30T01:30"), "at")
    assert said == (
        "01:30 does not exist then: on 30 March 2025 the clocks in Europe/London go forward from"
        " 01:00 to 02:00. Choose 02:00 or later, or a time before 01:00."
    )


def test_a_doubled_hour_is_asked_about_and_each_answer_is_another_hour() -> None:
    form = typed("2025-10-26T01:30")
    assert "01:30 occurs twice" in error_of(form, "which")
    choices = dict(form.fields["which"].choices)  # type: ignore[attr-defined]
    assert list(choices.values()) == [
        "26 October 2025, 01:30 BST (Europe/London), before the clocks go back",
        "26 October 2025, 01:30 GMT (Europe/London), after the clocks went back",
    ]
    for which, hour in zip(choices, (0, 1), strict=True):
        answered = typed("2025-10-26T01:30", which=which)
        assert answered.is_valid()
        assert answered.values() == {"at": datetime(2025, 10, 26, hour, 30, tzinfo=UTC)}


def test_an_answer_to_another_question_is_no_answer() -> None:
    other = "2025-10-26T00:45:00+00:00"
    assert "occurs twice" in error_of(typed("2025-10-26T01:30", which=other), "which")
    form = typed("2025-10-27T01:30", which=other)
    assert form.is_valid()
    assert form.values() == {"at": datetime(2025, 10, 27, 1, 30, tzinfo=UTC)}


@pytest.mark.parametrize(
    "at",
    [
        "soon",
        "2025-02-30T10:00",
        "2025-09-01T25:00",
        "0001-01-01T00:00",
        "9999-12-31T23:59",
        "2025-09-01T10:00\0",
    ],
)
def test_what_is_no_time_is_told(at: str) -> None:
    assert "Enter day and time" in error_of(typed(at), "at")


def test_the_zone_is_named_and_what_time_it_is_there(clock: object) -> None:
    shown = TimedForm(Story()).as_p()
    assert "In the time zone Europe/London (BST), where it is now 13:00." in shown
