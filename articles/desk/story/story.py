"""Stories in the admin: the list, the form in which they are written, and their pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from js_asset import Media

from articles.core import clock
from articles.desk.actions.buttons import buttons, situation_of_new
from articles.desk.history.history import StoryHistory
from articles.desk.people.acting import acting
from articles.desk.stories.story_list import StoryList
from articles.desk.story.access import StoryAccess
from articles.desk.story.conflict import conflict_of
from articles.desk.story.deleting import StoryDeleting
from articles.desk.story.fields.byline import sent_byline
from articles.desk.story.form import StoryForm
from articles.desk.story.form_context import buttons_context, form_context
from articles.desk.story.read_only import reading_of
from articles.desk.story.saving import StorySaving
from articles.desk.story.urls import StoryUrls
from articles.models import Author, Story, WorkflowState
from articles.stories import notices

if TYPE_CHECKING:
    StoryModelAdmin = admin.ModelAdmin[Story]
else:
    StoryModelAdmin = admin.ModelAdmin


class StoryAdmin(
    StoryAccess,
    StoryList,
    StorySaving,
    StoryDeleting,
    StoryUrls,
    StoryHistory,
    StoryModelAdmin,
):
    """Writes only through the verbs of `writing` and `publishing`."""

    form = StoryForm
    # Not autocomplete_fields, which a screen reader cannot name.
    raw_id_fields = ("lead_picture",)
    fieldsets = [
        # Those of the column are where the story is written; the others are in the panel.
        (None, {"fields": ["headline", "summary", "byline"], "classes": ["column"]}),
        (
            _("Dateline"),
            {"fields": ["places", "date", "agency"], "classes": ["column", "dateline"]},
        ),
        (None, {"fields": ["body", "opened_version"], "classes": ["column"]}),
        (None, {"fields": ["lead_picture"], "classes": ["lead-picture"]}),
        (None, {"fields": ["section", "tags", "language", "slug"]}),
    ]

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Return what a new story has: the name under which its writer is published."""
        own = Author.objects.filter(user=acting(request))
        return {"byline": sent_byline(own), **super().get_changeform_initial_data(request)}

    def get_fieldsets(self, request: HttpRequest, obj: Story | None = None) -> Any:
        """Return the parts of the form: none for somebody who can only read the story."""
        read_only = obj is not None and not self.has_change_permission(request, obj)
        return [] if read_only else super().get_fieldsets(request, obj)

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Story | None = None,
    ) -> HttpResponse:
        """Add what is around the fields."""
        now = clock.now()
        context["media"] = Media.from_media(context["media"]).with_nonce(str(request.csp_nonce))  # type: ignore[attr-defined]
        if obj:
            notices.mark_story_read(obj, by=acting(request))
            context |= form_context(obj, now, request)
            context["conflict"] = conflict_of(request, obj, context["adminform"].form)
            context["may_save"] = may_save = self.has_change_permission(request, obj)
            context["reading"] = None if may_save else reading_of(obj)
        else:
            by = acting(request)
            offered = buttons(situation_of_new(by, now), by=by)
            context |= buttons_context(offered, WorkflowState.DRAFT)
            context["may_save"] = self.has_add_permission(request)
        return super().render_change_form(request, context, add, change, form_url, obj)
