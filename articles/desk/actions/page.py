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
from django.utils.translation import gettext

from articles import publishing
from articles.core import (
    Gone,
    NeedsSecondPerson,
    NewsroomError,
    NotAllowed,
    clock,
    format_time_in_full,
    refuse,
)
from articles.desk.actions.action import Question
from articles.desk.actions.actions import ASKING
from articles.desk.actions.changes import changes_since
from articles.desk.kept_filters import with_kept_filters
from articles.desk.links.links_here import linking_to
from articles.desk.people.acting import acting
from articles.desk.schedule.entries import scheduled_entries
from articles.desk.schedule.page import way_back
from articles.models import PublicationStatus, Story
from articles.publishing import situation_of, with_publication_status
from articles.stories import still_open, working_copy_of

#: Before these, which publish the copy, the page names what is still open, and what has to be
#: fixed first.
NAMING = frozenset({"publish", "schedule"})


def action_page(request: HttpRequest, pk: int, name: str, site: AdminSite) -> HttpResponse:
    """Ask before the action `name` on the story, do it, and return to the story or the schedule.

    Raise Http404 where there is no such story, PermissionDenied where the user may not do it.
    """
    story, by = get_object_or_404(Story, pk=pk), acting(request)
    action, question = ASKING[name]
    now = situation_of(story, clock.now())
    refusal = action.check(now, by=by)
    if isinstance(refusal, NotAllowed) and not isinstance(refusal, NeedsSecondPerson):
        raise PermissionDenied
    # What keeps the copy from readers is said at once, and not only after the answer.
    if refusal is None and name in NAMING:
        refusal = publishing.check_complete(story, working_copy_of(story), now.at)
    here = with_kept_filters(reverse("admin:articles_story_change", args=[pk]), request)
    back = way_back(request)
    data = request.POST if request.method == "POST" else None
    form = question.form(story, data, request.GET.dict())
    is_valid = form.is_valid()
    changed = None
    if request.method == "POST":
        try:
            with transaction.atomic():
                shown = publishing.read_shown(request.POST.get("shown", ""))
                held = publishing.hold_as_shown(story, shown, publishes=name in NAMING)
                refuse(action.check(held, by=by))
                if is_valid:
                    action.verb(story, by=by, **form.values())
        except publishing.Changed as error:
            changed = error
        except Gone:
            raise
        except NewsroomError as error:
            form.add_error(None, str(error))
        else:
            if is_valid:
                messages.success(request, _done(question, story, form.values()))
                return HttpResponseRedirect(back or here)
        story.refresh_from_db()
        now = situation_of(story, clock.now())
        refusal = None if form.non_field_errors() else action.check(now, by=by)
    context = {
        **site.each_context(request),
        "title": _title(question, story, refusal),
        "opts": Story._meta,
        "original": story,
        "action": action,
        "question": question,
        "refusal": refusal,
        "is_nothing_new": isinstance(refusal, publishing.NothingNew),
        "here": here,
        "back": back or here,
        "to_schedule": bool(back),
        "scheduled": scheduled_entries(now) if action.replaces else [],
        "links_here": stories_linking_to(story) if action.is_destructive else [],
        "form": form,
        "still_open": still_open(story, now.at) if name in NAMING else [],
        "shown": publishing.shown_of(now, publishes=name in NAMING),
        "changes": changes_since(now, changed) if changed else None,
    }
    return TemplateResponse(request, "admin/articles/story/action.html", context)


def _title(question: Question, story: Story, refusal: NewsroomError | None) -> str:
    if isinstance(refusal, publishing.NothingNew):
        return gettext("Nothing to publish: %(story)s") % {"story": story}
    return f"{question.title}: {story}"


def _done(question: Question, story: Story, values: dict[str, Any]) -> str:
    at, version = values.get("at"), values.get("version")
    words = question.later if question.later and (at or version) else question.done
    return str(words) % {
        "story": story,
        "at": format_time_in_full(at) if at else "",
        "was": format_time_in_full(version.visible_from) if version else "",
    }


def stories_linking_to(story: Story) -> list[Story]:
    """Return the stories on whose pages readers see a link to it, with their `status` in words."""
    now = clock.now()
    seen = {found.link.story_id for found in linking_to(story, now) if found.page}
    linking = list(with_publication_status(Story.objects.filter(pk__in=seen), now))
    for one in linking:
        one.status = PublicationStatus(one.publication_status).label  # type: ignore[attr-defined]
    return linking
