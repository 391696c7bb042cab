"""The desk follows each person's language and time zone; public pages follow the newsroom's."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import formats, timezone, translation
from pytest_django import Settings

from newsroom.accounts.models import User
from newsroom.accounts.preferences import PreferencesMiddleware

NEWSROOM = ("en-gb", "Europe/London")


@pytest.fixture(autouse=True)
def _newsroom(settings: Settings) -> Iterator[None]:
    settings.LANGUAGE_CODE, settings.TIME_ZONE = NEWSROOM
    translation.deactivate()
    yield
    assert active() == NEWSROOM


def active() -> tuple[str | None, str]:
    return translation.get_language(), timezone.get_current_timezone_name()


def seen(user: User | AnonymousUser, path: str = "/admin/") -> tuple[str | None, str]:
    """Return the language and the time zone that a view at the path works in."""
    found = []

    def view(request: HttpRequest) -> HttpResponse:
        found.append(active())
        return HttpResponse()

    request = RequestFactory().get(path)
    request.user = user
    PreferencesMiddleware(view)(request)
    return found[0]


@pytest.mark.parametrize(
    ("language", "time_zone", "expected"),
    [
        ("de", "Asia/Tokyo", ("de", "Asia/Tokyo")),
        ("ru", "", ("ru", "Europe/London")),
        ("", "Asia/Tokyo", ("en-gb", "Asia/Tokyo")),
        ("", "", NEWSROOM),
        ("", "Mars/Olympus_Mons", NEWSROOM),
    ],
)
def test_the_desk_follows_what_the_person_has_chosen(
    language: str, time_zone: str, expected: tuple[str, str]
) -> None:
    assert seen(User(language=language, time_zone=time_zone)) == expected


def test_nobody_has_chosen_anything() -> None:
    assert seen(AnonymousUser()) == NEWSROOM


def test_a_public_page_follows_the_newsroom() -> None:
    assert seen(User(language="de", time_zone="Asia/Tokyo"), "/") == NEWSROOM


def test_a_public_page_does_not_ask_who_reads_it() -> None:
    def view(request: HttpRequest) -> HttpResponse:
        return HttpResponse()

    # A request without a user or a session would fail if it were asked for either.
    assert PreferencesMiddleware(view)(RequestFactory().get("/")).status_code == 200


def test_it_ends_with_the_request_even_after_an_error() -> None:
    def view(request: HttpRequest) -> HttpResponse:
        raise ZeroDivisionError

    request = RequestFactory().get("/admin/")
    request.user = User(language="de", time_zone="Asia/Tokyo")
    with pytest.raises(ZeroDivisionError):
        PreferencesMiddleware(view)(request)
    # The fixture checks that nothing is left active.


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "1 September 2025, 14:00 CEST"),
        ("de", "1. September 2025, 14:00 CEST"),
        ("ru", "1 сентября 2025 г., 14:00 CEST"),
    ],
)
def test_times_name_their_zone_in_every_language(language: str, expected: str) -> None:
    at = datetime(2025, 9, 1, 12, tzinfo=UTC)
    with translation.override(language, deactivate=True), timezone.override("Europe/Berlin"):
        assert formats.localize(timezone.localtime(at)) == expected


@pytest.mark.django_db
def test_every_page_of_the_desk_passes_through_it() -> None:
    client = Client()
    client.force_login(User.objects.create_superuser("anna", language="de"))

    assert '<html lang="de"' in client.get(reverse("admin:index")).text
    assert '<html lang="de"' not in client.get("/").text


@pytest.mark.django_db
def test_the_page_to_log_in_is_in_the_newsrooms_language() -> None:
    assert '<html lang="en-gb"' in Client().get(reverse("admin:login")).text
