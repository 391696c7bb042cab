"""The library: the pictures as a grid, with search, filters, and what each of them lacks."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.defaultfilters import filesizeformat
from django.template.response import TemplateResponse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.core import clock, time_ago
from articles.desk.change_list import DeskList, as_of
from articles.desk.people.acting import acting
from articles.desk.pictures.filters import LackingFilter, LicenceFilter, MineFilter, UseFilter
from articles.desk.pictures.licences import licence_chip
from articles.desk.pictures.seen_in import Place, seen_in
from articles.desk.pictures.thumbnail import thumbnail
from articles.models import Picture
from articles.pictures import ACCEPT, MAX_BYTES, check_add_picture

#: How many of the pages on which readers see a picture without a licence are named.
NAMED = 3


class Library(DeskList):
    """Options and columns of the list."""

    list_display = ("shown", "__str__", "credit", "told", "added")
    list_display_links = ("__str__",)
    list_filter = (UseFilter, LicenceFilter, LackingFilter, MineFilter)
    list_per_page = 60
    search_fields = ("caption", "alt", "credit", "copyright", "filename")
    sortable_by = ()

    @admin.display(description=_("picture"))
    def shown(self, picture: Picture) -> str | SafeString:
        """Show the picture, small."""
        return thumbnail(picture)

    @admin.display(description=_("added"))
    def added(self, picture: Any) -> SafeString:
        """Return how long ago it was added."""
        return time_ago(picture.added_at, picture.as_of)

    @admin.display(description=_("to do"))
    def told(self, picture: Any) -> SafeString | str:
        """Return what is wrong with its licence or its words, and what it may not be used for."""
        lacking = [
            gettext("No alternative text") if not picture.alt else "",
            gettext("No credit") if not picture.credit else "",
        ]
        plain = format_html_join(
            "", '<span class="chip">{}</span>', ((one,) for one in lacking if one)
        )
        limits = (
            format_html("<span>{}</span>", picture.usage_limits) if picture.usage_limits else ""
        )
        parts = (licence_chip(picture, picture.as_of), plain, limits, _seen_in(picture))
        return format_html_join("", "{}", ((part,) for part in parts if part))

    def get_queryset(self, request: HttpRequest) -> QuerySet[Picture]:
        """Return all pictures, with the time now as `as_of`."""
        return as_of(super().get_queryset(request), clock.now())

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """Show the list, and where readers see pictures whose licence has ended."""
        response = super().changelist_view(request, extra_context)
        context = response.context_data if isinstance(response, TemplateResponse) else None
        # The question before a deletion has no list.
        if context and "cl" in context:
            now = clock.now()
            _say_where_seen(context["cl"].result_list, now)
            may_upload = check_add_picture(by=acting(request)) is None
            context |= {
                "may_upload": may_upload,
                "accept": ACCEPT,
                "most_bytes": MAX_BYTES,
                "most": filesizeformat(MAX_BYTES),
            }
        return response


def _say_where_seen(pictures: Any, now: datetime) -> None:
    """Add to each picture without a licence where readers see it."""
    ended = {picture.pk: picture for picture in pictures if picture.licence_has_ended(now)}
    places = seen_in(ended, now)
    for key, picture in ended.items():
        picture.seen_in = places.get(key, [])


def _seen_in(picture: Any) -> SafeString | str:
    places: list[Place] = getattr(picture, "seen_in", [])
    if not places:
        return ""
    quoted = gettext("“%(story)s”")
    named = ((place.url, quoted % {"story": place.name}) for place in places[:NAMED])
    links = format_html_join(", ", '<a href="{}" dir="auto">{}</a>', named)
    label, more = gettext("Readers see it in:"), len(places) - NAMED
    return format_html("<span>{} {}{}</span>", label, links, f" +{more}" if more > 0 else "")
