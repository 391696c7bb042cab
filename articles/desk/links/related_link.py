"""Related links, to decide on: a moderator's decision takes effect with the next page read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.desk.links.decide import decide, decide_all
from articles.desk.people.acting import acting
from articles.desk.read_only import ReadOnlyAdmin
from articles.links import moderation
from articles.models import LinkState, RelatedLink
from articles.people import permissions

if TYPE_CHECKING:
    RelatedLinkModelAdmin = admin.ModelAdmin[RelatedLink]
else:
    RelatedLinkModelAdmin = admin.ModelAdmin


class StateFilter(admin.SimpleListFilter):
    """Links by what was decided; those to decide are shown first."""

    title = _("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return the choices beside the one that is shown first."""
        other = [state for state in LinkState if state is not LinkState.SUGGESTED]
        return [*((state.value, str(state.label)) for state in other), ("all", gettext("all"))]

    def choices(self, changelist: Any) -> Iterator[Any]:
        """Yield the choices, the first one named for what it shows."""
        for number, choice in enumerate(super().choices(changelist)):
            yield choice if number else choice | {"display": gettext("to decide")}

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Return the links in the chosen state."""
        if self.value() == "all":
            return queryset
        return queryset.filter(state=self.value() or LinkState.SUGGESTED)


class RelatedLinkAdmin(ReadOnlyAdmin, RelatedLinkModelAdmin):
    """Decides only; links are made in their stories."""

    actions = ["approve", "reject"]
    list_display = (
        "__str__",
        "story",
        "target_words",
        "state",
        "score",
        "suggested_by",
        "suggested_at",
    )
    list_filter = (StateFilter,)
    list_select_related = ("story", "target", "suggested_by")
    search_fields = ("headline", "story__headline", "target__headline", "url")
    ordering = ("-suggested_at", "-pk")
    show_full_result_count = False
    fields = (
        "story", "label", "headline", "target_link", "url", "state", "score",
        "suggested_by", "suggested_at", "decided_by", "decided_at", "reason",
    )  # fmt: skip
    readonly_fields = (*fields, "story_words", "target_words")

    @admin.display(description=_("story"))
    def story_words(self, link: RelatedLink) -> str:
        """Return the story's headline without a link, for people who may not open the story."""
        return link.story.headline

    @admin.display(description=_("leads to"))
    def target_link(self, link: RelatedLink) -> str | SafeString:
        """Return a link to the target; a dash where there is none."""
        if not link.target:
            return "-"
        url = reverse("admin:articles_story_change", args=[link.target.pk])
        return format_html('<a href="{}">{}</a>', url, link.target)

    @admin.display(description=_("leads to"), ordering="target")
    def target_words(self, link: RelatedLink) -> str:
        """Return the target's headline without a link, for people who may not open the target."""
        return link.target.headline if link.target else "-"

    def get_fields(self, request: HttpRequest, obj: RelatedLink | None = None) -> Any:
        """Return the fields, which link to stories only for those who may read them."""
        if permissions.can_read_drafts(request.user):
            return list(self.fields)
        words = {"story": "story_words", "target_link": "target_words"}
        return [words.get(name, name) for name in self.fields]

    def get_queryset(self, request: HttpRequest) -> QuerySet[RelatedLink]:
        """Return the links that stand in their stories, or that readers still have."""
        return RelatedLink.objects.to_moderate(timezone.now())

    def has_moderate_permission(self, request: HttpRequest) -> bool:
        return permissions.can_moderate(request.user)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return permissions.can_see_links(request.user)

    @admin.action(description=_("Approve: readers see the link"), permissions=["moderate"])
    def approve(self, request: HttpRequest, queryset: QuerySet[RelatedLink]) -> None:
        """Approve the chosen links."""
        decide_all(request, queryset, "approve")

    @admin.action(description=_("Reject: readers do not see it"), permissions=["moderate"])
    def reject(self, request: HttpRequest, queryset: QuerySet[RelatedLink]) -> None:
        """Reject the chosen links."""
        decide_all(request, queryset, "reject")

    def get_urls(self) -> list[URLPattern]:
        """Return Django's URLs with that of the decision on one link."""
        view: Callable[..., HttpResponse] = self.admin_site.admin_view(decide)
        own = path("<int:pk>/decide/", view, name="articles_relatedlink_decide")
        return [own, *super().get_urls()]

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Show the link, with the buttons if the user may decide on it now."""
        link = self.get_object(request, object_id)
        may = link is not None and moderation.check_decide(link, by=acting(request)) is None
        context = {"may_decide": may} | (extra_context or {})
        return super().change_view(request, object_id, form_url, context)
