"""The page that shows what restoring a revision would change, and restores it."""

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext

from articles import writing
from articles.comparison import compare
from articles.core import Damaged, EditConflict, NewsroomError, format_time
from articles.desk.history.compare import back_to_history
from articles.desk.history.difference import difference_rows
from articles.desk.kept_filters import kept_filters, with_kept_filters
from articles.desk.keys import seen_version
from articles.desk.people.acting import acting
from articles.models import Revision, Story
from articles.people import name_of
from articles.stories import working_copy_of
from articles.writing import comparable_copy


def restore_revision_page(
    request: HttpRequest, pk: int, number: int, site: AdminSite
) -> HttpResponse:
    """Show what the draft would become; on POST restore the revision with this number.

    Raise Http404 if there is none, PermissionDenied if the user may not edit the story.
    """
    by = acting(request)
    story = get_object_or_404(Story, pk=pk)
    if writing.check_save(story, by=by):
        raise PermissionDenied
    revision = get_object_or_404(Revision.objects.select_related("base"), story=pk, number=number)
    if request.method == "POST":
        try:
            story = writing.restore_revision(revision, by=by, version=seen_version(request))
        except EditConflict:
            story = Story.objects.get(pk=pk)
            messages.error(
                request,
                gettext(
                    "%(person)s saved the story on %(time)s, while you were looking at this"
                    " page. Look again: below is what would change in the story as it is now."
                )
                % {
                    "person": name_of(story.changed_by),
                    "time": format_time(story.changed_at),
                },
            )
        except NewsroomError as error:
            return back_to_history(request, story, error)
        else:
            messages.success(
                request,
                gettext("The draft of “%(story)s” is %(revision)s again.")
                % {"story": story, "revision": revision},
            )
            form = reverse("admin:articles_story_change", args=[pk])
            return HttpResponseRedirect(with_kept_filters(form, request))
    try:
        restored = writing.restored_copy(revision)
    except Damaged as error:
        return back_to_history(request, story, error)
    now = working_copy_of(story)
    difference = compare(comparable_copy(now), comparable_copy(restored.copy), gettext)
    context = {
        **site.each_context(request),
        **kept_filters(request),
        "title": gettext("Restore %(revision)s: %(story)s")
        % {"revision": revision, "story": story},
        "opts": Story._meta,
        "story": story,
        "revision": revision,
        "notes": restored.notes,
        "before": gettext("the draft now"),
        "after": gettext("%(revision)s, as the draft would be") % {"revision": revision},
        "summary": difference.summary,
        "rows": difference_rows(difference),
    }
    return TemplateResponse(request, "admin/articles/story/restore_revision.html", context)
