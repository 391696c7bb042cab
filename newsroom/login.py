"""Throttled log-ins: how django-axes counts failures, whose address it sees, what it answers."""

from ipaddress import ip_address
from math import ceil
from typing import Any

from axes.handlers.database import AxesDatabaseHandler
from django.conf import settings
from django.contrib import admin
from django.db.models import Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

#: An office shares one address: it may fail as often as this many accounts.
ACCOUNTS_OF_AN_ADDRESS = 5


class Throttle(AxesDatabaseHandler):  # type: ignore[misc]  # axes has no types
    """Counts the failures of an account, from wherever, and those of an address."""

    def get_failures(self, request: HttpRequest, credentials: Any = None) -> int:
        """Give the failures that count against this log-in, as if they were of its account."""
        return max(
            (attempts.aggregate(all=Sum("failures_since_start"))["all"] or 0) // share
            for attempts, share in self._counted(request, credentials)
        )

    def wait(self, request: HttpRequest, credentials: Any = None) -> int:
        """Give the seconds until so many failures are old that this log-in may be tried again."""
        last = timezone.now() - settings.AXES_COOLOFF_TIME
        for attempts, share in self._counted(request, credentials):
            failures, limit = 0, settings.AXES_FAILURE_LIMIT * share
            for attempt in attempts.order_by("-attempt_time"):
                failures += attempt.failures_since_start
                if failures >= limit:
                    last = max(last, attempt.attempt_time)
                    break
        return ceil((last + settings.AXES_COOLOFF_TIME - timezone.now()).total_seconds())

    def _counted(self, request: HttpRequest, credentials: Any) -> list[tuple[Any, int]]:
        # In the order of AXES_LOCKOUT_PARAMETERS.
        shares = (1, ACCOUNTS_OF_AN_ADDRESS)
        return list(zip(self.get_user_attempts(request, credentials), shares, strict=True))


def client_address(request: HttpRequest) -> str | None:
    """Give the visitor's address; behind a proxy the last one that its header names."""
    header = settings.NEWSROOM_PROXY_ADDRESS_HEADER
    named = request.headers.get(header, "").rpartition(",")[2].strip() if header else ""
    for address in (named, request.META.get("REMOTE_ADDR", "")):
        try:
            return str(ip_address(address))
        except ValueError:
            continue
    return None


def locked_out(request: HttpRequest, *_: Any) -> HttpResponse:
    """Say how long to wait, and refuse the log-in whatever the password is."""
    seconds = max(1, Throttle().wait(request, getattr(request, "axes_credentials", None)))
    context = {
        **admin.site.each_context(request),
        "title": "Wait before you log in",
        "minutes": ceil(seconds / 60),
    }
    response = render(request, "admin/locked_out.html", context, status=429)
    response["Retry-After"] = str(seconds)
    return response
