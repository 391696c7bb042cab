"""Two versions of a story side by side, and one of them brought back."""

from dataclasses import dataclass

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from articles import writing
from articles.comparison import Version, compare
from articles.core import Damaged, EditConflict, NewsroomError, format_time
from articles.desk.history.difference import shown
from articles.desk.people.acting import acting, name_of, require_draft_access
from articles.models import Revision, Story
from articles.people import permissions
from articles.stories import working_copy_of
from articles.writing import comparable_copy, comparable_revision, comparable_version

DRAFT, LIVE, REVISION, VERSION = "draft", "live", "revision", "version"


@dataclass(frozen=True, slots=True)
class Chosen:
    """One side of a comparison, under its name."""

    name: str
    version: Version


def compare_page(request: HttpRequest, pk: int, site: AdminSite) -> HttpResponse:
    """Show what differs between `before` and `after`, each named as `choose` reads it.

    Raises Http404 where one of them is not there, PermissionDenied to who may not read drafts.
    """
    require_draft_access(request)
    story = get_object_or_404(Story, pk=pk)
    try:
        before, after = (choose(story, request.GET.get(side, "")) for side in ("before", "after"))
    except Damaged as error:
        return _to_history(request, story, error)
    difference = compare(before.version, after.version)
    context = {
        **site.each_context(request),
        "title": f"Compare: {story}",
        "opts": Story._meta,
        "story": story,
        "before": before.name,
        "after": after.name,
        "summary": difference.summary,
        "rows": shown(difference),
    }
    return TemplateResponse(request, "admin/articles/story/compare.html", context)


def choose(story: Story, text: str) -> Chosen:
    """Give the side of this name: `draft`, `live`, `revision-3` (its version) or `version-12`.

    Raises Http404 where there is none, and `Damaged`.
    """
    kind, _, number = text.partition("-")
    if kind == DRAFT:
        return Chosen("the draft now", comparable_copy(working_copy_of(story)))
    if kind == LIVE:
        if version := story.published_versions.visible(timezone.now()).first():
            return Chosen("what readers see now", comparable_version(version))
        raise Http404("Readers do not see this story now.")
    if kind == REVISION and number.isdecimal():
        revision = get_object_or_404(story.revisions.select_related("base", "by"), number=number)
        name = f"{revision}, saved by {name_of(revision.by)} on {format_time(revision.at)}"
        return Chosen(name, comparable_revision(revision))
    if kind == VERSION and number.isdecimal():
        version = get_object_or_404(story.published_versions.select_related("section"), pk=number)
        name = f"the version of {format_time(version.visible_from)}"
        return Chosen(name, comparable_version(version))
    raise Http404("There is no such version of this story.")


def restore_page(request: HttpRequest, pk: int, number: int, site: AdminSite) -> HttpResponse:
    """Show what would become of the draft; on POST bring the version of this number back.

    Raises Http404 where there is none, PermissionDenied to who may not change the story.
    """
    by = acting(request)
    story = get_object_or_404(Story, pk=pk)
    if not permissions.can_edit(by, story):
        raise PermissionDenied
    revision = get_object_or_404(Revision.objects.select_related("base"), story=pk, number=number)
    if request.method == "POST":
        seen = request.POST.get("version", "")
        try:
            story = writing.restore_revision(
                revision, by=by, version=int(seen) if seen.isdecimal() else 0
            )
        except EditConflict:
            story = Story.objects.get(pk=pk)
            messages.error(
                request,
                f"{name_of(story.changed_by)} saved the story meanwhile. Look again: below is what"
                " would become of the story as it is now.",
            )
        except NewsroomError as error:
            return _to_history(request, story, error)
        else:
            messages.success(request, f"The draft of “{story}” is what {revision} was.")
            return HttpResponseRedirect(reverse("admin:articles_story_change", args=[pk]))
    try:
        restored = writing.restored_copy(revision)
    except Damaged as error:
        return _to_history(request, story, error)
    now = working_copy_of(story)
    difference = compare(comparable_copy(now), comparable_copy(restored.copy))
    context = {
        **site.each_context(request),
        "title": f"Bring {revision} back: {story}",
        "opts": Story._meta,
        "story": story,
        "revision": revision,
        "notes": restored.notes,
        "before": "the draft now",
        "after": f"{revision}, as the draft would be",
        "summary": difference.summary,
        "rows": shown(difference),
    }
    return TemplateResponse(request, "admin/articles/story/restore.html", context)


def _to_history(request: HttpRequest, story: Story, error: NewsroomError) -> HttpResponse:
    messages.error(request, str(error))
    return HttpResponseRedirect(reverse("admin:articles_story_history", args=[story.pk]))
