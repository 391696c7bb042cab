"""A story's history: its revisions, to compare and bring back, and its versions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone

from articles.comparison import compare
from articles.desk.history.as_seen import as_seen, as_seen_form, as_seen_url
from articles.desk.history.compare import compare_page, restore_page
from articles.desk.history.log_shown import shown_log
from articles.desk.people.acting import acting, name_of, require_draft_access
from articles.models import PublicationStatus, PublishedVersion, Revision, Story, VersionKind
from articles.people import permissions
from articles.writing import comparable_version, field_names

if TYPE_CHECKING:
    StoryModelAdmin = admin.ModelAdmin[Story]
else:
    StoryModelAdmin = object


@dataclass(frozen=True, slots=True)
class Saved:
    """One save: its number, when, who, and which fields it changed."""

    number: int
    at: datetime
    who: str
    what: str


@dataclass(frozen=True, slots=True)
class Published:
    """One version or notice: its period, what it was, and what changed since the one before.

    `seen` is the page as readers saw it then, or will (`scheduled`), and empty if it was called off;
    `before` the key of the version before, if any.
    """

    version: PublishedVersion
    who: str
    what: str
    seen: str
    scheduled: bool
    before: int | None


class StoryHistory(StoryModelAdmin):
    """The pages of a story's past, in place of Django's own history."""

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """List the revisions and the versions. Raises Http404 and PermissionDenied."""
        by = acting(request)
        require_draft_access(request)
        story = self.get_object(request, object_id)
        if story is None:
            raise Http404("There is no such story.")
        saves = [_saved(revision) for revision in _revisions(story)]
        context = {
            **self.admin_site.each_context(request),
            "title": f"History: {story}",
            "opts": Story._meta,
            "story": story,
            "saves": saves,
            "published_versions": list(_published(story))[::-1],
            "log": shown_log(story),
            "live": story.publication_status == PublicationStatus.LIVE,
            "may_edit": permissions.can_edit(by, story),
        }
        return TemplateResponse(request, "admin/articles/story/history.html", context)

    def get_urls(self) -> list[URLPattern]:
        """Add the pages that compare, bring back, and show what readers saw."""
        wrap, site = self.admin_site.admin_view, {"site": self.admin_site}
        seen = "as-readers-saw-it-at/<str:at>/"
        own = [
            path("<int:pk>/compare/", wrap(compare_page), site, name="articles_story_compare"),
            path(
                "<int:pk>/revisions/<int:number>/restore/",
                wrap(restore_page),
                site,
                name="articles_story_restore_revision",
            ),
            path("as-readers-saw-it/", wrap(as_seen_form), site, name="articles_story_as_seen"),
            path(seen, wrap(as_seen), name="articles_story_as_seen_at"),
            path(f"{seen}<path:page>", wrap(as_seen)),
        ]
        return own + super().get_urls()


def _revisions(story: Story) -> Iterator[Revision]:
    return story.revisions.select_related("by").defer("data").iterator()


def _saved(revision: Revision) -> Saved:
    what = ", ".join(field_names(revision.changed)) or "the first version kept"
    return Saved(revision.number, revision.at, name_of(revision.by), what)


def _published(story: Story) -> Iterator[Published]:
    """Give the story's versions and notices, the first one first."""
    now = timezone.now()
    last: PublishedVersion | None = None
    withdrawn = False
    for version in story.published_versions.select_related("section", "made_by").order_by(
        "visible_from", "pk"
    ):
        unscheduled = version.visible_until == version.visible_from
        shown = as_seen_url(version.visible_from, version.get_absolute_url())
        if version.kind == VersionKind.WITHDRAWAL:
            what, before = "withdrawn", None
        elif last is None:
            what, before = "first version", None
        else:
            difference = compare(comparable_version(last), comparable_version(version))
            told = [difference.summary] if difference.summary else []
            told = ["back with readers", *told] if withdrawn and not unscheduled else told
            what, before = ", ".join(told) or "nothing", last.pk
        yield Published(
            version,
            name_of(version.made_by),
            what,
            "" if unscheduled else shown,
            version.visible_from > now,
            before,
        )
        if not unscheduled:
            withdrawn = version.kind == VersionKind.WITHDRAWAL
            last = last if withdrawn else version
