"""How a story is deleted: by the verb, which says what keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from articles import writing
from articles.core import clock
from articles.desk.people.acting import acting
from articles.links import lock_matching
from articles.models import Story
from articles.publishing import Changed, hold_as_shown, read_shown, shown_of, situation_of

if TYPE_CHECKING:
    StoryModelAdmin = admin.ModelAdmin[Story]
else:
    StoryModelAdmin = object


class StoryDeleting(StoryModelAdmin):
    """Deletes through the verb of `writing`."""

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """Say why the story must stay; if it need not, ask as Django does.

        What somebody else has saved since the question was shown is not deleted unseen.
        """
        story = self.get_object(request, object_id)
        if story and self.has_delete_permission(request, story):
            refusal = writing.check_delete(story, by=acting(request))
            if refusal:
                messages.error(request, str(refusal))
                return HttpResponseRedirect(reverse("admin:articles_story_change", args=[story.pk]))
        with transaction.atomic():
            may_delete = story is not None and self.has_delete_permission(request, story)
            if story and may_delete and request.method == "POST":
                # Before any row is locked, as deleting needs it.
                lock_matching()
                try:
                    hold_as_shown(story, read_shown(request.POST.get("shown", "")))
                except Changed as error:
                    messages.error(request, str(error))
                    return HttpResponseRedirect(request.get_full_path())
            asked = {"shown": shown_of(situation_of(story, clock.now()))} if story else {}
            return super().delete_view(request, object_id, {**asked, **(extra_context or {})})

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Let the verb say what keeps a story; its own links, which nobody deletes, go with it."""
        deleted, counts, _, protected = super().get_deleted_objects(objs, request)
        by = acting(request)
        kept = any(writing.check_delete(story, by=by) for story in objs)
        return deleted, counts, set(), protected if kept else []

    def delete_model(self, request: HttpRequest, obj: Story) -> None:
        """Delete through the verb."""
        writing.delete(obj, by=acting(request))
