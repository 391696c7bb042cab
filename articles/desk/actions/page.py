"""The page that asks before an action on a story, then does it."""

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

from articles.core import NeedsSecondPerson, NewsroomError, NotAllowed, format_time_in_full
from articles.desk.actions.action import Question
from articles.desk.actions.actions import ASKING
from articles.desk.people.acting import acting
from articles.desk.schedule.entries import scheduled_entries
from articles.desk.schedule.page import way_back
from articles.models import LinkState, PublicationStatus, RelatedLink, Story
from articles.publishing import situation_of, with_publication_status


def action_page(request: HttpRequest, pk: int, name: str, site: AdminSite) -> HttpResponse:
    """Ask before the action `name` on the story, do it, and return to the story or the schedule.

    Raise Http404 where there is no such story, PermissionDenied where the user may not do it.
    """
    story, by = get_object_or_404(Story, pk=pk), acting(request)
    action, question = ASKING[name]
    now = situation_of(story, timezone.now())
    refusal = action.check(now, by=by)
    if isinstance(refusal, NotAllowed) and not isinstance(refusal, NeedsSecondPerson):
        raise PermissionDenied
    here, back = reverse("admin:articles_story_change", args=[pk]), way_back(request)
    data = request.POST if request.method == "POST" else None
    form = question.form(story, data, request.GET.dict())
    if request.method == "POST" and refusal is None and form.is_valid():
        try:
            with transaction.atomic():
                action.verb(story, by=by, **form.values())
        except NewsroomError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _done(question, story, form.values()))
            return HttpResponseRedirect(back or here)
    context = {
        **site.each_context(request),
        "title": f"{question.title}: {story}",
        "opts": Story._meta,
        "original": story,
        "action": action,
        "question": question,
        "refusal": refusal,
        "back": back or here,
        "to_schedule": bool(back),
        "scheduled": scheduled_entries(now) if action.replaces else [],
        "links_here": stories_linking_to(story) if action.is_destructive else [],
        "form": form,
    }
    return TemplateResponse(request, "admin/articles/story/action.html", context)


def _done(question: Question, story: Story, values: dict[str, Any]) -> str:
    at, version = values.get("at"), values.get("version")
    words = question.later if question.later and (at or version) else question.done
    return str(words) % {
        "story": story,
        "at": format_time_in_full(at) if at else "",
        "was": format_time_in_full(version.visible_from) if version else "",
    }


def stories_linking_to(story: Story) -> list[Story]:
    """Return the stories whose links lead to this one, with their `status` now in words."""
    links = RelatedLink.objects.placed().exclude(state=LinkState.REJECTED).filter(target=story)
    found = Story.objects.filter(pk__in=links.values("story"))
    linking = list(with_publication_status(found, timezone.now()))
    for one in linking:
        one.status = PublicationStatus(one.publication_status).label  # type: ignore[attr-defined]
    return linking
