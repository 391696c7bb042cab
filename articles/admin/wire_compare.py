"""A changed version of a story's copy beside the story, and the button that takes it over."""

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse

from articles import permissions, versions, working_copy
from articles.admin.difference_shown import shown
from articles.admin.people import acting, name_of
from articles.difference import compare
from articles.enums import WireOutcome
from articles.exceptions import EditConflict, NewsroomError
from articles.models import Story, WireItem
from articles.wire.update import take_over, update_of


def compare_update(request: HttpRequest, pk: int, site: AdminSite) -> HttpResponse:
    """Show an offered update beside its story; on POST take it over into the working copy.

    Raises Http404 where nothing is on offer, PermissionDenied where the user may not change it.
    """
    by = acting(request)
    item = get_object_or_404(WireItem.objects.select_related("story"), pk=pk)
    story = item.story
    if story is None or item.outcome != WireOutcome.OFFERED:
        raise Http404("This copy is not on offer as an update: it may have been taken over.")
    if not permissions.can_edit(by, story):
        raise PermissionDenied
    update = update_of(story, item)
    if request.method == "POST":
        try:
            take_over(item, by=by, version=_seen(request))
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
    difference = compare(versions.of_copy(working_copy.of(story)), versions.of_copy(update.copy))
    context = {
        **site.each_context(request),
        "title": f"Update on offer: {story}",
        "opts": WireItem._meta,
        "item": item,
        "story": story,
        "before": "the draft now",
        "after": "the new copy",
        "summary": difference.summary,
        "rows": shown(difference),
        "notes": update.notes,
    }
    return TemplateResponse(request, "admin/articles/wireitem/compare.html", context)


def may_compare(by: User, item: WireItem) -> bool:
    """Tell whether the item is on offer to this person, as an update of its story."""
    story = item.story if item.outcome == WireOutcome.OFFERED else None
    return story is not None and permissions.can_edit(by, story)


def _seen(request: HttpRequest) -> int:
    """Give the version that was compared; no story has 0."""
    version = request.POST.get("version", "")
    return int(version) if version.isdecimal() else 0
