from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import admin

from articles.desk.read_only import ReadOnlyAdmin
from newsroom.accounts.models import FailedLogin, Login

if TYPE_CHECKING:
    LoginModelAdmin = admin.ModelAdmin[Login]
    FailedLoginModelAdmin = admin.ModelAdmin[FailedLogin]
else:
    LoginModelAdmin = FailedLoginModelAdmin = admin.ModelAdmin


class LoginAdmin(ReadOnlyAdmin, LoginModelAdmin):
    """Who logged in, when and from where."""

    list_display = ("username", "attempt_time", "logout_time", "ip_address", "user_agent")
    search_fields = ("username", "ip_address")
    show_full_result_count = False
    fields = list_display
    readonly_fields = list_display


class FailedLoginAdmin(ReadOnlyAdmin, FailedLoginModelAdmin):
    """Who failed to log in, and what was throttled then."""

    list_display = ("username", "attempt_time", "locked_out", "ip_address", "user_agent")
    list_filter = ("locked_out",)
    search_fields = ("username", "ip_address")
    show_full_result_count = False
    fields = list_display
    readonly_fields = list_display
