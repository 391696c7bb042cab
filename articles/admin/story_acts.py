"""Acts that ask something first: a page with the question, then the verb."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from articles import corrections, embargo, moves, permissions, publishing, zone
from articles.admin.people import acting
from articles.enums import Act, LinkState
from articles.exceptions import NewsroomError
from articles.forms.act import ActForm
from articles.forms.acts import (
    CorrectForm,
    EmbargoForm,
    LiftEmbargoForm,
    PublishForm,
    ScheduleForm,
    SendBackForm,
    TakeBackForm,
    WithdrawForm,
)
from articles.models import Correction, RelatedLink, Story
from articles.querysets import StoryQuerySet


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked before an act and of whom, and the verb that then does it.

    `done` is told after it, `later` where it is to happen at a time that was asked for.
    """

    title: str
    text: str
    button: str
    form: type[ActForm]
    verb: Callable[..., object]
    done: str
    later: str = ""
    grave: bool = False
    may: Callable[[User, Story], bool] = permissions.can_publish


def _publish(story: Story, *, by: User, **how: Any) -> None:
    publishing.publish(moves.make_ready(story, by=by), by=by, **how)


def _schedule(story: Story, *, by: User, **how: Any) -> None:
    publishing.schedule(moves.make_ready(story, by=by), by=by, **how)


def _send_back(story: Story, *, by: User, why: str) -> None:
    moves.move(story, Act.SEND_BACK, by=by, why=why)


def _may_send_back(user: User, story: Story) -> bool:
    return permissions.may_move(user, story, Act.SEND_BACK)


def _take_back(story: Story, *, by: User, correction: Correction, why: str) -> None:
    corrections.take_back(correction, by=by, why=why)


def who_links_here(story: Story) -> StoryQuerySet:
    """Give the stories whose links lead to this one, with their standing now."""
    lead_here = RelatedLink.objects.placed().exclude(state=LinkState.REJECTED).filter(target=story)
    found: StoryQuerySet = Story.objects.filter(pk__in=lead_here.values("story"))
    return found.with_standing(timezone.now())


ACTS = {
    "publish": Question(
        "Publish",
        "Readers will see the story, as it is saved now, from now on.",
        "Publish it",
        PublishForm,
        _publish,
        "is published",
    ),
    "schedule": Question(
        "Schedule",
        "Readers will see the story, as it is saved now, from this time on.",
        "Schedule it",
        ScheduleForm,
        _schedule,
        "is scheduled for {at}",
    ),
    "send_back": Question(
        "Send back",
        "The story becomes a draft again.",
        "Send it back",
        SendBackForm,
        _send_back,
        "is sent back: it is a draft again",
        may=_may_send_back,
    ),
    "embargo": Question(
        "Embargo",
        "Readers see nothing of the story before this time, whoever publishes or schedules it.",
        "Set the embargo",
        EmbargoForm,
        embargo.put,
        "is under embargo until {at}",
        may=permissions.can_embargo,
    ),
    "lift_embargo": Question(
        "Lift the embargo",
        "The story can be published at any time from now on. It is not published by this.",
        "Lift it",
        LiftEmbargoForm,
        embargo.lift,
        "is under no embargo any more",
    ),
    "call_off": Question(
        "Call off the schedule",
        "What was to appear later will not appear. What readers see now stays.",
        "Call it off",
        ActForm,
        publishing.call_off,
        "will not appear: its schedule is called off",
    ),
    "correct": Question(
        "Add a note for readers",
        "Readers see it on the story's page and among all corrections, from now on. To change the"
        " text itself, edit the story and publish it again.",
        "Add the note",
        CorrectForm,
        corrections.add,
        "has a new note for readers",
    ),
    "take_back": Question(
        "Take a note back",
        "Readers will no longer see the note. The time line keeps it.",
        "Take it back",
        TakeBackForm,
        _take_back,
        "has one note less",
    ),
    "restore": Question(
        "Undo the withdrawal",
        "Readers will see the story again, as they saw it last. To publish changes, publish it"
        " instead.",
        "Show it to readers again",
        ActForm,
        publishing.restore,
        "is shown to readers again",
    ),
    "withdraw": Question(
        "Withdraw",
        "Readers will no longer see the story. Its address then shows that it was withdrawn,"
        " with your note. The working copy stays here.",
        "Withdraw it from readers",
        WithdrawForm,
        publishing.withdraw,
        "is withdrawn: readers no longer see it",
        later="will be withdrawn on {at}",
        grave=True,
    ),
}


def act_page(request: HttpRequest, pk: int, name: str, site: AdminSite) -> HttpResponse:
    """Ask before the act `name` on the story, do it, and go back to the story.

    Raises Http404 where there is no such story, PermissionDenied where the user may not do it.
    """
    story, by, question = get_object_or_404(Story, pk=pk), acting(request), ACTS[name]
    if not question.may(by, story):
        raise PermissionDenied
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
            return HttpResponseRedirect(reverse("admin:articles_story_change", args=[pk]))
    context = {
        **site.each_context(request),
        "title": f"{question.title}: {story}",
        "opts": Story._meta,
        "original": story,
        "question": question,
        "links_here": list(who_links_here(story)) if question.grave else [],
        "form": form,
    }
    return TemplateResponse(request, "admin/articles/story/act.html", context)


def _done(question: Question, values: dict[str, Any]) -> str:
    at = values.get("at")
    words = (question.later or question.done) if at else question.done
    return words.format(at=zone.in_words(at) if at else "")
