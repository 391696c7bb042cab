"""Stories by part of their headline, for inline related links in the editor."""

from django.http import HttpRequest, JsonResponse
from django.utils.timezone import now
from django.views.decorators.http import require_GET

from articles.desk.people.acting import require_draft_access
from articles.models import PublicationStatus, Story
from articles.publishing import with_publication_status
from articles.text import normalise

MAX_RESULTS = 10
MAX_WORDS = 20


@require_GET
def story_search(request: HttpRequest) -> JsonResponse:
    """Return up to ten stories whose headline has all words of `q`, the last changed first.

    `not` is the primary key of a story to leave out. Raise PermissionDenied if the user may not
    view drafts.
    """
    require_draft_access(request)
    words = normalise(request.GET.get("q", "")).split()[:MAX_WORDS]
    if not words:
        return JsonResponse([], safe=False)
    found = with_publication_status(Story.objects.all(), now())
    for word in words:
        found = found.filter(headline_key__contains=word)
    left_out = request.GET.get("not", "")
    if left_out.isdecimal():
        found = found.exclude(pk=int(left_out))
    return JsonResponse(
        [
            {
                "id": story.pk,
                "headline": story.headline,
                "publication_status": str(PublicationStatus(story.publication_status).label),
            }
            for story in found[:MAX_RESULTS]
        ],
        safe=False,
    )
