"""The page that asks before something is done with the chosen stories, and does it."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from articles.core import clock
from articles.desk.bulk.action import BulkAction
from articles.desk.bulk.actions import BY_NAME
from articles.desk.bulk.carry_out import Outcome, carry_out
from articles.desk.bulk.chosen import NAME, read_chosen
from articles.desk.bulk.forms import BulkForm
from articles.desk.kept_filters import kept_filters
from articles.desk.people.acting import acting, require_draft_access
from articles.models import Story

#: Sent by the form that asks; the list itself does not answer.
ANSWERED = "answered"


def bulk_page(request: HttpRequest, name: str, site: AdminSite) -> HttpResponse:
    """Do the action with the chosen stories, after a question if it has one; back to the list.

    Raise Http404 where there is no such action, PermissionDenied if the user may not view drafts.
    """
    require_draft_access(request)
    if (action := BY_NAME.get(name)) is None:
        raise Http404
    by, is_post = acting(request), request.method == "POST"
    sent = request.POST if is_post else request.GET
    chosen = read_chosen(sent.getlist(NAME), clock.now())
    back = _list(request)
    if not chosen:
        messages.warning(request, gettext("Select stories first: nothing was done."))
        return HttpResponseRedirect(back)
    # Without a form of its own, an action is confirmed by the click in the list.
    is_answered = is_post and (action.form is None or ANSWERED in request.POST)
    form = (action.form or BulkForm)(
        [one.story for one in chosen], request.POST if is_answered else None
    )
    if is_answered and form.is_valid():
        _tell(request, action, carry_out(action, chosen, form.values(), by=by))
        if missing := len(set(sent.getlist(NAME))) - len(chosen):
            told = ngettext(
                "%(number)s story that you selected has been deleted in the meantime.",
                "%(number)s stories that you selected have been deleted in the meantime.",
                missing,
            )
            messages.warning(request, told % {"number": missing})
        return HttpResponseRedirect(back)
    possible = [one for one in chosen if action.offers(one.story, by=by)]
    context = {
        **site.each_context(request),
        "title": action.title or action.label,
        "opts": Story._meta,
        "action": action,
        "form": form,
        "chosen": chosen,
        "possible": possible,
        "others": [one for one in chosen if one not in possible],
        "back": back,
        "name": NAME,
        "answered": ANSWERED,
    }
    return TemplateResponse(request, "admin/articles/story/bulk.html", context)


def _list(request: HttpRequest) -> str:
    """Return the URL of the list that the user came from, with its filters."""
    url, kept = reverse("admin:articles_story_changelist"), kept_filters(request)["kept_filters"]
    return f"{url}?{kept}" if kept else url


def _tell(request: HttpRequest, action: BulkAction, outcome: Outcome) -> None:
    """Name each story: those with which it was done, and each other with the reason."""
    if outcome.done:
        named = ", ".join(f"“{headline}”" for headline in outcome.done)
        messages.success(request, str(action.done) % {"stories": named})
    for headline, reason in outcome.refused:
        told = reason if headline in reason else f"“{headline}”: {reason}"
        messages.warning(request, told)
