"""Sessions at the desk end: after some time without a request, and some time after the log-in.

Whatever ends one, what was typed into a form is shown, to be copied.
"""

from collections.abc import Callable

from django.conf import settings
from django.contrib import admin
from django.contrib.auth import SESSION_KEY, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.csrf import csrf_failure

from newsroom.security import is_admin

BEGAN, SEEN = "newsroom_began", "newsroom_seen"
#: Seconds between two notes that the session is in use, so that few requests write.
NOTED_EVERY = 60
#: What a form brings that nobody typed.
NOT_TYPED = ("csrfmiddlewaretoken", "next", "opened_version", "version")


class SessionEndMiddleware:
    """Log out who is away too long; what was being saved then is shown, to be copied."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if is_admin(request):
            if _has_ended(request):
                logout(request)
            if _sends_a_form(request) and not request.user.is_authenticated:
                return _show_typed(request, "You are logged out")
        return self.get_response(request)


def form_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form that Django's check against forgery refuses, as it does after a new log-in."""
    if is_admin(request) and _sends_a_form(request):
        return _show_typed(request, "This form is older than your log-in")
    return csrf_failure(request, reason)


def _sends_a_form(request: HttpRequest) -> bool:
    """Tell whether somebody at the desk sends what was typed; who logs in or out sends nothing."""
    elsewhere = {reverse("admin:login"), reverse("admin:logout")}
    return request.method == "POST" and request.path not in elsewhere


def _show_typed(request: HttpRequest, title: str) -> HttpResponse:
    context = {**admin.site.each_context(request), "title": title, "typed": _typed(request)}
    return render(request, "admin/session_ended.html", context, status=403)


def _has_ended(request: HttpRequest) -> bool:
    """Tell whether the session is over; if not, note that it is in use."""
    session = request.session
    if SESSION_KEY not in session:
        return False
    now = int(timezone.now().timestamp())
    began, seen = session.get(BEGAN, now), session.get(SEEN, 0)
    if seen and now - seen > settings.NEWSROOM_SESSION_IDLE_SECONDS:
        return True
    if now - began > settings.NEWSROOM_SESSION_AGE_SECONDS:
        return True
    if now - seen > NOTED_EVERY:
        session[BEGAN], session[SEEN] = began, now
    return False


def _typed(request: HttpRequest) -> list[tuple[str, str]]:
    return [
        (name, value)
        for name, values in request.POST.lists()
        for value in map(str, values)
        if value.strip()
        and "__prefix__" not in name
        and name not in NOT_TYPED
        and "password" not in name
        and not name.startswith("_")
        and not name.endswith(("_FORMS", "-id", "-story"))
    ]
