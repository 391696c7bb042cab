"""Stories in the admin: the list, and the form in which they are written."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from js_asset import Media

from articles import writing
from articles.core import NewsroomError, format_time
from articles.desk.actions.actions import ACTIONS
from articles.desk.actions.buttons import buttons, situation_of_new
from articles.desk.history.history import StoryHistory
from articles.desk.history.log_shown import SHOWN, shown_log
from articles.desk.people.acting import acting, name_of
from articles.desk.pictures.thumbnail import thumbnail
from articles.desk.schedule.entries import outdated, scheduled_entries
from articles.desk.story.by_role import ByRole
from articles.desk.story.form import StoryForm
from articles.desk.story.links import RelatedLinks
from articles.desk.story.list import MineFilter, StatusFilter
from articles.desk.story.read_only import FIELDSETS, ReadOnlyStory
from articles.desk.story.urls import StoryUrls
from articles.desk.story.wire import from_wire_copy, take_answer
from articles.links import moderation
from articles.models import PublicationStatus, Story, WorkflowState
from articles.publishing import situation_of, with_publication_status
from articles.stories import problems, sent_back, working_copy_of
from articles.text import normalise
from articles.wire import record_answer

if TYPE_CHECKING:
    StoryModelAdmin = admin.ModelAdmin[Story]
else:
    StoryModelAdmin = admin.ModelAdmin


class StoryAdmin(ByRole, ReadOnlyStory, StoryUrls, StoryHistory, StoryModelAdmin):
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
    list_display = ("headline", "state", "publication_status", "section", "last_save")
    list_filter = (
        MineFilter,
        StatusFilter,
        "state",
        ("section", admin.RelatedOnlyFieldListFilter),
    )
    list_select_related = ("section", "changed_by", "embargo")
    list_per_page = 100
    search_fields = ("headline_key", "summary", "slug")
    show_full_result_count = False
    actions = None

    @admin.display(description=_("picture"))
    def lead_picture_shown(self, story: Story) -> str | SafeString:
        """Show the lead picture as it was saved, small."""
        return thumbnail(story.lead_picture)

    @admin.display(description=_("publication status"))
    def publication_status(self, story: Any) -> str:
        """Say what readers see of the story, and until when it is under embargo."""
        label = PublicationStatus(story.publication_status).label
        until = story.embargoed_until(timezone.now())
        if until is None:
            return str(label)
        return gettext("%(status)s, under embargo until %(time)s") % {
            "status": label,
            "time": format_time(until),
        }

    @admin.display(description=_("last save"), ordering="changed_at")
    def last_save(self, story: Story) -> str:
        """Say when the story was saved last, and by whom."""
        return gettext("%(time)s by %(person)s") % {
            "time": format_time(story.changed_at),
            "person": name_of(story.changed_by),
        }

    def get_queryset(self, request: HttpRequest) -> QuerySet[Story]:
        """Return all stories with their publication status now."""
        return with_publication_status(Story.objects.all(), timezone.now())

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Story], search_term: str
    ) -> tuple[QuerySet[Story], bool]:
        """Search as headlines are compared: quotes, dashes and capitals do not matter."""
        return super().get_search_results(request, queryset, normalise(search_term))

    def get_fieldsets(self, request: HttpRequest, obj: Story | None = None) -> Any:
        """Return the form's parts, or what a reader of drafts sees in their place."""
        read_only = obj is not None and not self.has_change_permission(request, obj)
        return FIELDSETS if read_only else super().get_fieldsets(request, obj)

    def get_form(
        self, request: HttpRequest, obj: Story | None = None, change: bool = False, **kwargs: Any
    ) -> Any:
        """Return the form, which tells why the last attempt to save it was refused."""
        form = super().get_form(request, obj, change=change, **kwargs)
        return type("StoryForm", (form,), {"refusal": getattr(request, "refusal", None)})

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Save all or nothing; what the verbs refuse is an error of the form, the text kept."""
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
            saved = writing.save(obj, copy, by=by, version=form.cleaned_data["opened_version"])
            if answer:
                record_answer(saved, answer.question, answer.action, by=by)
        else:
            saved = writing.create(copy, by=by)
        obj.pk = saved.pk
        obj._state.adding = False
        obj.refresh_from_db()

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Add the links after the body, and then do what the button says, unless it asks first."""
        story, by = form.instance, acting(request)
        for formset in formsets:
            for row in formset.extra_forms:
                if row.has_changed():
                    link = row.cleaned_data
                    moderation.suggest(
                        story,
                        by=by,
                        target=link["target"],
                        url=link["url"] or "",
                        headline=link["headline"] or "",
                    )
        now = situation_of(story, timezone.now())
        for action in ACTIONS:
            if f"_{action.name}" in request.POST and not (action.question and action.asks(now)):
                action.verb(story, by=by)
                request.done = action  # type: ignore[attr-defined]
        story.refresh_from_db()

    def construct_change_message(
        self, request: HttpRequest, form: Any, formsets: Any, add: bool = False
    ) -> Any:
        """Leave the links to the story's audit log."""
        return super().construct_change_message(request, form, [], add)

    def response_add(
        self, request: HttpRequest, obj: Story, post_url_continue: str | None = None
    ) -> HttpResponse:
        """Go on in the story's form, or to the question that the button asks."""
        return self._go_on(request, obj)

    def response_change(self, request: HttpRequest, obj: Story) -> HttpResponse:
        """Go on in the story's form, or to the question that the button asks."""
        return self._go_on(request, obj)

    def _go_on(self, request: HttpRequest, story: Story) -> HttpResponse:
        done = getattr(request, "done", None)
        for action in ACTIONS:
            if f"_{action.name}" in request.POST and action is not done:
                return HttpResponseRedirect(reverse(action.url_name, args=[story.pk]))
        if done and done.name == "publish":
            said = gettext("“%(story)s” has been saved and published.")
        else:
            said = gettext("“%(story)s” has been saved. It is %(state)s.")
        state = WorkflowState(story.state).described
        messages.success(request, said % {"story": story, "state": state})
        return HttpResponseRedirect(reverse("admin:articles_story_change", args=[story.pk]))

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """Show the list under its own name."""
        title = {"title": gettext("Stories")}
        return super().changelist_view(request, title | (extra_context or {}))

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """Say why the story must stay; else ask as Django does."""
        story = self.get_object(request, object_id)
        if story and self.has_delete_permission(request, story):
            refusal = writing.check_delete(story, by=acting(request))
            if refusal:
                messages.error(request, str(refusal))
                return HttpResponseRedirect(reverse("admin:articles_story_change", args=[story.pk]))
        return super().delete_view(request, object_id, extra_context)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Let the verb say what keeps a story; its own links, which nobody deletes, go with it."""
        deleted, counts, _, protected = super().get_deleted_objects(objs, request)
        by = acting(request)
        kept = any(writing.check_delete(story, by=by) for story in objs)
        return deleted, counts, set(), protected if kept else []

    def delete_model(self, request: HttpRequest, obj: Story) -> None:
        """Delete by the verb."""
        writing.delete(obj, by=acting(request))

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Story | None = None,
    ) -> HttpResponse:
        """Add the buttons, the audit log and what still needs fixing."""
        now, by = timezone.now(), acting(request)
        context["media"] = Media.from_media(context["media"]).with_nonce(str(request.csp_nonce))  # type: ignore[attr-defined]
        if obj:
            context |= _context(obj, now, request)
        else:
            context["buttons"] = buttons(situation_of_new(by, now), by=by)
        return super().render_change_form(request, context, add, change, form_url, obj)


def _context(story: Story, at: datetime, request: HttpRequest) -> dict[str, Any]:
    now = situation_of(story, at)
    offered = buttons(now, by=acting(request))
    log = shown_log(story, SHOWN)
    return {
        "buttons": offered,
        "publication_status": PublicationStatus(story.publication_status),
        "embargo": now.embargoed_until,
        "live_version": now.live,
        "scheduled": scheduled_entries(now),
        "outdated": outdated(now),
        "may_schedule": any(button.name == "schedule" for button in offered),
        "log": log,
        "log_is_cut": len(log) == SHOWN,
        "sent_back": sent_back(story),
        "ever_published": story.published_versions.exists(),
        "problems": [] if request.POST else problems(working_copy_of(story)),
        **from_wire_copy(story),
    }
