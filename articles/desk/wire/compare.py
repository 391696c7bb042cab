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
from articles.core import EditConflict, NewsroomError, NotAllowed, format_time, translate
from articles.desk.history.difference import difference_rows
from articles.desk.keys import seen_version
from articles.desk.people.acting import acting
from articles.models import Story, WireCopy
from articles.people import name_of
from articles.stories import working_copy_of
from articles.text import Message
from articles.wire import (
    accept_update,
    check_accept_update,
    check_make_own_story,
    dismiss,
    make_own_story,
    update_of,
)
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
    if request.method == "POST":
        try:
            return _answer(request, wire_copy, story, by)
        except EditConflict:
            story = Story.objects.get(pk=story.pk)
            messages.error(
                request,
                gettext(
                    "%(person)s saved the story on %(time)s, while you were comparing. Compare"
                    " again: below is the story as it is now."
                )
                % {
                    "person": name_of(story.changed_by),
                    "time": format_time(story.changed_at),
                },
            )
        except NewsroomError as error:
            messages.error(request, str(error))
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
        "may_make_own_story": check_make_own_story(wire_copy, by=by) is None,
    }
    return TemplateResponse(request, "admin/articles/wirecopy/compare.html", context)


def _answer(request: HttpRequest, wire_copy: WireCopy, story: Story, by: User) -> HttpResponse:
    """Do what the button says, and return the way to the story."""
    notes: tuple[Message, ...] = ()
    if "_dismiss" in request.POST:
        dismiss(wire_copy, by=by)
        said = gettext("The update has been dismissed; “%(story)s” stays as it is.")
    elif "_own_story" in request.POST:
        story = make_own_story(wire_copy, by=by)
        said = gettext("“%(story)s” is a story of its own now.")
    else:
        update = update_of(story, wire_copy)
        accept_update(wire_copy, by=by, version=seen_version(request), update=update)
        notes = update.notes
        said = gettext("The draft of “%(story)s” now has the words of the update.")
    messages.success(request, said % {"story": story})
    for note in notes:
        messages.warning(request, translate(note))
    return HttpResponseRedirect(reverse("admin:articles_story_change", args=[story.pk]))


def may_compare(by: User, wire_copy: WireCopy) -> bool:
    """Return whether `by` may accept this wire copy as an update of its story."""
    return check_accept_update(wire_copy, by=by) is None
