"""The desk in the language and the time zone that each person has chosen."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import tzinfo

from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation

from newsroom.accounts.choices import known_time_zones
from newsroom.accounts.models import User
from newsroom.security import is_admin


class PreferencesMiddleware:
    """Apply the preferences of whoever is logged in, at the desk only.

    Public pages are the same for everybody, so they do not even ask who is reading them.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not is_admin(request) or not isinstance(request.user, User):
            return self.get_response(request)
        with preferences_of(request.user):
            return self.get_response(request)


@contextmanager
def preferences_of(user: User) -> Iterator[None]:
    """Use the language and the time zone of the account."""
    language = user.language or translation.get_language()
    with translation.override(language), timezone.override(_time_zone(user)):
        yield


def _time_zone(user: User) -> str | tzinfo:
    """Return the time zone that the account has chosen; without one, the newsroom's.

    One that this system does not know, as after a move to a server with older time zone data,
    counts as none: an error here would keep the person out of the desk.
    """
    known = user.time_zone in known_time_zones()
    return user.time_zone if known else timezone.get_current_timezone()
