"""Related links, to decide on: a moderator's decision takes effect with the next page read."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.core import clock, state_chip, time_ago
from articles.desk.change_list import as_of
from articles.desk.links.action_form import ReasonActionForm
from articles.desk.links.card import host, why
from articles.desk.links.decide import decide_all
from articles.desk.links.filters import (
    AgeFilter,
    ScoreFilter,
    SectionFilter,
    SourceFilter,
    StateFilter,
)
from articles.desk.links.urls import RelatedLinkUrls
from articles.desk.read_only import ReadOnlyAdmin
from articles.links import moderation
from articles.models import LinkState, RelatedLink
from articles.people import name_of, permissions
from newsroom.accounts.models import User

if TYPE_CHECKING:
    RelatedLinkModelAdmin = admin.ModelAdmin[RelatedLink]
else:
    RelatedLinkModelAdmin = admin.ModelAdmin


def said(at: datetime, by: User | None, now: datetime) -> SafeString:
    """Return how long ago something was done, and by whom."""
    words = {"time": time_ago(at, now), "person": escape(name_of(by))}
    # Translations are the newsroom's own; what is put into them is safe.
    return mark_safe(gettext("%(time)s by %(person)s") % words)


class RelatedLinkAdmin(RelatedLinkUrls, ReadOnlyAdmin, RelatedLinkModelAdmin):
    """Decides only; links are made in their stories."""

    actions = ["approve", "reject"]
    list_display = (
        "shown_text",
        "story",
        "target_words",
        "state_chip",
        "why",
        "suggestion",
    )
    list_filter = (
        StateFilter,
        ("story__section", SectionFilter),
        SourceFilter,
        ScoreFilter,
        AgeFilter,
    )
    action_form = ReasonActionForm
    list_select_related = ("story", "target", "suggested_by")
    search_fields = ("headline", "story__headline", "target__headline", "url")
    ordering = ("-suggested_at", "-pk")
    show_full_result_count = False
    empty_value_display = ""
    fields = (
        "story", "label", "headline", "target_link", "url", "state_chip", "score",
        "suggestion", "decision", "reason",
    )  # fmt: skip
    readonly_fields = (*fields, "story_words", "target_words")

    @admin.display(description=_("related link"), ordering="headline")
    def shown_text(self, link: RelatedLink) -> SafeString:
        """Return the link's words, with what the list carries to say what it showed."""
        return format_html(
            '{}<input type="hidden" name="shown-{}" value="{}">',
            link,
            link.pk,
            moderation.shown_of_link(link),
        )

    @admin.display(description=_("source"), ordering="score")
    def why(self, link: RelatedLink) -> str:
        """Return why the link was suggested; nothing while it waits for its story."""
        return "" if link.state == LinkState.WAITING else why(link)

    @admin.display(description=_("suggested"), ordering="suggested_at")
    def suggestion(self, link: Any) -> SafeString:
        """Return when the link was suggested, and by whom."""
        return said(link.suggested_at, link.suggested_by, link.as_of)

    @admin.display(description=_("state"), ordering="state")
    def state_chip(self, link: RelatedLink) -> SafeString:
        """Return the link's state as a chip."""
        return state_chip(LinkState(link.state))

    @admin.display(description=_("decided"), ordering="decided_at")
    def decision(self, link: Any) -> str | SafeString:
        """Return when the link was decided on, and by whom; nothing if it was not."""
        return said(link.decided_at, link.decided_by, link.as_of) if link.decided_at else ""

    @admin.display(description=_("story"))
    def story_words(self, link: RelatedLink) -> str:
        """Return the story's headline as plain text, since the user may not open the story."""
        return link.story.headline

    @admin.display(description=_("leads to"))
    def target_link(self, link: RelatedLink) -> str | SafeString:
        """Return a link to the target; nothing where there is none."""
        if not link.target:
            return ""
        url = reverse("admin:articles_story_change", args=[link.target.pk])
        return format_html('<a href="{}">{}</a>', url, link.target)

    @admin.display(description=_("leads to"), ordering="target")
    def target_words(self, link: RelatedLink) -> str:
        """Return the target's headline as plain text, since the user may not open the target."""
        return link.target.headline if link.target else host(link)

    def get_fields(self, request: HttpRequest, obj: RelatedLink | None = None) -> Any:
        """Return the fields that say something; those who may read stories get links to them."""
        says = {"target_link": "target", "decision": "decided_at"}
        optional = ("label", "headline", "target_link", "url", "score", "decision", "reason")
        empty = {
            name for name in optional if obj and getattr(obj, says.get(name, name)) in (None, "")
        }
        words = {"story": "story_words", "target_link": "target_words"}
        if permissions.can_read_drafts(request.user):
            words = {}
        return [words.get(name, name) for name in self.fields if name not in empty]

    def get_queryset(self, request: HttpRequest) -> QuerySet[RelatedLink]:
        """Return the links that are in their stories, or that readers still have."""
        now = clock.now()
        return as_of(RelatedLink.objects.to_moderate(now).with_target_shown(now), now)

    def has_moderate_permission(self, request: HttpRequest) -> bool:
        return permissions.can_moderate(request.user)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return permissions.can_see_links(request.user)

    @admin.action(description=_("Approve: readers see the link"), permissions=["moderate"])
    def approve(self, request: HttpRequest, queryset: QuerySet[RelatedLink]) -> HttpResponse:
        """Approve the chosen links."""
        return self._decided(request, queryset, "approve")

    @admin.action(description=_("Reject: readers do not see it"), permissions=["moderate"])
    def reject(self, request: HttpRequest, queryset: QuerySet[RelatedLink]) -> HttpResponse:
        """Reject the chosen links."""
        return self._decided(request, queryset, "reject")

    def _decided(
        self, request: HttpRequest, queryset: QuerySet[RelatedLink], decision: str
    ) -> HttpResponse:
        chosen = request.POST.getlist(ACTION_CHECKBOX_NAME)
        if request.POST.get("select_across", "0") == "0":
            # Not only those that the filters of the list still find: somebody may have decided.
            queryset = self.get_queryset(request).filter(pk__in=chosen)
        results = decide_all(request, queryset.select_related("story"), decision)
        context = {
            **self.admin_site.each_context(request),
            "title": gettext("What was decided"),
            "opts": self.opts,
            "done": [result.link for result in results if not result.refusal],
            "refused": [result for result in results if result.refusal],
        }
        return TemplateResponse(request, "admin/articles/relatedlink/decided.html", context)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Show the link; to those who decide on links, in the queue."""
        link = self.get_object(request, object_id)
        if link and permissions.can_moderate(request.user):
            queue = reverse("admin:articles_relatedlink_queue")
            return HttpResponseRedirect(f"{queue}?link={link.pk}")
        return super().change_view(request, object_id, form_url, extra_context)
