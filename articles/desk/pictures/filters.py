"""The filters of the library."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.core import clock
from articles.desk.pictures.licences import ends_soon, has_ended
from articles.models import Picture
from articles.pictures import is_seen, is_used


class UseFilter(admin.SimpleListFilter):
    """Pictures that stories or authors' pages use, and those that nothing uses."""

    title = _("use")
    parameter_name = "use"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return the choices besides all."""
        return [
            ("live", gettext("Readers see it")),
            ("used", gettext("Used")),
            ("unused", gettext("Unused")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Picture]) -> QuerySet[Picture]:
        """Return the chosen pictures."""
        match self.value():
            case "live":
                return queryset.filter(is_seen(clock.now()))
            case "used":
                return queryset.filter(is_used(clock.now()))
            case "unused":
                return queryset.filter(~is_used(clock.now()))
        return queryset


class LicenceFilter(admin.SimpleListFilter):
    """Pictures by whether their licence has ended, or ends soon."""

    title = _("licence")
    parameter_name = "licence"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return the choices besides all."""
        return [
            ("live", gettext("Ended, but readers see it")),
            ("ended", gettext("Ended")),
            ("soon", gettext("Ends within 30 days")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Picture]) -> QuerySet[Picture]:
        """Return the chosen pictures."""
        now = clock.now()
        match self.value():
            case "live":
                return queryset.filter(has_ended(now), is_seen(now))
            case "ended":
                return queryset.filter(has_ended(now))
            case "soon":
                return queryset.filter(ends_soon(now))
        return queryset


class LackingFilter(admin.SimpleListFilter):
    """Pictures that lack words without which a story cannot be published."""

    title = _("missing text")
    parameter_name = "lacking"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return the choices besides all."""
        return [
            ("alt", gettext("No alternative text")),
            ("credit", gettext("No credit")),
            ("either", gettext("One of them")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Picture]) -> QuerySet[Picture]:
        """Return the chosen pictures."""
        lacking = {
            "alt": Q(alt=""),
            "credit": Q(credit=""),
            "either": Q(alt="") | Q(credit=""),
        }
        return queryset.filter(lacking.get(self.value() or "", Q()))


class MineFilter(admin.SimpleListFilter):
    """Pictures that the user added."""

    title = _("added by")
    parameter_name = "mine"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return the choice besides all."""
        return [("own", gettext("Me"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Picture]) -> QuerySet[Picture]:
        """Return the chosen pictures."""
        return queryset.filter(added_by=request.user.pk) if self.value() else queryset
