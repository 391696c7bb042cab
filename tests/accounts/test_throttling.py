"""Log-ins are throttled by account and by IP address, and recorded; passwords have rules."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from newsroom.accounts.models import FailedLogin, Login, User
from newsroom.accounts.throttling import ACCOUNTS_PER_IP

pytestmark = pytest.mark.django_db

RIGHT = "correct-horse-battery"
NOON = datetime(2025, 9, 1, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _three(settings: Settings, clock: time_machine.TimeMachineFixture) -> None:
    settings.AXES_FAILURE_LIMIT = 3
    settings.AXES_COOLOFF_TIME = timedelta(minutes=15)
    User.objects.create_user("anna", password=RIGHT, is_staff=True)


def log_in(password: str = RIGHT, name: str = "anna", address: str = "192.0.2.1") -> HttpResponse:
    sent = {"username": name, "password": password}
    answer = Client(REMOTE_ADDR=address).post(reverse("admin:login"), sent)
    assert isinstance(answer, HttpResponse)
    return answer


def test_an_account_is_throttled_wherever_it_is_tried_from(
    clock: time_machine.TimeMachineFixture,
) -> None:
    for number in range(3):
        answer = log_in("wrong", address=f"192.0.2.{number}")
        assert answer.status_code == (429 if number == 2 else 200)
        clock.shift(60)

    refused = log_in(address="198.51.100.7")

    assert refused.status_code == 429
    # The first of the three is too old to count at a quarter past twelve.
    assert "Wait 12 minutes" in refused.text
    assert refused["Retry-After"] == str(12 * 60)
    assert refused["Content-Security-Policy"]
    clock.shift(12 * 60 - 1)
    assert "Wait 1 minute," in " ".join(log_in().text.split())
    clock.shift(2)
    assert log_in().status_code == 302


def test_trying_on_does_not_prolong_the_wait(clock: time_machine.TimeMachineFixture) -> None:
    for _ in range(3):
        log_in("wrong")
    for _ in range(3):
        clock.shift(4 * 60)
        assert log_in("wrong").status_code == 429
    clock.shift(3 * 60 + 1)
    assert log_in().status_code == 302


def test_an_ip_address_is_throttled_whichever_account_it_tries_and_others_are_not() -> None:
    for number in range(3 * ACCOUNTS_PER_IP):
        answer = log_in("wrong", name=f"name{number}")
    assert answer.status_code == 429
    assert log_in().status_code == 429
    assert log_in(address="198.51.100.7").status_code == 302


def test_another_browser_does_not_get_around_it() -> None:
    sent = {"username": "anna", "password": "wrong"}
    answers = [
        Client(headers={"user-agent": f"b{number}"}).post(reverse("admin:login"), sent).status_code
        for number in range(4)
    ]
    assert answers == [200, 200, 429, 429]


def test_log_ins_and_failures_are_recorded(clock: time_machine.TimeMachineFixture) -> None:
    log_in("wrong", name="nobody")
    client = Client(REMOTE_ADDR="192.0.2.9")
    client.post(reverse("admin:login"), {"username": "anna", "password": RIGHT})
    clock.shift(3600)
    client.post(reverse("admin:logout"))

    failed, made = FailedLogin.objects.get(), Login.objects.get()
    assert (failed.username, failed.ip_address, failed.locked_out) == ("nobody", "192.0.2.1", False)
    assert (made.username, made.ip_address) == ("anna", "192.0.2.9")
    assert (made.attempt_time, made.logout_time) == (NOON, NOON + timedelta(hours=1))


def test_a_forged_header_does_not_get_around_it(settings: Settings) -> None:
    settings.NEWSROOM_PROXY_ADDRESS_HEADER = "X-Forwarded-For"
    for number in range(3 * ACCOUNTS_PER_IP):
        client = Client(headers={"x-forwarded-for": f"10.0.0.{number}, 203.0.113.5"})
        answer = client.post(reverse("admin:login"), {"username": f"n{number}", "password": "x"})
    assert answer.status_code == 429


@pytest.mark.parametrize(
    "forms",
    [
        ("203.0.113.7:51234", "203.0.113.7", "::ffff:203.0.113.7", "[::ffff:203.0.113.7]:80"),
        ("[2001:db8::1]:51234", "2001:db8::1", "[2001:db8::2]", '"[2001:db8:0:0:ffff::]:1"'),
    ],
)
def test_it_counts_the_visitor_however_the_proxy_writes_the_address(
    settings: Settings, forms: tuple[str, ...]
) -> None:
    settings.NEWSROOM_PROXY_ADDRESS_HEADER = "X-Forwarded-For"

    def failing(address: str, name: str) -> int:
        client = Client(headers={"x-forwarded-for": address}, REMOTE_ADDR="10.0.0.1")
        sent = {"username": name, "password": "wrong"}
        return client.post(reverse("admin:login"), sent).status_code

    for number in range(3 * ACCOUNTS_PER_IP - 1):
        assert failing(forms[number % len(forms)], f"name{number}") == 200
    for number, form in enumerate(forms):
        assert failing(form, f"again{number}") == 429
    for other in ("203.0.113.8:51234", "[2001:db8:0:1::1]:51234", "::ffff:203.0.113.8"):
        assert failing(other, f"name {other}") == 200


@pytest.mark.parametrize("weak", ["short-pass1", "123456789012345", "1qaz2wsx3edc", "stone.anna.1"])
def test_a_weak_password_is_refused(weak: str) -> None:
    user = User(username="anna.stone", email="stone.anna@news.example")
    with pytest.raises(ValidationError):
        validate_password(weak, user)


def test_a_strong_password_is_accepted() -> None:
    validate_password(RIGHT, User(username="anna.stone"))
