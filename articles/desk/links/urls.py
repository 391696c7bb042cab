"""The pages of the desk that belong to related links, besides Django's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import admin
from django.urls import URLPattern, path

from articles.desk.links.links_here import links_here
from articles.desk.links.queue import queue_card, queue_decide, queue_page
from articles.desk.links.report import report
from articles.models import RelatedLink

if TYPE_CHECKING:
    RelatedLinkModelAdmin = admin.ModelAdmin[RelatedLink]
else:
    RelatedLinkModelAdmin = object


class RelatedLinkUrls(RelatedLinkModelAdmin):
    """The URLs of the queue and of decisions."""

    def get_urls(self) -> list[URLPattern]:
        """Return these URLs before Django's, which treat any word as a primary key."""
        wrap, site = self.admin_site.admin_view, {"site": self.admin_site}
        own = [
            path("queue/", wrap(queue_page), site, name="articles_relatedlink_queue"),
            path("queue/card/", wrap(queue_card), name="articles_relatedlink_queue_card"),
            path(
                "queue/<int:pk>/decide/",
                wrap(queue_decide),
                name="articles_relatedlink_queue_decide",
            ),
            path("report/", wrap(report), site, name="articles_relatedlink_report"),
            path("to/<int:pk>/", wrap(links_here), site, name="articles_relatedlink_to"),
        ]
        return own + super().get_urls()
