"""The queue of related links: one after the other is decided on, by button or by key."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from articles.core import NewsroomError, NotAllowed, clock
from articles.desk.keys import read_key
from articles.desk.links.card import card_of
from articles.desk.links.decide import decide_as_sent
from articles.desk.links.reasons import reasons
from articles.desk.links.scope import Scope, section_tabs
from articles.desk.people.acting import acting
from articles.links import moderation
from articles.models import RelatedLink
from articles.people import permissions

CARD = "admin/articles/relatedlink/_card.html"


@never_cache
@require_safe
def queue_page(request: HttpRequest, site: AdminSite) -> HttpResponse:
    """Show the link `?link=`, or the one that follows `?after=`, or the first one.

    `?done=` names one that was just decided on, to undo that, `?section=` the section whose links
    are worked through. Raise PermissionDenied if the user may not decide on links.
    """
    card = _card(request)
    context = {
        **site.each_context(request),
        **card,
        # For the bar, which would otherwise count them.
        "links_waiting": str(_all_left(card["left"], card["scope"]) or ""),
        "sections": section_tabs(),
        "title": gettext("Links to decide"),
        "opts": RelatedLink._meta,
        "undo": _undo(request),
    }
    return TemplateResponse(request, "admin/articles/relatedlink/queue.html", context)


@never_cache
@require_safe
def queue_card(request: HttpRequest) -> HttpResponse:
    """Return the card alone, as the page fetches it while somebody decides."""
    return TemplateResponse(request, CARD, _card(request))


@require_POST
def queue_decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Approve or reject the link, or undo that, as the button says; then lead to the next one.

    A script gets JSON: what was done, in words, and the card if it has to be looked at again.
    """
    link = get_object_or_404(_links(), pk=pk)
    refused = False
    try:
        link, said = decide_as_sent(request, link)
    except NotAllowed as error:
        raise PermissionDenied from error
    except NewsroomError as error:
        refused, said = True, str(error)
    undone = request.POST.get("decision") == "undo"
    if request.headers.get("Accept") == "application/json":
        return _answer(request, pk, said, refused=refused, again=refused or undone)
    (messages.error if refused else messages.success)(request, said)
    if request.GET.get("from") == "desk" and not refused:
        return HttpResponseRedirect(reverse("admin:index"))
    queue = reverse("admin:articles_relatedlink_queue")
    again = f"link={pk}" if refused or undone else f"after={pk}&done={pk}"
    return HttpResponseRedirect(f"{queue}?{again}{Scope.of(request).query}")


def _answer(
    request: HttpRequest, pk: int, said: str, *, refused: bool, again: bool
) -> JsonResponse:
    # Read again: the page is to show what is true now.
    link = get_object_or_404(_links(), pk=pk)
    card = render_to_string(CARD, _context(request, link), request) if again else ""
    scope = Scope.of(request)
    left = _left(scope)
    return JsonResponse(
        {
            "said": said,
            "refused": refused,
            "card": card,
            "left": left,
            "left_in_all": _all_left(left, scope),
            "shown": moderation.shown_of_link(link),
        }
    )


def _card(request: HttpRequest) -> dict[str, Any]:
    if not permissions.can_moderate(acting(request)):
        raise PermissionDenied
    if (asked := read_key(request.GET.get("link", ""))) is not None:
        return _context(request, get_object_or_404(_links(), pk=asked))
    waiting = Scope.of(request).waiting()
    key = read_key(request.GET.get("after", ""))
    after = RelatedLink.objects.filter(pk=key).first() if key is not None else None
    found = waiting.following(after) if after else waiting
    pk = found.values_list("pk", flat=True).first()
    return _context(request, _links().get(pk=pk) if pk else None)


def _context(request: HttpRequest, link: RelatedLink | None) -> dict[str, Any]:
    scope = Scope.of(request)
    return {
        "card": card_of(link, request) if link else None,
        "scope": scope,
        "left": _left(scope),
        "reasons": reasons(),
        "now": clock.now(),
    }


def _left(scope: Scope) -> int:
    return scope.waiting().order_by().count()


def _all_left(left: int, scope: Scope) -> int:
    """Return how many links wait, of which `left` are in the scope."""
    return left if scope.section is None else _left(Scope(None))


def _undo(request: HttpRequest) -> dict[str, Any] | None:
    """Return what undoes the user's own decision that led here; None if there is none."""
    key = read_key(request.GET.get("done", ""))
    link = _links().filter(pk=key).first() if key is not None else None
    if link is None or link.decided_by != acting(request):
        return None
    return {"link": link, "shown": moderation.shown_of_link(link)}


def _links() -> QuerySet[RelatedLink]:
    now = clock.now()
    found = RelatedLink.objects.to_moderate(now).with_target_shown(now)
    return found.select_related("story", "target", "suggested_by", "decided_by")
