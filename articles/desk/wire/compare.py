"""An update of a story's wire copy beside the story, and the button that accepts it."""

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext

from articles.comparison import compare
from articles.core import EditConflict, NewsroomError, NotAllowed, translate
from articles.desk.history.difference import difference_rows
from articles.desk.keys import seen_version
from articles.desk.people.acting import acting, name_of
from articles.models import Story, WireCopy
from articles.stories import working_copy_of
from articles.wire import accept_update, check_accept_update, update_of
from articles.writing import comparable_copy
from newsroom.accounts.models import User


def compare_update(request: HttpRequest, pk: int, site: AdminSite) -> HttpResponse:
    """Show an update beside its story; on POST accept it into the working copy.

    Raise Http404 where no update is on offer, PermissionDenied if the user may not accept it.
    """
    by = acting(request)
    wire_copy = get_object_or_404(WireCopy.objects.select_related("story"), pk=pk)
    refusal = check_accept_update(wire_copy, by=by)
    if isinstance(refusal, NotAllowed):
        raise PermissionDenied
    story = wire_copy.story
    if refusal or story is None:
        raise Http404(str(refusal))
    update = update_of(story, wire_copy)
    if request.method == "POST":
        try:
            accept_update(wire_copy, by=by, version=seen_version(request))
        except EditConflict:
            story = Story.objects.get(pk=story.pk)
            messages.error(
                request,
                gettext(
                    "%(person)s saved the story while you were comparing. Compare again: the story"
                    " as it is now is below."
                )
                % {"person": name_of(story.changed_by)},
            )
        except NewsroomError as error:
            messages.error(request, str(error))
        else:
            messages.success(
                request,
                gettext("The draft of “%(story)s” now has the words of the update.")
                % {"story": story},
            )
            for note in update.notes:
                messages.warning(request, translate(note))
            return HttpResponseRedirect(reverse("admin:articles_story_change", args=[story.pk]))
        update = update_of(story, wire_copy)
    draft = comparable_copy(working_copy_of(story))
    difference = compare(draft, comparable_copy(update.copy), gettext)
    context = {
        **site.each_context(request),
        "title": gettext("Update on offer: %(story)s") % {"story": story},
        "opts": WireCopy._meta,
        "wire_copy": wire_copy,
        "story": story,
        "before": gettext("the draft now"),
        "after": gettext("the update"),
        "summary": difference.summary,
        "rows": difference_rows(difference),
        "notes": [translate(note) for note in update.notes],
    }
    return TemplateResponse(request, "admin/articles/wirecopy/compare.html", context)


def may_compare(by: User, wire_copy: WireCopy) -> bool:
    """Return whether `by` may accept this wire copy as an update of its story."""
    return check_accept_update(wire_copy, by=by) is None
