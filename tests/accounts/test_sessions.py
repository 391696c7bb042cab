"""Sessions at the desk end, and what was typed is not lost with them."""

import pytest
import time_machine
from django.conf import settings as project
from django.contrib.auth import SESSION_KEY
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse, reverse_lazy
from pytest_django import Settings

from newsroom.accounts.models import User
from newsroom.accounts.sessions import UNATTENDED

pytestmark = pytest.mark.django_db

MINUTE = 60
HOUR = 60 * MINUTE
#: Any form at the desk will do: it is refused before a view sees it.
FORM = reverse_lazy("admin:accounts_user_add")


def person() -> User:
    return User.objects.create_superuser("anna")


@pytest.fixture
def client(settings: Settings, clock: time_machine.TimeMachineFixture) -> Client:
    settings.NEWSROOM_SESSION_IDLE_SECONDS = 2 * HOUR
    settings.NEWSROOM_SESSION_AGE_SECONDS = 10 * HOUR
    client = Client()
    client.force_login(person())
    return client


def is_in(client: Client) -> bool:
    return client.get(reverse("admin:index")).status_code == 200


def test_it_ends_after_too_long_without_a_request(
    client: Client, clock: time_machine.TimeMachineFixture
) -> None:
    assert is_in(client)
    clock.shift(2 * HOUR)
    assert is_in(client)
    clock.shift(2 * HOUR + 1)
    assert not is_in(client)
    assert SESSION_KEY not in client.session


def test_it_ends_some_time_after_the_log_in_however_busy_it_is(
    client: Client, clock: time_machine.TimeMachineFixture
) -> None:
    for _ in range(11):
        assert is_in(client)
        clock.shift(HOUR)
    assert not is_in(client)


def test_a_form_that_is_sent_too_late_is_shown_and_saves_nothing(
    client: Client, clock: time_machine.TimeMachineFixture
) -> None:
    is_in(client)
    clock.shift(3 * HOUR)
    typed = {
        "username": "ben",
        "headline": "Typed & typed",
        "body": "<p>All night</p>",
        "csrfmiddlewaretoken": "secret-token",
        "password1": "secret-word",
        "_publish": "1",
        "related_links-TOTAL_FORMS": "0",
        "related_links-0-story": "1",
        "related_links-__prefix__-story": "1",
    }

    answer = client.post(FORM, typed)

    assert answer.status_code == 403
    assert "Typed &amp; typed" in answer.text
    assert "&lt;p&gt;All night&lt;/p&gt;" in answer.text
    assert "secret" not in answer.text
    assert answer.context["typed"] == [
        ("username", "ben"),
        ("headline", "Typed & typed"),
        ("body", "<p>All night</p>"),
    ]
    assert User.objects.count() == 1


@pytest.mark.parametrize("checked", [False, True])
def test_a_form_sent_after_a_log_out_in_another_window_is_shown(checked: bool) -> None:
    client = Client(enforce_csrf_checks=checked)
    answer = client.post(FORM, {"headline": "Typed & typed"})

    assert answer.status_code == 403
    assert answer.context["typed"] == [("headline", "Typed & typed")]
    assert f'href="{FORM}"' in answer.text


def test_a_form_that_is_older_than_the_log_in_is_shown_and_saves_nothing() -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(person())

    typed = {"headline": "Typed & typed", "csrfmiddlewaretoken": "x" * 64}
    answer = client.post(FORM, typed)

    assert answer.status_code == 403
    assert answer.context["typed"] == [("headline", "Typed & typed")]
    assert "You logged in again" in answer.text
    assert User.objects.count() == 1


def test_an_old_form_to_log_in_or_out_has_nothing_worth_showing() -> None:
    client = Client(enforce_csrf_checks=True)
    for name in ("login", "logout"):
        answer = client.post(reverse(f"admin:{name}"), {"username": "anna"})
        assert answer.status_code == 403
        assert "typed" not in (answer.context or {})


def test_it_is_written_once_a_minute_at_most(
    client: Client, clock: time_machine.TimeMachineFixture
) -> None:
    def writes() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert is_in(client)
        return sum("UPDATE" in query["sql"] for query in captured.captured_queries)

    assert writes() == 1
    clock.shift(MINUTE)
    assert writes() == 0
    clock.shift(1)
    assert writes() == 1


def test_readers_pages_do_not_touch_it(
    client: Client, clock: time_machine.TimeMachineFixture
) -> None:
    is_in(client)
    clock.shift(3 * HOUR)
    assert not client.get("/").cookies
    assert SESSION_KEY in client.session


def test_the_cookie_outlives_both() -> None:
    ends = (project.NEWSROOM_SESSION_IDLE_SECONDS, project.NEWSROOM_SESSION_AGE_SECONDS)
    assert max(ends) < project.SESSION_COOKIE_AGE


def test_what_a_page_asks_by_itself_keeps_no_session_alive(
    client: Client, clock: time_machine.TimeMachineFixture
) -> None:
    assert is_in(client)
    clock.shift(2 * HOUR - MINUTE)
    client.get(reverse("admin:index"), headers={UNATTENDED: "1"})
    clock.shift(2 * MINUTE)
    assert not is_in(client)
