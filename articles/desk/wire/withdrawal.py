"""The notice of an agency that withdraws a story, and what to do about it."""

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext

from articles.core import NewsroomError, clock
from articles.desk.people.acting import acting
from articles.desk.schedule.entries import scheduled_entries
from articles.models import WireCopy, WireOutcome
from articles.people import permissions
from articles.publishing import Changed, read_shown, shown_of, situation_of
from articles.wire import check_dismiss, check_follow, decode, dismiss, follow


def withdrawal(request: HttpRequest, pk: int, site: AdminSite) -> HttpResponse:
    """Show the notice and what can be done; on POST follow it, or dismiss it: the story stays.

    Raise Http404 where no story is withdrawn, PermissionDenied if the user may not see stories.
    """
    by = acting(request)
    wire_copy = get_object_or_404(WireCopy.objects.select_related("story"), pk=pk)
    story = wire_copy.story
    if wire_copy.outcome != WireOutcome.KILL or story is None:
        raise Http404
    if not (permissions.can_read_drafts(by) or permissions.can_edit(by, story)):
        raise PermissionDenied
    here = reverse("admin:articles_story_change", args=[story.pk])
    if request.method == "POST":
        try:
            if "_follow" in request.POST:
                follow(story, by=by, shown=read_shown(request.POST.get("shown", "")))
                said = gettext("“%(story)s” is no longer live or scheduled.")
            else:
                dismiss(wire_copy, by=by)
                said = gettext("“%(story)s” is kept. It no longer shows the agency’s notice.")
        except NewsroomError as error:
            messages.error(request, str(error))
            if isinstance(error, Changed):
                messages.warning(
                    request,
                    gettext(
                        "The story has changed meanwhile. Look at it below, then decide again."
                    ),
                )
        else:
            messages.success(request, said % {"story": story})
            return HttpResponseRedirect(here)
    now = situation_of(story, clock.now())
    context = {
        **site.each_context(request),
        "title": gettext("Withdrawn by the agency: %(story)s") % {"story": story},
        "opts": WireCopy._meta,
        "wire_copy": wire_copy,
        "story": story,
        "text": decode(bytes(wire_copy.source)),
        "live": now.live,
        "scheduled": scheduled_entries(now),
        "shown": shown_of(now),
        "may_follow": check_follow(now, by=by) is None,
        "may_dismiss": check_dismiss(wire_copy, by=by) is None,
    }
    return TemplateResponse(request, "admin/articles/wirecopy/withdrawal.html", context)
