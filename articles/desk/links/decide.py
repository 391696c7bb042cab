"""Approve or reject related links: one, with a reason, or several at once."""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext

from articles.core import NewsroomError
from articles.desk.links.display_form import display_as_sent
from articles.desk.people.acting import acting
from articles.links import moderation
from articles.models import RelatedLink

DECISIONS: dict[str, Callable[..., RelatedLink]] = {
    "approve": moderation.approve,
    "reject": moderation.reject,
}
UNDO = "undo"
LONGEST_REASON = 300
#: At most this many are decided on at once.
MANY = 200
#: The query string of a decision that leads back to the start page.
FROM_DESK = "?from=desk"


class ReasonForm(forms.Form):
    """Asks why, for the audit log."""

    reason = forms.CharField(max_length=LONGEST_REASON, required=False)


def decide_as_sent(request: HttpRequest, link: RelatedLink) -> tuple[RelatedLink, str]:
    """Do with the link what the form says, and return it with what to tell the user.

    Raise what the verbs raise, PermissionDenied if the form says nothing that can be done.
    """
    by, shown = acting(request), request.POST.get("shown", "")
    decision = request.POST.get("decision", "")
    if request.POST.get("rejected"):
        # The button of a reason from the list.
        decision = "reject"
    if decision == UNDO:
        reopened = moderation.reopen(link, by=by, shown=shown)
        return reopened, gettext("“%(link)s” is waiting for a decision again.") % {"link": reopened}
    if decision not in DECISIONS:
        raise PermissionDenied
    reason = _reason(request)
    if decision == "approve":
        display = display_as_sent(request, link)
        decided = moderation.approve(link, by=by, reason=reason, shown=shown, display=display)
        return decided, gettext("“%(link)s” was approved.") % {"link": decided}
    rejected = moderation.reject(link, by=by, reason=reason, shown=shown)
    return rejected, gettext("“%(link)s” was rejected.") % {"link": rejected}


def _reason(request: HttpRequest) -> str:
    form = ReasonForm({"reason": request.POST.get("rejected") or request.POST.get("reason", "")})
    if not form.is_valid():
        raise NewsroomError(" ".join(map(str, form.errors["reason"])))
    reason: str = form.cleaned_data["reason"]
    return reason


@dataclass(frozen=True, slots=True)
class Result:
    """One of many links: as it is now, and why nothing was decided on it, "" if it was."""

    link: RelatedLink
    refusal: str = ""


def decide_all(request: HttpRequest, links: QuerySet[RelatedLink], decision: str) -> list[Result]:
    """Approve or reject each of the links, for the reason sent, and return what became of each.

    The list carries what it showed of each, as `shown-<primary key>`.
    """
    by, results = acting(request), []
    for link in links[:MANY]:
        try:
            shown = request.POST.get(f"shown-{link.pk}", "")
            done = DECISIONS[decision](link, by=by, reason=_reason(request), shown=shown)
        except NewsroomError as error:
            results.append(Result(link, str(error)))
        else:
            results.append(Result(done))
    return results
