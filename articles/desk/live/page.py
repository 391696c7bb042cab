"""The stream of a live blog at the desk: a composer, and its entries, newest first."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from js_asset import Media

from articles import live
from articles.core import Gone, NewsroomError, clock
from articles.desk.live.form import EntryForm
from articles.desk.live.row import entry_rows
from articles.desk.people.acting import acting, require_draft_access
from articles.models import EntryVersion, LiveEntry, Story
from articles.people import permissions
from articles.publishing import situation_of
from newsroom.accounts.models import User

ON_A_PAGE = 50


@never_cache
def live_page(request: HttpRequest, pk: int, site: AdminSite) -> HttpResponse:
    """List the entries of a story, add one, and start or end its coverage.

    Raise Http404 if there is no such story, PermissionDenied if the user may not write entries.
    """
    require_draft_access(request)
    story, by = get_object_or_404(Story, pk=pk), acting(request)
    if not permissions.can_write_entries(by):
        raise PermissionDenied
    verb = request.POST.get("do", "") if request.method == "POST" else ""
    form = EntryForm(story, by, request.POST if verb in ("publish", "save") else None)
    if request.method == "POST":
        try:
            if said := _do(verb, story, form, by):
                messages.success(request, said)
                return HttpResponseRedirect(request.path)
        except live.AlreadyAdded as error:
            messages.info(request, str(error))
            return HttpResponseRedirect(request.path)
        except Gone:
            raise
        except NewsroomError as error:
            form = form if form.is_bound else EntryForm(story, by, None)
            refusal = str(error)
        else:
            refusal = ""
    else:
        refusal = ""
    return TemplateResponse(
        request,
        "admin/articles/story/live/page.html",
        {**site.each_context(request), **_context(request, story, form, by), "refusal": refusal},
    )


def _do(verb: str, story: Story, form: EntryForm, by: User) -> str:
    """Do what the button asks and return what was done; "" if the form says what is wrong."""
    match verb:
        case "start":
            live.start_coverage(story, by=by)
            return gettext("The live coverage has started.")
        case "end":
            live.end_coverage(story, by=by)
            return gettext("The live coverage has ended. The entries stay.")
        case "save" | "publish":
            return _add(story, form, by, publishes=verb == "publish") if form.is_valid() else ""
        case _:
            raise NewsroomError(gettext("Nothing was done: use one of the buttons."))


@transaction.atomic
def _add(story: Story, form: EntryForm, by: User, *, publishes: bool) -> str:
    entry = live.write_entry(story, form.copy(), by=by, key=form.new_key())
    if not publishes:
        return gettext("The draft of the entry was saved.")
    live.publish_entry(entry, by=by)
    return gettext("The entry was published.")


def _context(request: HttpRequest, story: Story, form: EntryForm, by: User) -> dict[str, Any]:
    now = situation_of(story, clock.now())
    coverage = live.coverage_at(story, now.at)
    page = Paginator(_entries(story), ON_A_PAGE).get_page(request.GET.get("page"))
    media = Media.from_media(form.media)
    return {
        "title": gettext("Live: %(story)s") % {"story": story},
        "opts": Story._meta,
        "original": story,
        "here": reverse("admin:articles_story_change", args=[story.pk]),
        "now": now.at,
        "form": form,
        "media": media.with_nonce(str(request.csp_nonce)),  # type: ignore[attr-defined]
        "coverage": coverage,
        "live_version": now.live,
        "may_write": live.check_write_entry(story, coverage, by=by) is None,
        "may_publish": live.check_publish_new_entry(now, by=by) is None,
        "may_start": live.check_start_coverage(story, coverage, by=by) is None,
        "may_end": live.check_end_coverage(story, coverage, by=by) is None,
        "page": page,
        "rows": entry_rows(page.object_list, now, by),
    }


def _entries(story: Story) -> QuerySet[LiveEntry]:
    """Return the entries in the order in which readers get them; drafts by when they were begun."""
    versions = EntryVersion.objects.with_period().filter(entry=OuterRef("pk"))
    told = Subquery(versions.order_by("-visible_from").values("at")[:1])
    return (
        story.live_entries.annotate(told=Coalesce(told, F("shown_at"), F("created_at")))
        .select_related("author", "changed_by", "story")
        .order_by("-told", "-pk")
    )
