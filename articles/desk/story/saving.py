"""How the story's form is saved: by the verbs, and then on to what its button asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext

from articles import writing
from articles.core import NewsroomError, clock, refuse
from articles.desk.actions.actions import ACTIONS
from articles.desk.deleted_rows import DeletedRows
from articles.desk.kept_filters import with_kept_filters
from articles.desk.people.acting import acting
from articles.desk.story.conflict import seen_by_form
from articles.desk.story.wire import denies_embargo, take_answer
from articles.models import Story, WorkflowState
from articles.publishing import situation_of
from articles.wire import deny_embargo, record_answer

if TYPE_CHECKING:
    StoryModelAdmin = admin.ModelAdmin[Story]
else:
    StoryModelAdmin = object


class StorySaving(DeletedRows, StoryModelAdmin):
    """Saves through the verbs of `writing` and `publishing`."""

    def get_form(
        self, request: HttpRequest, obj: Story | None = None, change: bool = False, **kwargs: Any
    ) -> Any:
        """Return the form, which says why the last attempt to save it was refused."""
        form = super().get_form(request, obj, change=change, **kwargs)
        return type("StoryForm", (form,), {"refusal": getattr(request, "refusal", None)})

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Save all or nothing; a refusal is shown as an error of the form, which keeps the text."""
        try:
            return super().changeform_view(request, *args, **kwargs)
        except NewsroomError as error:
            request.refusal = error  # type: ignore[attr-defined]
            return super().changeform_view(request, *args, **kwargs)

    def save_model(self, request: HttpRequest, obj: Story, form: Any, change: bool) -> None:
        """Save through the verbs, and make `obj` what is now stored."""
        copy, by = form.working_copy(), acting(request)
        if change:
            answer = take_answer(request, obj, copy)
            copy = answer.copy if answer else copy
            saved = writing.save(obj, copy, by=by, version=seen_by_form(request, form))
            if answer:
                record_answer(saved, answer.question, answer.action, by=by)
            if denies_embargo(request):
                deny_embargo(saved, by=by)
        else:
            saved = writing.create(copy, by=by)
        obj.pk = saved.pk
        obj._state.adding = False
        obj.refresh_from_db()

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Do what the button says, unless it asks first."""
        story, by = form.instance, acting(request)
        for action in ACTIONS:
            if f"_{action.name}" in request.POST and not action.question:
                refuse(action.check(situation_of(story, clock.now()), by=by))
                action.verb(story, by=by)
        story.refresh_from_db()

    def response_add(
        self, request: HttpRequest, obj: Story, post_url_continue: str | None = None
    ) -> HttpResponse:
        """Go on in the story's form, or to the question that the button asks."""
        return _go_on(request, obj)

    def response_change(self, request: HttpRequest, obj: Story) -> HttpResponse:
        """Go on in the story's form, or to the question that the button asks."""
        return _go_on(request, obj)


def _go_on(request: HttpRequest, story: Story) -> HttpResponse:
    form = reverse("admin:articles_story_change", args=[story.pk])
    for action in ACTIONS:
        if f"_{action.name}" in request.POST and action.question:
            if "_dialog" in request.POST:
                # Where JavaScript runs, the form opens the question's page in a dialog.
                return HttpResponseRedirect(with_kept_filters(form, request, ask=action.name))
            asked = reverse(action.url_name, args=[story.pk])
            return HttpResponseRedirect(with_kept_filters(asked, request))
    said = gettext("“%(story)s” has been saved. It is %(state)s.")
    state = WorkflowState(story.state).described
    messages.success(request, said % {"story": story, "state": state})
    return HttpResponseRedirect(with_kept_filters(form, request))
