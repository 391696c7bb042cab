from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles.core import format_time
from articles.desk.read_only import ReadOnlyAdmin
from newsroom.accounts.models import FailedLogin, Login

if TYPE_CHECKING:
    LoginModelAdmin = admin.ModelAdmin[Login]
    FailedLoginModelAdmin = admin.ModelAdmin[FailedLogin]
else:
    LoginModelAdmin = FailedLoginModelAdmin = admin.ModelAdmin


class LoginAdmin(ReadOnlyAdmin, LoginModelAdmin):
    """Who logged in, when and from where."""

    list_display = ("username", "logged_in", "logged_out", "ip_address", "user_agent")
    search_fields = ("username", "ip_address")
    show_full_result_count = False
    fields = list_display
    readonly_fields = list_display

    @admin.display(description=_("logged in"), ordering="attempt_time")
    def logged_in(self, login: Login) -> str:
        """Return when it was, with the time zone."""
        return format_time(login.attempt_time)

    @admin.display(description=_("logged out"), ordering="logout_time")
    def logged_out(self, login: Login) -> str:
        """Return when the person logged out, with the time zone; a dash if that is not known."""
        return format_time(login.logout_time) if login.logout_time else "-"


class FailedLoginAdmin(ReadOnlyAdmin, FailedLoginModelAdmin):
    """Who failed to log in, and what was throttled then."""

    list_display = ("username", "tried", "locked_out", "ip_address", "user_agent")
    list_filter = ("locked_out",)
    search_fields = ("username", "ip_address")
    show_full_result_count = False
    fields = list_display
    readonly_fields = list_display

    @admin.display(description=_("when"), ordering="attempt_time")
    def tried(self, attempt: FailedLogin) -> str:
        """Return when it was, with the time zone."""
        return format_time(attempt.attempt_time)
