"""Stories in the admin: the list, the form in which they are written, and their pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from js_asset import Media

from articles.desk.actions.buttons import buttons, situation_of_new
from articles.desk.history.history import StoryHistory
from articles.desk.people.acting import acting
from articles.desk.pictures.thumbnail import thumbnail
from articles.desk.story.access import StoryAccess
from articles.desk.story.deleting import StoryDeleting
from articles.desk.story.form import StoryForm
from articles.desk.story.form_context import form_context
from articles.desk.story.links import RelatedLinks
from articles.desk.story.read_only import FIELDSETS, ReadOnlyStory
from articles.desk.story.saving import StorySaving
from articles.desk.story.story_list import StoryList
from articles.desk.story.urls import StoryUrls
from articles.models import Story

if TYPE_CHECKING:
    StoryModelAdmin = admin.ModelAdmin[Story]
else:
    StoryModelAdmin = admin.ModelAdmin


class StoryAdmin(
    StoryAccess,
    StoryList,
    StorySaving,
    StoryDeleting,
    ReadOnlyStory,
    StoryUrls,
    StoryHistory,
    StoryModelAdmin,
):
    """Writes only through the verbs of `writing`, `publishing` and `links`."""

    form = StoryForm
    inlines = [RelatedLinks]
    # Not autocomplete_fields, which a screen reader cannot name.
    raw_id_fields = ("lead_picture",)
    readonly_fields = ("lead_picture_shown",)
    fieldsets = [
        (None, {"fields": ["headline", "summary", "byline", "places", "body", "opened_version"]}),
        (
            _("Where it appears on the site"),
            {"fields": ["section", "tags", "lead_picture", "lead_picture_shown"]},
        ),
        (
            _("Seldom needed: slug, date and agency of the dateline"),
            {"fields": ["slug", "date", "agency"], "classes": ["collapse"]},
        ),
    ]

    @admin.display(description=_("picture"))
    def lead_picture_shown(self, story: Story) -> str | SafeString:
        """Return the lead picture as it was saved, small."""
        return thumbnail(story.lead_picture)

    def get_fieldsets(self, request: HttpRequest, obj: Story | None = None) -> Any:
        """Return the parts of the form, or of the page of somebody who can only read it."""
        read_only = obj is not None and not self.has_change_permission(request, obj)
        return FIELDSETS if read_only else super().get_fieldsets(request, obj)

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Story | None = None,
    ) -> HttpResponse:
        """Add what stands around the fields."""
        now = timezone.now()
        context["media"] = Media.from_media(context["media"]).with_nonce(str(request.csp_nonce))  # type: ignore[attr-defined]
        if obj:
            context |= form_context(obj, now, request)
        else:
            by = acting(request)
            context["buttons"] = buttons(situation_of_new(by, now), by=by)
        return super().render_change_form(request, context, add, change, form_url, obj)
