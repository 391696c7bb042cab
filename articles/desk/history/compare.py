"""Two versions of a story side by side."""

from dataclasses import dataclass

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext

from articles.comparison import Version, compare
from articles.core import Damaged, NewsroomError, clock, format_time
from articles.desk.history.difference import difference_rows
from articles.desk.kept_filters import kept_filters, with_kept_filters
from articles.desk.keys import read_key
from articles.desk.people.acting import require_draft_access
from articles.models import Story
from articles.people import name_of
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

    Raise Http404 if one of them does not exist, PermissionDenied if the user may not view drafts.
    """
    require_draft_access(request)
    story = get_object_or_404(Story, pk=pk)
    try:
        before, after = (choose(story, request.GET.get(side, "")) for side in ("before", "after"))
    except Damaged as error:
        return back_to_history(request, story, error)
    difference = compare(before.version, after.version, gettext)
    context = {
        **site.each_context(request),
        **kept_filters(request),
        "title": gettext("Compare: %(story)s") % {"story": story},
        "opts": Story._meta,
        "story": story,
        "before": before.name,
        "after": after.name,
        "summary": difference.summary,
        "rows": difference_rows(difference),
    }
    return TemplateResponse(request, "admin/articles/story/history/compare.html", context)


def choose(story: Story, text: str) -> Chosen:
    """Return the side with this name: `draft`, `live`, `revision-<number>` or `version-<key>`.

    Raise Http404 if there is none, and `Damaged`.
    """
    kind, _, number = text.partition("-")
    key = read_key(number)
    if kind == DRAFT:
        return Chosen(gettext("the draft now"), comparable_copy(working_copy_of(story)))
    if kind == LIVE:
        if version := story.published_versions.visible(clock.now()).first():
            return Chosen(gettext("what readers see now"), comparable_version(version))
        raise Http404(gettext("Readers do not see this story now."))
    if kind == REVISION and key is not None:
        revision = get_object_or_404(story.revisions.select_related("base", "by"), number=key)
        name = gettext("%(revision)s, saved by %(person)s on %(time)s") % {
            "revision": revision,
            "person": name_of(revision.by),
            "time": format_time(revision.at),
        }
        return Chosen(name, comparable_revision(revision))
    if kind == VERSION and key is not None:
        version = get_object_or_404(story.published_versions.select_related("section"), pk=key)
        name = gettext("the version published on %(time)s") % {
            "time": format_time(version.visible_from)
        }
        return Chosen(name, comparable_version(version))
    raise Http404(gettext("There is no such version of this story."))


def back_to_history(request: HttpRequest, story: Story, error: NewsroomError) -> HttpResponse:
    """Lead back to the story's history, which says why its page could not be shown."""
    messages.error(request, str(error))
    return HttpResponseRedirect(
        with_kept_filters(reverse("admin:articles_story_history", args=[story.pk]), request)
    )
