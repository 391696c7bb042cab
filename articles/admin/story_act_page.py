"""Acts that ask something first: a page with the question, then the verb."""

from typing import Any

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from articles import zone
from articles.admin.people import acting
from articles.admin.schedule import scheduled, way_back
from articles.admin.story_acts import ACTS, Question
from articles.enums import LinkState
from articles.exceptions import NewsroomError
from articles.models import RelatedLink, Story
from articles.querysets import StoryQuerySet


def act_page(request: HttpRequest, pk: int, name: str, site: AdminSite) -> HttpResponse:
    """Ask before the act `name` on the story, do it, and go back to the story or the schedule.

    Raises Http404 where there is no such story, PermissionDenied where the user may not do it.
    """
    story, by, question = get_object_or_404(Story, pk=pk), acting(request), ACTS[name]
    if not question.may(by, story):
        raise PermissionDenied
    here, back = reverse("admin:articles_story_change", args=[pk]), way_back(request)
    data = request.POST if request.method == "POST" else None
    form = question.form(story, data, request.GET.dict())
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                question.verb(story, by=by, **form.values())
        except NewsroomError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, f"“{story}” {_done(question, form.values())}.")
            return HttpResponseRedirect(back or here)
    context = {
        **site.each_context(request),
        "title": f"{question.title}: {story}",
        "opts": Story._meta,
        "original": story,
        "question": question,
        "back": back or here,
        "to_schedule": bool(back),
        "waiting": scheduled(story, timezone.now()) if question.replaces else [],
        "links_here": list(who_links_here(story)) if question.grave else [],
        "form": form,
    }
    return TemplateResponse(request, "admin/articles/story/act.html", context)


def _done(question: Question, values: dict[str, Any]) -> str:
    at, edition = values.get("at"), values.get("edition")
    words = question.later if question.later and (at or edition) else question.done
    return words.format(
        at=zone.in_words(at) if at else "",
        was=zone.in_words(edition.visible_from) if edition else "",
    )


def who_links_here(story: Story) -> StoryQuerySet:
    """Give the stories whose links lead to this one, with their standing now."""
    lead_here = RelatedLink.objects.placed().exclude(state=LinkState.REJECTED).filter(target=story)
    found: StoryQuerySet = Story.objects.filter(pk__in=lead_here.values("story"))
    return found.with_standing(timezone.now())
