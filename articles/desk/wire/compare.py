"""A changed version of a story's copy beside the story, and the button that takes it over."""

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse

from articles.comparison import compare
from articles.core import EditConflict, NewsroomError
from articles.desk.history.difference import shown
from articles.desk.people.acting import acting, name_of
from articles.models import Story, WireCopy, WireOutcome
from articles.people import permissions
from articles.stories import working_copy_of
from articles.wire import accept_update, update_of
from articles.writing import comparable_copy
from newsroom.accounts.models import User


def compare_update(request: HttpRequest, pk: int, site: AdminSite) -> HttpResponse:
    """Show an offered update beside its story; on POST take it over into the working copy.

    Raises Http404 where nothing is on offer, PermissionDenied where the user may not change it.
    """
    by = acting(request)
    item = get_object_or_404(WireCopy.objects.select_related("story"), pk=pk)
    story = item.story
    if story is None or item.outcome != WireOutcome.OFFERED:
        raise Http404("This copy is not on offer as an update: it may have been taken over.")
    if not permissions.can_edit(by, story):
        raise PermissionDenied
    update = update_of(story, item)
    if request.method == "POST":
        try:
            accept_update(item, by=by, version=_seen(request))
        except EditConflict:
            story = Story.objects.get(pk=story.pk)
            messages.error(
                request,
                f"{name_of(story.changed_by)} saved the story while you compared. Compare again:"
                " below is the story as it is now.",
            )
        except NewsroomError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, f"The new copy is now the draft of “{story}”.")
            for note in update.notes:
                messages.warning(request, note)
            return HttpResponseRedirect(reverse("admin:articles_story_change", args=[story.pk]))
        update = update_of(story, item)
    difference = compare(comparable_copy(working_copy_of(story)), comparable_copy(update.copy))
    context = {
        **site.each_context(request),
        "title": f"Update on offer: {story}",
        "opts": WireCopy._meta,
        "item": item,
        "story": story,
        "before": "the draft now",
        "after": "the new copy",
        "summary": difference.summary,
        "rows": shown(difference),
        "notes": update.notes,
    }
    return TemplateResponse(request, "admin/articles/wirecopy/compare.html", context)


def may_compare(by: User, item: WireCopy) -> bool:
    """Tell whether the item is on offer to this person, as an update of its story."""
    story = item.story if item.outcome == WireOutcome.OFFERED else None
    return story is not None and permissions.can_edit(by, story)


def _seen(request: HttpRequest) -> int:
    """Give the version that was compared; no story has 0."""
    version = request.POST.get("version", "")
    return int(version) if version.isdecimal() else 0
