"""The report on decisions: by whom, after what wait, in which section."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.links import moderation
from articles.models import RelatedLink
from articles.people import EDITOR, MANAGING_EDITOR, MODERATOR, REPORTER
from articles.templatetags.times import span
from newsroom.accounts.models import User
from tests.factories import HOUR, NOON, make_link, make_section
from tests.helpers import draft, person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
Desk = Callable[[User], Client]


def report(desk: Desk, **query: int) -> Any:
    page = desk(person(MODERATOR)).get(reverse("admin:articles_relatedlink_report"), query)
    assert page.status_code == 200
    return page.context


def test_it_says_by_whom_after_what_wait_and_in_which_section(
    desk: Desk, clock: time_machine.TimeMachineFixture
) -> None:
    sections = [make_section(name=name, slug=name.lower()) for name in ("World", "Sport")]
    links = [
        make_link(draft(f"Linking {at}", section=section), target=draft(f"Target {at}"))
        for at, section in enumerate([*sections, None, sections[0]])
    ]
    RelatedLink.objects.update(suggested_at=NOON)
    for hours, link, verb, by in (
        (1, links[0], moderation.approve, MODERATOR),
        (3, links[1], moderation.reject, MODERATOR),
        (5, links[2], moderation.approve, EDITOR),
    ):
        clock.move_to(NOON + hours * HOUR, tick=False)
        verb(link, by=person(by))

    found = report(desk)
    assert [(one.name, one.approved, one.rejected, one.wait) for one in found["people"]] == [
        ("moderator", 1, 1, 2 * HOUR),
        ("editor", 1, 0, 5 * HOUR),
    ]
    assert [
        (one.name, one.approved, one.rejected, one.waiting, one.oldest) for one in found["sections"]
    ] == [("Sport", 0, 1, 0, None), ("World", 1, 0, 1, NOON), ("No section", 1, 0, 0, None)]

    clock.move_to(NOON + timedelta(days=10), tick=False)
    assert report(desk, days=7)["people"] == []
    assert len(report(desk, days=90)["people"]) == 2
    assert report(desk, days=13)["days"] == 30


@pytest.mark.parametrize(
    ("role", "status"),
    [("", 403), (REPORTER, 403), (MODERATOR, 200), (EDITOR, 200), (MANAGING_EDITOR, 200)],
)
def test_who_sees_it_by_role(desk: Desk, role: str, status: int) -> None:
    url = reverse("admin:articles_relatedlink_report")
    assert desk(person(role)).get(url).status_code == status


@pytest.mark.parametrize("number", [1, 3, 30])
def test_it_asks_no_more_however_much_was_decided(desk: Desk, number: int) -> None:
    for at in range(number):
        section = make_section(name=f"Section {at}", slug=f"section-{at}")
        link = make_link(draft(f"Linking {at}", section=section), target=draft(f"Target {at}"))
        moderation.approve(link, by=person(EDITOR, f"editor {at}"))
    client = desk(person(MODERATOR))
    client.get(reverse("admin:articles_relatedlink_report"))
    with CaptureQueriesContext(connection) as captured:
        client.get(reverse("admin:articles_relatedlink_report"))
    # The session, the account and its permissions; decisions by person, their names,
    # decisions and waits by section, sections, and the numbers in the bar.
    assert len(captured) == 10


@pytest.mark.once
@pytest.mark.parametrize(
    ("minutes", "said"), [(0, "0 min"), (59, "59 min"), (125, "2 h 5 min"), (1501, "1 d 1 h")]
)
def test_a_span_of_time_is_said_in_two_units(minutes: int, said: str) -> None:
    assert span(timedelta(minutes=minutes)) == said
