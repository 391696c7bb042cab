"""The readers' page of what is not published, for staff only; it is never cached."""

from dataclasses import replace
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from articles import body
from articles.core import clock
from articles.desk.people.acting import require_draft_access
from articles.links import with_keys_of_targets
from articles.models import HAS_PERIOD, PublishedVersion, Story, VersionKind
from articles.publishing import freeze
from articles.readers import article_context, recent_offered
from articles.stories import WorkingCopy, working_copy_of


@never_cache
@require_POST
def preview_unsaved(request: HttpRequest, model_admin: Any) -> HttpResponse:
    """Show a new story as it is in its form; nothing is saved. Raise PermissionDenied."""
    require_draft_access(request)
    return _preview_form(request, model_admin, None)


@never_cache
def preview_saved(request: HttpRequest, pk: int, model_admin: Any) -> HttpResponse:
    """Show the story as it is saved or, on POST, as it is in its form; nothing is saved.

    Raise Http404 if there is no such story, PermissionDenied if the user may not view drafts or,
    on POST, not edit this one.
    """
    require_draft_access(request)
    story = get_object_or_404(Story, pk=pk)
    if request.method == "POST":
        return _preview_form(request, model_admin, story)
    return _preview(request, working_copy_of(story), story)


@never_cache
def preview_version(request: HttpRequest, pk: int, version: int) -> HttpResponse:
    """Show a version or withdrawal notice of the story as readers see it when it starts.

    Raise Http404 if there is none or it was unscheduled, PermissionDenied if the user may not
    view drafts.
    """
    require_draft_access(request)
    found = get_object_or_404(PublishedVersion.objects.filter(HAS_PERIOD, story=pk), pk=version)
    at = found.visible_from
    if found.kind == VersionKind.WITHDRAWAL:
        notice = {"notice": found, "recent": recent_offered(at), "starts": at}
        return render(request, "410.html", notice)
    context = {**article_context(found, at), "starts": at}
    return render(request, "articles/article.html", context)


def _preview_form(request: HttpRequest, model_admin: Any, story: Story | None) -> HttpResponse:
    may_write = (
        model_admin.has_change_permission(request, story)
        if story
        else model_admin.has_add_permission(request)
    )
    if not may_write:
        raise PermissionDenied
    form = model_admin.get_form(request, story, change=story is not None)(
        request.POST, request.FILES, instance=story
    )
    if not form.is_valid():
        context = {
            **model_admin.admin_site.each_context(request),
            "title": gettext("No preview yet"),
            "form": form,
        }
        return render(request, "admin/articles/story/no_preview.html", context)
    copy = form.working_copy()
    if story:
        # What was decided on a link's old target says nothing about a new one.
        blocks = with_keys_of_targets(story, body.read(story.body), body.read(copy.body))
        copy = replace(copy, body=body.write(blocks))
    return _preview(request, copy, story)


def _preview(request: HttpRequest, copy: WorkingCopy, story: Story | None) -> HttpResponse:
    version = freeze(copy)
    if story:
        version.story_id = story.pk
    context = {**article_context(version, clock.now(), preview=True)}
    return render(request, "articles/article.html", context)
