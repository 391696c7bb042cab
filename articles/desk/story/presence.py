"""Who else has a story's form open: what the form is told, and how its browser says that it is."""

from datetime import datetime

from django.http import HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from articles import writing
from articles.core import clock
from articles.desk.people.acting import acting, require_draft_access
from articles.models import Story
from newsroom.accounts.models import User


@require_POST
def presence(request: HttpRequest, pk: int) -> JsonResponse:
    """Note that the form is open, or with `leaving` that it was closed; return who else has it.

    Raise Http404 where there is no such story, PermissionDenied if the user may not view drafts.
    """
    require_draft_access(request)
    story, by = get_object_or_404(Story.objects.defer("body"), pk=pk), acting(request)
    if "leaving" in request.POST:
        writing.leave(story, by=by)
    else:
        writing.stay(story, by=by)
    return JsonResponse({"told": told_of_others(story, by, clock.now())})


def told_of_others(story: Story, by: User, at: datetime) -> str:
    """Return who else has the story open at the timezone-aware `at`, as a sentence; else ""."""
    people = writing.who_has_open([story], besides=by, at=at).get(story.pk, [])
    if not people:
        return ""
    sentence = ngettext(
        "%(people)s has this story open.", "%(people)s have this story open.", len(people)
    )
    return sentence % {"people": ", ".join(people)}
