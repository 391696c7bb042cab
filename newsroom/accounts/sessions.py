"""Sessions at the desk end after some time without a request, and some time after the log-in.

However one ends, whatever was typed into a form is shown, so that it can be copied.
"""

from collections.abc import Callable

from django.conf import settings
from django.contrib import admin
from django.contrib.auth import SESSION_KEY, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.csrf import csrf_failure

from newsroom.accounts.typed import typed_words
from newsroom.security import is_admin

BEGAN, SEEN = "newsroom_began", "newsroom_seen"
#: Seconds until a session is marked as in use again, so that few requests write.
MARKED_EVERY = 60
#: The header of requests that a page makes by itself, which says nothing about whether somebody is
#: there.
UNATTENDED = "Newsroom-Unattended"


class SessionEndMiddleware:
    """Log people out after too long an absence; show what they were saving, to be copied."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if is_admin(request):
            if is_over(request):
                logout(request)
            if sends_a_form(request) and not request.user.is_authenticated:
                return logged_out(request, typed_words(request))
        return self.get_response(request)


def form_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form that Django's CSRF check refuses, as it does after a new log-in."""
    if is_admin(request) and sends_a_form(request):
        title = gettext("You logged in after you opened this form")
        return _not_saved(request, title, typed_words(request), 403)
    return csrf_failure(request, reason)


def logged_out(
    request: HttpRequest, typed: list[tuple[str, str]], status: int = 403
) -> HttpResponse:
    """Return the page that says that nothing was saved, with what was typed."""
    return _not_saved(request, gettext("You are logged out"), typed, status)


def sends_a_form(request: HttpRequest) -> bool:
    """Return whether the request may bring typed words; logging in or out does not."""
    elsewhere = {reverse("admin:login"), reverse("admin:logout")}
    return request.method == "POST" and request.path not in elsewhere


def _not_saved(
    request: HttpRequest, title: str, typed: list[tuple[str, str]], status: int
) -> HttpResponse:
    context = {**admin.site.each_context(request), "title": title, "typed": typed}
    return render(request, "accounts/session_ended.html", context, status=status)


def is_over(request: HttpRequest) -> bool:
    """Return whether the session is over; if it is not, mark it as in use."""
    session = request.session
    if SESSION_KEY not in session:
        return False
    now = int(timezone.now().timestamp())
    began, seen = session.get(BEGAN, now), session.get(SEEN, 0)
    if seen and now - seen > settings.NEWSROOM_SESSION_IDLE_SECONDS:
        return True
    if now - began > settings.NEWSROOM_SESSION_AGE_SECONDS:
        return True
    if now - seen > MARKED_EVERY and UNATTENDED not in request.headers:
        session[BEGAN], session[SEEN] = began, now
    return False
