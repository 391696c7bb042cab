from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path

from articles.desk.frontpage.breaking import breaking_page, end_breaking_page
from articles.desk.frontpage.cancel import cancel_front_page
from articles.desk.frontpage.page import front_page
from articles.desk.read_only import ReadOnlyAdmin
from articles.models import Front
from articles.people import permissions

if TYPE_CHECKING:
    FrontModelAdmin = admin.ModelAdmin[Front]
else:
    FrontModelAdmin = admin.ModelAdmin


class FrontAdmin(ReadOnlyAdmin, FrontModelAdmin):
    """The front pages: one page to edit each of them, in place of Django's list."""

    fields = ("valid_from", "valid_until", "made_by")

    def get_urls(self) -> list[URLPattern]:
        """Return the URLs of these pages before Django's, which treat any word as a key."""
        wrap, site = self.admin_site.admin_view, {"site": self.admin_site}
        own = [
            path("<int:pk>/cancel/", wrap(cancel_front_page), name="articles_front_cancel"),
            path("breaking/", wrap(breaking_page), site, name="articles_front_breaking"),
            path(
                "breaking/<int:pk>/end/",
                wrap(end_breaking_page),
                name="articles_front_breaking_end",
            ),
        ]
        return own + super().get_urls()

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """Show the page on which a front is edited."""
        return front_page(request, self.admin_site)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return permissions.can_edit_fronts(request.user)
