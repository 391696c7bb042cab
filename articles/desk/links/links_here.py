"""Which links lead to a story, and which pages of readers show one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef
from django.db.models.fields.json import KeyTransform
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from articles.core import clock
from articles.desk.people.acting import acting
from articles.models import LinkState, PublishedVersion, RelatedLink, Story
from articles.people import permissions

#: At most this many are listed.
MOST = 200


@dataclass(frozen=True, slots=True)
class Linking:
    """A link to the story; `page` is that on which readers see it, "" if they see it on none."""

    link: RelatedLink
    page: str


@require_safe
def links_here(request: HttpRequest, pk: int, site: AdminSite) -> HttpResponse:
    """Show what links to the story. Raise Http404, PermissionDenied if the user may not see links.

    Without permission to view drafts, users see it only for stories that readers see.
    """
    by, stories = acting(request), Story.objects.all()
    if not permissions.can_see_links(by):
        raise PermissionDenied
    if not permissions.can_read_drafts(by):
        visible = PublishedVersion.objects.visible(clock.now())
        stories = stories.filter(Exists(visible.filter(story=OuterRef("pk"))))
    story = get_object_or_404(stories, pk=pk)
    found = linking_to(story, clock.now())
    context = {
        **site.each_context(request),
        "title": gettext("What links here"),
        "opts": RelatedLink._meta,
        "story": story,
        "found": found,
        "is_cut": len(found) == MOST,
        "most": MOST,
        "reads_drafts": permissions.can_read_drafts(by),
    }
    return TemplateResponse(request, "admin/articles/relatedlink/links_here.html", context)


def linking_to(story: Story, at: datetime) -> list[Linking]:
    """Return the links that lead to the story, those that readers see at `at` first.

    `at` is timezone-aware. It takes two queries, however many there are.
    """
    seen = PublishedVersion.objects.visible(at).filter(story=OuterRef("story_id"))
    in_text = seen.filter(body_html__contains=OuterRef("key"))
    links = list(
        RelatedLink.objects.to_moderate(at)
        .filter(target=story)
        .annotate(is_in_text=Exists(in_text))
        .select_related("story")
        .order_by("-suggested_at", "-pk")[:MOST]
    )
    versions = _versions({link.story_id for link in links}, at) if links else {}
    found = [Linking(link, _page(link, versions.get(link.story_id))) for link in links]
    return sorted(found, key=lambda linking: not linking.page)


def _versions(stories: set[int], at: datetime) -> dict[int, PublishedVersion]:
    """Return what readers see of the stories, with its links after the text and no other text."""
    live = PublishedVersion.objects.visible(at).filter(story__in=stories)
    live = live.annotate(related=KeyTransform("related", "content"))
    return {one.story_id: one for one in live.only("story_id", "slug", "made_at")}


def _page(link: Any, version: Any) -> str:
    """Return the path of the page on which readers see the link; "" if they do not."""
    if version is None or link.state != LinkState.APPROVED:
        return ""
    released = link.released_at is not None and link.released_at > version.made_at
    listed = any(one["story"] == link.target_id for one in version.related or ())
    is_seen = link.is_in_text if link.key else released or listed
    path: str = version.get_absolute_url()
    return path if is_seen else ""
