"""Stories in the admin: the list, and the form in which they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from js_asset import Media

from articles import moderation, moves, publishing, working_copy, writing, zone
from articles.admin.people import acting, name_of
from articles.admin.picture_search import picture_search
from articles.admin.picture_upload import show_picture, upload_picture
from articles.admin.schedule import outdated, schedule_page, scheduled
from articles.admin.story_act_page import act_page
from articles.admin.story_acts import ACTS
from articles.admin.story_buttons import SCHEDULE, buttons
from articles.admin.story_history import StoryHistory
from articles.admin.story_links import RelatedLinks
from articles.admin.story_list import MineFilter, StandingFilter
from articles.admin.story_preview import preview_edition, preview_saved, preview_unsaved
from articles.admin.story_read_only import FIELDSETS, ReadOnlyStory
from articles.admin.story_roles import ByRole
from articles.admin.story_search import story_search
from articles.admin.story_time_line import SHOWN, time_line
from articles.admin.story_wire import from_wire_copy, take_answer
from articles.admin.thumbnail import thumbnail
from articles.enums import Act, Standing, State
from articles.exceptions import NewsroomError
from articles.forms.story import StoryForm
from articles.models import Story
from articles.text import normalise
from articles.wire.dateline_answer import note

if TYPE_CHECKING:
    StoryModelAdmin = admin.ModelAdmin[Story]
else:
    StoryModelAdmin = admin.ModelAdmin

MOVES = {"submit": Act.SUBMIT, "approve": Act.APPROVE, "reopen": Act.REOPEN}


@admin.register(Story)
class StoryAdmin(ByRole, ReadOnlyStory, StoryHistory, StoryModelAdmin):
    """Writes only through the verbs: `writing`, `moves`, `publishing` and `moderation`."""

    form = StoryForm
    inlines = [RelatedLinks]
    # Not autocomplete_fields, which a screen reader cannot name.
    raw_id_fields = ("lead_picture",)
    readonly_fields = ("lead_picture_shown",)
    fieldsets = [
        (None, {"fields": ["headline", "summary", "byline", "places", "body", "opened_version"]}),
        (
            "Where it stands on the site",
            {"fields": ["section", "tags", "lead_picture", "lead_picture_shown"]},
        ),
        (
            "Seldom needed: address, date and agency of the dateline",
            {"fields": ["slug", "date", "agency"], "classes": ["collapse"]},
        ),
    ]
    list_display = ("headline", "state", "standing", "section", "last_save")
    list_filter = (
        MineFilter,
        StandingFilter,
        "state",
        ("section", admin.RelatedOnlyFieldListFilter),
    )
    list_select_related = ("section", "changed_by")
    list_per_page = 100
    search_fields = ("headline_key", "summary", "slug")
    show_full_result_count = False
    actions = None

    @admin.display(description="picture")
    def lead_picture_shown(self, story: Story) -> str | SafeString:
        """Show the lead picture as it was saved, small."""
        return thumbnail(story.lead_picture)

    @admin.display(description="with readers")
    def standing(self, story: Any) -> str:
        """Say what readers see of the story, and until when it is under embargo."""
        label, until = Standing(story.standing).label, story.held_until(timezone.now())
        return f"{label}, under embargo until {zone.shown(until)}" if until else label

    @admin.display(description="last save", ordering="changed_at")
    def last_save(self, story: Story) -> str:
        """Say when the story was saved last, and by whom."""
        return f"{zone.shown(story.changed_at)} by {name_of(story.changed_by)}"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Story]:
        """Give all stories with their standing now."""
        return Story.objects.with_standing(timezone.now())

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Story], search_term: str
    ) -> tuple[QuerySet[Story], bool]:
        """Search as headlines are compared: quotes, dashes and capitals do not matter."""
        return super().get_search_results(request, queryset, normalise(search_term))

    def get_fieldsets(self, request: HttpRequest, obj: Story | None = None) -> Any:
        """Give the form's parts, or what a reader of drafts sees in their place."""
        read_only = obj is not None and not self.has_change_permission(request, obj)
        return FIELDSETS if read_only else super().get_fieldsets(request, obj)

    def get_form(
        self, request: HttpRequest, obj: Story | None = None, change: bool = False, **kwargs: Any
    ) -> Any:
        """Give the form, which tells why the last try to save it was refused."""
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
                note(saved, answer.question, answer.act, by=by)
        else:
            saved = writing.create(copy, by=by)
        obj.pk = saved.pk
        obj._state.adding = False
        obj.refresh_from_db()

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Add the links after the body, and then do what the button says."""
        story, by = form.instance, acting(request)
        for formset in formsets:
            for row in formset.extra_forms:
                if row.has_changed():
                    link = row.cleaned_data
                    moderation.suggest(
                        story,
                        by=by,
                        target=link["target"],
                        address=link["address"] or "",
                        headline=link["headline"] or "",
                    )
        for name, act in MOVES.items():
            if f"_{name}" in request.POST:
                moves.move(story, act, by=by)
        if "_publish" in request.POST and not _asks(story):
            publishing.publish(moves.make_ready(story, by=by), by=by)
            request.published = True  # type: ignore[attr-defined]
        story.refresh_from_db()

    def construct_change_message(
        self, request: HttpRequest, form: Any, formsets: Any, add: bool = False
    ) -> Any:
        """Leave the links to the story's own log."""
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
        published = getattr(request, "published", False)
        for name in ACTS:
            if f"_{name}" in request.POST and not published:
                return HttpResponseRedirect(
                    reverse(f"admin:articles_story_{name}", args=[story.pk])
                )
        if published:
            messages.success(request, f"“{story}” is saved and published.")
        else:
            messages.success(request, f"“{story}” is saved. It is {State(story.state).told}.")
        return HttpResponseRedirect(reverse("admin:articles_story_change", args=[story.pk]))

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """Show the list under its own name."""
        return super().changelist_view(request, {"title": "Stories"} | (extra_context or {}))

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """Say why the story must stay; else ask as Django does."""
        story = self.get_object(request, object_id)
        may = self.has_delete_permission(request, story)
        if may and story and (why := writing.why_kept(story)):
            messages.error(request, why)
            return HttpResponseRedirect(reverse("admin:articles_story_change", args=[story.pk]))
        return super().delete_view(request, object_id, extra_context)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Let `writing` say what keeps a story; its own links, which nobody deletes, go with it."""
        deleted, counts, _, protected = super().get_deleted_objects(objs, request)
        kept = any(writing.why_kept(story) for story in objs)
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
        """Add the buttons, the time line and what is still to be mended."""
        now = timezone.now()
        standing = getattr(obj, "standing", Standing.UNPUBLISHED)
        waiting = scheduled(obj, now) if obj else []
        context["media"] = Media.from_media(context["media"]).with_nonce(str(request.csp_nonce))  # type: ignore[attr-defined]
        context["buttons"] = buttons(
            acting(request),
            obj,
            standing,
            embargoed=bool(obj and obj.held_until(now)),
            waiting=bool(waiting),
            noted=bool(obj and obj.corrections.visible(now).exists()),
        )
        if obj:
            context["standing"] = Standing(standing)
            context["embargo"] = obj.held_until(now)
            context["live_edition"] = obj.editions.visible(now).first()
            context["waiting"] = waiting
            context["outdated"] = outdated(obj, waiting)
            context["may_schedule"] = SCHEDULE in context["buttons"]
            context["time_line"] = time_line(obj, SHOWN)
            context["time_line_is_cut"] = len(context["time_line"]) == SHOWN
            context["sent_back"] = moves.sent_back(obj)
            context["ever_published"] = obj.editions.exists()
            context |= from_wire_copy(obj)
            context["problems"] = [] if request.POST else working_copy.of(obj).problems()
        return super().render_change_form(request, context, add, change, form_url, obj)

    def get_urls(self) -> list[URLPattern]:
        """Add the pages of the acts, the previews and what the body's editor asks."""
        wrap = self.admin_site.admin_view
        own = [
            path("search/", wrap(story_search), name="articles_story_search"),
            path("pictures/", wrap(upload_picture), name="articles_picture_upload"),
            path("pictures/search/", wrap(picture_search), name="articles_picture_search"),
            path("pictures/<int:pk>/", wrap(show_picture), name="articles_picture"),
            path(
                "preview/",
                wrap(preview_unsaved),
                {"model_admin": self},
                name="articles_story_preview_new",
            ),
            path(
                "<int:pk>/preview/",
                wrap(preview_saved),
                {"model_admin": self},
                name="articles_story_preview",
            ),
            path(
                "<int:pk>/editions/<int:edition>/",
                wrap(preview_edition),
                name="articles_story_edition",
            ),
            path(
                "schedule/",
                wrap(schedule_page),
                {"site": self.admin_site},
                name="articles_schedule",
            ),
            *(
                path(
                    f"<int:pk>/{name.replace('_', '-')}/",
                    wrap(act_page),
                    {"name": name, "site": self.admin_site},
                    name=f"articles_story_{name}",
                )
                for name in ACTS
            ),
        ]
        return own + super().get_urls()


def _asks(story: Story) -> bool:
    """Tell whether publishing changes what readers see, or calls off what they were to see."""
    now = timezone.now()
    return story.editions.visible(now).exists() or story.editions.to_come(now).exists()
