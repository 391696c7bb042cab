"""Throttled log-ins: how django-axes counts failures, and what it answers."""

from math import ceil
from typing import Any

from axes.handlers.database import AxesDatabaseHandler
from django.conf import settings
from django.contrib import admin
from django.db.models import Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext

#: An office shares one IP address, which may fail as often as this many accounts.
ACCOUNTS_PER_IP = 5


class Throttle(AxesDatabaseHandler):  # type: ignore[misc]  # axes has no types
    """Counts the failures of an account, from any address, and those of an IP address."""

    def get_failures(self, request: HttpRequest, credentials: Any = None) -> int:
        """Return the failures that count against this log-in, measured by an account's limit."""
        return max(
            (attempts.aggregate(all=Sum("failures_since_start"))["all"] or 0) // share
            for attempts, share in self._counted(request, credentials)
        )

    def wait(self, request: HttpRequest, credentials: Any = None) -> int:
        """Return the seconds until enough failures have expired for this log-in to be tried."""
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
        shares = (1, ACCOUNTS_PER_IP)
        return list(zip(self.get_user_attempts(request, credentials), shares, strict=True))


def locked_out(request: HttpRequest, *_: Any) -> HttpResponse:
    """Refuse the log-in, even with the right password, and say how long to wait."""
    seconds = max(1, Throttle().wait(request, getattr(request, "axes_credentials", None)))
    context = {
        **admin.site.each_context(request),
        "title": gettext("Wait before you log in"),
        "minutes": ceil(seconds / 60),
    }
    response = render(request, "accounts/locked_out.html", context, status=429)
    response["Retry-After"] = str(seconds)
    return response
