"""The filters of the list of related links."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.core import clock
from articles.models import LinkState, RelatedLink

#: Headlines that are this similar, in per cent, mostly differ by a word.
CLOSE = 95
DAY, WEEK = timedelta(days=1), timedelta(days=7)


class StateFilter(admin.SimpleListFilter):
    """Links by what was decided; those to decide are shown first."""

    title = _("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return the choices beside the one that is shown first."""
        other = [state for state in LinkState if state is not LinkState.SUGGESTED]
        return [*((state.value, str(state.label)) for state in other), ("all", gettext("all"))]

    def choices(self, changelist: Any) -> Iterator[Any]:
        """Yield the choices, the first one named for what it shows."""
        for number, choice in enumerate(super().choices(changelist)):
            yield choice if number else choice | {"display": gettext("to decide")}

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Return the links in the chosen state."""
        if self.value() == "all":
            return queryset
        if self.value():
            return queryset.filter(state=self.value())
        return queryset.filter(pk__in=RelatedLink.objects.to_decide(clock.now()).values("pk"))


class SectionFilter(admin.RelatedFieldListFilter):
    """Links by the section of the story that they are in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.title = gettext("section")


class SourceFilter(admin.SimpleListFilter):
    """Links by who or what suggested them."""

    title = _("source")
    parameter_name = "source"
    _sources = {
        "headline": Q(score__isnull=False),
        "person": Q(score__isnull=True, suggested_by__isnull=False),
        "copy": Q(score__isnull=True, suggested_by__isnull=True),
    }

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return the sources."""
        return [
            ("headline", gettext("Found by headline")),
            ("person", gettext("Chosen by a person")),
            ("copy", gettext("From the copy")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Return the links of the chosen source."""
        source = self._sources.get(self.value() or "")
        return queryset.filter(source) if source else queryset


class ScoreFilter(admin.SimpleListFilter):
    """Links found by headline, by how alike the headlines are."""

    title = _("headlines alike")
    parameter_name = "score"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return the degrees."""
        return [
            ("same", gettext("Same headline")),
            ("close", gettext("%(least)s %% or more") % {"least": CLOSE}),
            ("less", gettext("Less than %(least)s %%") % {"least": CLOSE}),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Return the links whose headlines are that similar."""
        match self.value():
            case "same":
                return queryset.filter(score__gte=100)
            case "close":
                return queryset.filter(score__gte=CLOSE, score__lt=100)
            case "less":
                return queryset.filter(score__lt=CLOSE)
        return queryset


class AgeFilter(admin.SimpleListFilter):
    """Links by how long ago they were suggested."""

    title = _("age")
    parameter_name = "age"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return the ages."""
        return [
            ("day", gettext("Less than a day")),
            ("week", gettext("A day to a week")),
            ("older", gettext("More than a week")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Return the links of the chosen age."""
        now = clock.now()
        match self.value():
            case "day":
                return queryset.filter(suggested_at__gt=now - DAY)
            case "week":
                return queryset.filter(suggested_at__lte=now - DAY, suggested_at__gt=now - WEEK)
            case "older":
                return queryset.filter(suggested_at__lte=now - WEEK)
        return queryset
