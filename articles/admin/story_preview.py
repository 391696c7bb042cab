"""The reader's page of what is not published, for staff only and kept by no cache."""

from dataclasses import replace
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from articles import body, rows, working_copy
from articles.admin.people import refuse_strangers
from articles.enums import EditionKind
from articles.models import Edition, Story
from articles.querysets import HAS_PERIOD
from articles.reading import RECENT_OFFERED, article_context, recent_news
from articles.working_copy import WorkingCopy


@never_cache
@require_POST
def preview_unsaved(request: HttpRequest, model_admin: Any) -> HttpResponse:
    """Show a new story as its form has it; nothing is saved. Raises PermissionDenied."""
    refuse_strangers(request)
    return _preview_form(request, model_admin, None)


@never_cache
def preview_saved(request: HttpRequest, pk: int, model_admin: Any) -> HttpResponse:
    """Show the story as it is saved or, on POST, as its form has it; nothing is saved.

    Raises Http404 where there is no such story, PermissionDenied to who may not read drafts or,
    on POST, not write this one.
    """
    refuse_strangers(request)
    story = get_object_or_404(Story, pk=pk)
    if request.method == "POST":
        return _preview_form(request, model_admin, story)
    return _preview(request, working_copy.of(story), story)


@never_cache
def preview_edition(request: HttpRequest, pk: int, edition: int) -> HttpResponse:
    """Show an edition or notice of the story as readers see it when it starts.

    Raises Http404 where there is none, or it was called off; PermissionDenied to who may not
    read drafts.
    """
    refuse_strangers(request)
    found = get_object_or_404(Edition.objects.filter(HAS_PERIOD, story=pk), pk=edition)
    at = found.visible_from
    if found.kind == EditionKind.TOMBSTONE:
        recent = recent_news(at, None, RECENT_OFFERED)
        notice = {"notice": found, "recent": recent, "starts": at}
        return TemplateResponse(request, "410.html", notice)
    context = {**article_context(found, at), "starts": at}
    return TemplateResponse(request, "articles/article.html", context)


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
            "title": "No preview yet",
            "form": form,
        }
        return TemplateResponse(request, "admin/articles/story/no_preview.html", context)
    copy = form.working_copy()
    if story:
        # What is decided on a line's old target says nothing of a new one.
        lines = rows.with_keys_of_targets(story, body.read(story.body), body.read(copy.body))
        copy = replace(copy, body=body.write(lines))
    return _preview(request, copy, story)


def _preview(request: HttpRequest, copy: WorkingCopy, story: Story | None) -> HttpResponse:
    edition = working_copy.freeze(copy)
    if story:
        edition.story_id = story.pk
    context = {**article_context(edition, timezone.now(), preview=True)}
    return TemplateResponse(request, "articles/article.html", context)
