"""Approve or reject related links: one, with a reason, or several at once."""

from collections.abc import Callable, Iterable

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST

from articles.core import NewsroomError, NotAllowed
from articles.desk.people.acting import acting
from articles.links import moderation
from articles.models import RelatedLink

DECISIONS: dict[str, Callable[..., RelatedLink]] = {
    "approve": moderation.approve,
    "reject": moderation.reject,
}
LONGEST_REASON = 300


class ReasonForm(forms.Form):
    """Asks why, for the audit log."""

    reason = forms.CharField(max_length=LONGEST_REASON, required=False)


@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Approve or reject one link, as the button says, with a reason.

    Raise Http404 where there is no such link, PermissionDenied if the user may not decide.
    """
    by = acting(request)
    link = get_object_or_404(RelatedLink.objects.to_moderate(timezone.now()), pk=pk)
    decision = request.POST.get("decision", "")
    if decision not in DECISIONS:
        raise PermissionDenied
    form = ReasonForm(request.POST)
    try:
        if not form.is_valid():
            raise NewsroomError(" ".join(map(str, form.errors["reason"])))
        decided = DECISIONS[decision](link, by=by, reason=form.cleaned_data["reason"])
    except NotAllowed as error:
        raise PermissionDenied from error
    except NewsroomError as error:
        messages.error(request, str(error))
        return HttpResponseRedirect(reverse("admin:articles_relatedlink_change", args=[pk]))
    if decision == "approve":
        told = gettext("“%(link)s” was approved.")
    else:
        told = gettext("“%(link)s” was rejected.")
    messages.success(request, told % {"link": decided})
    return HttpResponseRedirect(reverse("admin:articles_relatedlink_changelist"))


def decide_all(request: HttpRequest, links: Iterable[RelatedLink], decision: str) -> None:
    """Approve or reject each of the links, and tell the user how many, and why not the others."""
    done = 0
    for link in links:
        try:
            DECISIONS[decision](link, by=acting(request))
            done += 1
        except NewsroomError as error:
            messages.error(request, str(error))
    if not done:
        return
    if decision == "approve":
        told = ngettext("%(count)s link was approved.", "%(count)s links were approved.", done)
    else:
        told = ngettext("%(count)s link was rejected.", "%(count)s links were rejected.", done)
    messages.success(request, told % {"count": done})
