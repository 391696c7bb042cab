"""A story's history: its revisions, to compare and bring back, and its editions."""

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

from articles import permissions, versions
from articles.admin.as_seen import as_seen, as_seen_address, as_seen_form
from articles.admin.people import acting, name_of, refuse_strangers
from articles.admin.story_compare import bring_back_page, compare_page
from articles.admin.story_time_line import time_line
from articles.difference import compare
from articles.enums import EditionKind, Standing
from articles.models import Edition, Revision, Story

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
    """One edition or notice: its period, what it was, and what changed since the one before.

    `seen` is the page as readers saw it then, or will (`to_come`), and empty if it was called off;
    `before` the key of the edition before, if any.
    """

    edition: Edition
    who: str
    what: str
    seen: str
    to_come: bool
    before: int | None


class StoryHistory(StoryModelAdmin):
    """The pages of a story's past, in place of Django's own history."""

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """List the revisions and the editions. Raises Http404 and PermissionDenied."""
        by = acting(request)
        refuse_strangers(request)
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
            "editions": list(_editions(story))[::-1],
            "time_line": time_line(story),
            "live": story.standing == Standing.LIVE,
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
                "<int:pk>/bring-back/<int:number>/",
                wrap(bring_back_page),
                site,
                name="articles_story_bring_back",
            ),
            path("as-readers-saw-it/", wrap(as_seen_form), site, name="articles_story_as_seen"),
            path(seen, wrap(as_seen), name="articles_story_as_seen_at"),
            path(f"{seen}<path:page>", wrap(as_seen)),
        ]
        return own + super().get_urls()


def _revisions(story: Story) -> Iterator[Revision]:
    return story.revisions.select_related("by").defer("data").iterator()


def _saved(revision: Revision) -> Saved:
    what = ", ".join(versions.names_of(revision.changed)) or "the first version kept"
    return Saved(revision.number, revision.at, name_of(revision.by), what)


def _editions(story: Story) -> Iterator[Published]:
    """Give the story's editions and notices, the first one first."""
    now = timezone.now()
    last: Edition | None = None
    withdrawn = False
    for edition in story.editions.select_related("section", "made_by").order_by(
        "visible_from", "pk"
    ):
        called_off = edition.visible_until == edition.visible_from
        shown = as_seen_address(edition.visible_from, edition.get_absolute_url())
        if edition.kind == EditionKind.TOMBSTONE:
            what, before = "withdrawn", None
        elif last is None:
            what, before = "first edition", None
        else:
            difference = compare(versions.of_edition(last), versions.of_edition(edition))
            told = [difference.summary] if difference.summary else []
            told = ["back with readers", *told] if withdrawn and not called_off else told
            what, before = ", ".join(told) or "nothing", last.pk
        yield Published(
            edition,
            name_of(edition.made_by),
            what,
            "" if called_off else shown,
            edition.visible_from > now,
            before,
        )
        if not called_off:
            withdrawn = edition.kind == EditionKind.TOMBSTONE
            last = last if withdrawn else edition
