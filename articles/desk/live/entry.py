"""The page of one entry: changed, corrected, scheduled, withdrawn."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from js_asset import Media

from articles import live
from articles.core import Gone, NewsroomError, clock
from articles.desk.live.doing import WITH_FORM, EntryForms, do
from articles.desk.live.form import EntryForm, ScheduleEntryForm
from articles.desk.live.row import row_of
from articles.desk.people.acting import acting, require_draft_access
from articles.models import LiveEntry, Story
from articles.people import name_of, permissions
from articles.publishing import situation_of
from articles.text import isolated
from newsroom.accounts.models import User


@never_cache
def entry_page(request: HttpRequest, pk: int, entry: int, site: AdminSite) -> HttpResponse:
    """Show an entry of the story, and do what a button asks.

    It carries what it showed: if somebody has changed the entry since, nothing is done, and it says
    what has changed. Raise Http404 if there is no such entry, PermissionDenied if the user may not
    write entries.
    """
    require_draft_access(request)
    by = acting(request)
    if not permissions.can_write_entries(by):
        raise PermissionDenied
    written = LiveEntry.objects.select_related("story", "author", "changed_by", "created_by")
    found = get_object_or_404(written.filter(story=pk), pk=entry)
    verb = request.POST.get("do", "") if request.method == "POST" else ""
    forms = EntryForms(
        EntryForm(found.story, by, request.POST if verb in WITH_FORM else None, entry=found),
        ScheduleEntryForm(request.POST if verb == "schedule" else None),
        request.POST.get("reason", ""),
    )
    refusal, changed = "", None
    if request.method == "POST":
        try:
            with transaction.atomic():
                shown = live.read_entry_shown(request.POST.get("shown", ""))
                live.hold_entry_as_shown(found, shown)
                said = do(verb, found, forms, by)
            if said:
                messages.success(request, said)
                return HttpResponseRedirect(_list(found.story))
        except live.EntryChanged as error:
            changed = error
        except Gone:
            raise
        except NewsroomError as error:
            refusal = str(error)
        found = written.get(pk=entry)
    return TemplateResponse(
        request,
        "admin/articles/story/live/entry.html",
        {
            **site.each_context(request),
            **_context(request, found, forms, by),
            "refusal": refusal,
            "changed": changed,
        },
    )


def _list(story: Story) -> str:
    return reverse("admin:articles_story_live", args=[story.pk])


def _context(request: HttpRequest, entry: LiveEntry, forms: EntryForms, by: User) -> dict[str, Any]:
    story = situation_of(entry.story, clock.now())
    (now,) = live.entry_situations([entry], story)
    row = row_of(now, by)
    media = Media.from_media(forms.entry.media)
    return {
        "title": gettext("Live entry: %(entry)s")
        % {"entry": isolated(entry.headline) or entry.story},
        "opts": Story._meta,
        "original": entry.story,
        "here": _list(entry.story),
        "now": story.at,
        "row": row,
        "entry": entry,
        "form": forms.entry,
        "schedule": forms.schedule,
        "media": media.with_nonce(str(request.csp_nonce)),  # type: ignore[attr-defined]
        "reason": forms.reason,
        "created_by": name_of(entry.created_by),
        "is_publisher": live.check_permission(now, by=by) is None,
        "may_unschedule": live.check_unschedule_entry(now, by=by) is None,
        "may_delete": live.check_delete_entry(now, by=by) is None,
    }
