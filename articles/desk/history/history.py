"""A story's history: its saves, to compare and restore, its published versions, and its log."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext

from articles.core import clock
from articles.desk.history.as_seen import as_seen, as_seen_form
from articles.desk.history.compare import compare_page
from articles.desk.history.published import published_lines, published_page
from articles.desk.history.restore_revision import restore_revision_page
from articles.desk.history.story_log import ON_A_PAGE, log_line, log_pages
from articles.desk.kept_filters import kept_filters
from articles.desk.people.acting import acting, require_draft_access
from articles.models import PublicationStatus, Revision, Story
from articles.people import name_of
from articles.writing import check_save, field_names

if TYPE_CHECKING:
    StoryModelAdmin = admin.ModelAdmin[Story]
else:
    StoryModelAdmin = object


@dataclass(frozen=True, slots=True)
class SaveLine:
    """One save: its number, when, who, and which fields it changed."""

    number: int
    at: datetime
    who: str
    what: str


class StoryHistory(StoryModelAdmin):
    """The pages of a story's past, in place of Django's own history."""

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """List saves, published versions and actions.

        Raise Http404 if there is no such story, PermissionDenied if the user may not view drafts.
        """
        by = acting(request)
        require_draft_access(request)
        story = self.get_object(request, object_id)
        if story is None:
            raise Http404(gettext("There is no such story."))
        versions = published_page(story, request.GET.get("versions", ""))
        saves = _saves(story).get_page(request.GET.get("saves", ""))
        log = log_pages(story).get_page(request.GET.get("log", ""))
        context = {
            **self.admin_site.each_context(request),
            **kept_filters(request),
            "title": gettext("History: %(story)s") % {"story": story},
            "opts": Story._meta,
            "story": story,
            "now": clock.now(),
            "saves": [_save(revision) for revision in saves],
            "saves_page": saves,
            "published": published_lines(story, versions),
            "versions": versions,
            "log": [log_line(entry) for entry in log],
            "log_page": log,
            "live": story.publication_status == PublicationStatus.LIVE,
            "may_edit": check_save(story, by=by) is None,
        }
        return TemplateResponse(request, "admin/articles/story/history/history.html", context)

    def get_urls(self) -> list[URLPattern]:
        """Add the pages that compare, restore, and show what readers saw."""
        wrap, site = self.admin_site.admin_view, {"site": self.admin_site}
        seen = "as-readers-saw-it-at/<str:at>/"
        own = [
            path("<int:pk>/compare/", wrap(compare_page), site, name="articles_story_compare"),
            path(
                "<int:pk>/revisions/<int:number>/restore/",
                wrap(restore_revision_page),
                site,
                name="articles_story_restore_revision",
            ),
            path("as-readers-saw-it/", wrap(as_seen_form), site, name="articles_story_as_seen"),
            path(seen, wrap(as_seen), name="articles_story_as_seen_at"),
            path(f"{seen}<path:page>", wrap(as_seen)),
        ]
        return own + super().get_urls()


def _saves(story: Story) -> Paginator[Revision]:
    return Paginator(story.revisions.select_related("by").defer("data"), ON_A_PAGE)


def _save(revision: Revision) -> SaveLine:
    what = ", ".join(field_names(revision.changed)) or gettext("the first version kept")
    return SaveLine(revision.number, revision.at, name_of(revision.by), what)
