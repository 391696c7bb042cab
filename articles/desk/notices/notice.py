"""The pages of a person's notices, at a URL of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import admin
from django.http import HttpRequest
from django.urls import URLPattern, path

from articles.desk.notices.page import notices_page, open_notice
from articles.desk.read_only import ReadOnlyAdmin
from articles.models import Notice

if TYPE_CHECKING:
    NoticeModelAdmin = admin.ModelAdmin[Notice]
else:
    NoticeModelAdmin = admin.ModelAdmin


class NoticeAdmin(ReadOnlyAdmin, NoticeModelAdmin):
    """None of Django's own pages: each person reads their notices, and nobody writes any."""

    def get_urls(self) -> list[URLPattern]:
        """Return the page of all notices, and what leads on from one of them."""
        wrap, site = self.admin_site.admin_view, {"site": self.admin_site}
        return [
            path("", wrap(notices_page), site, name="articles_notices"),
            path("<int:pk>/", wrap(open_notice), name="articles_notice"),
        ]

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Return False: they are in the bar, not among the models."""
        return False
