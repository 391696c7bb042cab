"""Related links, to decide on: what a moderator decides takes effect with the next page read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST

from articles.core import NewsroomError
from articles.desk.people.acting import acting
from articles.desk.read_only import ReadOnlyAdmin
from articles.links import moderation
from articles.models import LinkState, RelatedLink
from articles.people import permissions

if TYPE_CHECKING:
    RelatedLinkModelAdmin = admin.ModelAdmin[RelatedLink]
else:
    RelatedLinkModelAdmin = admin.ModelAdmin

DECISIONS: dict[str, Callable[..., RelatedLink]] = {
    "approve": moderation.approve,
    "reject": moderation.reject,
}
LONGEST_REASON = 300


class StateFilter(admin.SimpleListFilter):
    """Links by what was decided; those to decide are shown first."""

    title = "state"
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Give the choices beside the one that is shown first."""
        other = [state for state in LinkState if state is not LinkState.SUGGESTED]
        return [(state.value, str(state.label)) for state in other] + [("all", "all")]

    def choices(self, changelist: Any) -> Iterator[Any]:
        """Name the choice that is shown first for what it is."""
        for number, choice in enumerate(super().choices(changelist)):
            yield choice if number else choice | {"display": "to decide"}

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Give the links of the chosen state."""
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

    @admin.display(description="story")
    def story_words(self, link: RelatedLink) -> str:
        """Name the story for who may not open it."""
        return link.story.headline

    @admin.display(description="leads to")
    def target_link(self, link: RelatedLink) -> str | SafeString:
        """Lead to the target, which its field calls a story, as the story itself is called."""
        if not link.target:
            return "-"
        address = reverse("admin:articles_story_change", args=[link.target.pk])
        return format_html('<a href="{}">{}</a>', address, link.target)

    @admin.display(description="leads to", ordering="target")
    def target_words(self, link: RelatedLink) -> str:
        """Name the target for who may not open it."""
        return link.target.headline if link.target else "-"

    def get_fields(self, request: HttpRequest, obj: RelatedLink | None = None) -> Any:
        """Lead to the stories only who may read them."""
        if permissions.can_read_drafts(request.user):
            return list(self.fields)
        words = {"story": "story_words", "target_link": "target_words"}
        return [words.get(name, name) for name in self.fields]

    def get_queryset(self, request: HttpRequest) -> QuerySet[RelatedLink]:
        """Give the links that stand in their stories, or still with readers."""
        return RelatedLink.objects.to_moderate(timezone.now())

    def has_moderate_permission(self, request: HttpRequest) -> bool:
        return permissions.can_moderate(request.user)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return permissions.can_see_links(request.user)

    @admin.action(description="Approve: readers see the link", permissions=["moderate"])
    def approve(self, request: HttpRequest, queryset: QuerySet[RelatedLink]) -> None:
        """Approve the chosen links."""
        _decide_all(request, queryset, "approve")

    @admin.action(description="Reject: readers do not see it", permissions=["moderate"])
    def reject(self, request: HttpRequest, queryset: QuerySet[RelatedLink]) -> None:
        """Reject the chosen links."""
        _decide_all(request, queryset, "reject")

    def get_urls(self) -> list[URLPattern]:
        """Add the decision on one link, with its reason."""
        decide_one = self.admin_site.admin_view(decide)
        own = path("<int:pk>/decide/", decide_one, name="articles_relatedlink_decide")
        return [own, *super().get_urls()]

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Show the link, with the buttons of who may decide."""
        may = {"may_decide": self.has_moderate_permission(request)}
        return super().change_view(request, object_id, form_url, (extra_context or {}) | may)


@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Approve or reject one link, as the button says, with a reason.

    Raises Http404 where there is no such link, PermissionDenied where the user may not decide.
    """
    by = acting(request)
    link = get_object_or_404(RelatedLink.objects.to_moderate(timezone.now()), pk=pk)
    decision = request.POST.get("decision", "")
    if not permissions.can_moderate(by) or decision not in DECISIONS:
        raise PermissionDenied
    try:
        reason = request.POST.get("reason", "").strip()[:LONGEST_REASON]
        decided = DECISIONS[decision](link, by=by, reason=reason)
    except NewsroomError as error:
        messages.error(request, str(error))
        return HttpResponseRedirect(reverse("admin:articles_relatedlink_change", args=[pk]))
    messages.success(request, f"“{decided}” is {decided.get_state_display()}.")
    return HttpResponseRedirect(reverse("admin:articles_relatedlink_changelist"))


def _decide_all(request: HttpRequest, links: QuerySet[RelatedLink], decision: str) -> None:
    done = 0
    for link in links:
        try:
            DECISIONS[decision](link, by=acting(request))
            done += 1
        except NewsroomError as error:
            messages.error(request, str(error))
    if done:
        what = "approved" if decision == "approve" else "rejected"
        messages.success(request, f"{done} {'link is' if done == 1 else 'links are'} {what}.")
