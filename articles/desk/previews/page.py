"""Previews of a story for outsiders: who has one, until when, and a new one."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from articles import previews
from articles.core import Embargoed, NewsroomError, NotAllowed, clock, format_time, refuse
from articles.desk.actions.changes import changes_since
from articles.desk.keys import read_key
from articles.desk.people.acting import acting
from articles.models import PreviewLink, PreviewUse, Story
from articles.publishing import Changed, hold_as_shown, read_shown, shown_of, situation_of
from newsroom.accounts.models import User

#: How many days a new link can be open; the first is offered.
DAYS = (7, 1, 2, 14, 30, 90)
#: Links that no longer open anything are listed up to here.
MOST_CLOSED = 10
#: The latest uses of a link that are listed.
USES = 3


class PreviewForm(forms.Form):
    """For whom a preview is, and for how long."""

    for_whom = forms.CharField(
        label=_("For whom"),
        max_length=120,
        help_text=_("A name by which you know the link. Whoever opens the preview sees it too."),
    )
    days = forms.TypedChoiceField(label=_("Until"), coerce=int)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        now, field = clock.now(), self.fields["days"]
        self.fields["for_whom"].widget.attrs["dir"] = "auto"
        field.choices = [  # type: ignore[attr-defined]
            (days, _until(days, format_time(now + timedelta(days=days)))) for days in sorted(DAYS)
        ]
        field.initial = DAYS[0]


def _until(days: int, time: str) -> str:
    words = ngettext("%(days)s day: until %(time)s", "%(days)s days: until %(time)s", days)
    return words % {"days": days, "time": time}


@never_cache
def previews_page(request: HttpRequest, pk: int, site: AdminSite) -> HttpResponse:
    """List the links to the story, make one, and revoke one.

    Raise Http404 if there is no such story, PermissionDenied if the user may neither share
    previews of it nor made one.
    """
    story, by = get_object_or_404(Story, pk=pk), acting(request)
    check = refusal = previews.check_share_preview(story, by=by)
    links = story.preview_links.with_uses().select_related("made_by", "story")
    if isinstance(check, NotAllowed) and not links.filter(made_by=by).exists():
        raise PermissionDenied
    form = PreviewForm(request.POST if request.POST.get("do") == "share" else None)
    changes = None
    if request.method == "POST":
        try:
            if said := _do(request, story, form, by):
                messages.success(request, said)
                return HttpResponseRedirect(request.path)
        except Changed as error:
            story.refresh_from_db()
            changes = changes_since(situation_of(story, clock.now()), error)
        except NewsroomError as error:
            refusal = error
    now = clock.now()
    open_links: Any = links.open_at(now).prefetch_related(
        Prefetch("uses", PreviewUse.objects.of_pages()[:USES], to_attr="latest")
    )
    # Whoever may not make one under embargo may not pass on somebody else's, either.
    hides = isinstance(check, Embargoed)
    listed = [_shown(link, link.latest, request, by, hides=hides) for link in open_links]
    context = {
        **site.each_context(request),
        "title": gettext("Share a preview: %(story)s") % {"story": story},
        "opts": Story._meta,
        "original": story,
        "here": reverse("admin:articles_story_change", args=[pk]),
        "now": now,
        "embargo": story.embargoed_until(now),
        "form": form,
        "refusal": refusal,
        "changes": changes,
        "shown": shown_of(situation_of(story, now)),
        "may_share": check is None,
        "links": listed,
        "closed": links.exclude(pk__in=links.open_at(now).values("pk"))[:MOST_CLOSED],
    }
    return TemplateResponse(request, "admin/articles/story/previews/page.html", context)


def _do(request: HttpRequest, story: Story, form: PreviewForm, by: User) -> str:
    """Do what the button asks and return what was done; "" if the form says what is wrong."""
    if "revoke" in request.POST:
        key = read_key(request.POST["revoke"])
        link = story.preview_links.filter(pk=key).first() if key else None
        if link:
            previews.revoke_preview(link, by=by)
        return gettext("The preview was revoked. Its link no longer works.")
    with transaction.atomic():
        hold_as_shown(story, read_shown(request.POST.get("shown", "")))
        refuse(previews.check_share_preview(story, by=by))
        if not form.is_valid():
            return ""
        link = previews.share_preview(story, by=by, **form.cleaned_data)
    return gettext("The preview for %(name)s is ready: copy its link.") % {"name": link}


def _shown(
    link: PreviewLink, uses: list[PreviewUse], request: HttpRequest, by: User, *, hides: bool
) -> dict[str, Any]:
    return {
        "link": link,
        "url": "" if hides else request.build_absolute_uri(previews.preview_url(link)),
        "uses": uses,
        "may_revoke": previews.check_revoke_preview(link, by=by) is None,
    }
