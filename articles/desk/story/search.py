"""Stories by a part of their headline, for the editor's also-reads."""

from django.http import HttpRequest, JsonResponse
from django.utils.timezone import now
from django.views.decorators.http import require_GET

from articles.desk.people.acting import require_draft_access
from articles.models import PublicationStatus, Story
from articles.publishing import with_publication_status
from articles.text import normalise

MOST = 10
MOST_WORDS = 20


@require_GET
def story_search(request: HttpRequest) -> JsonResponse:
    """Give up to ten stories whose headline has all words of `q`, the latest changed first.

    `not` is the number of a story to leave out. Raises PermissionDenied to who may not see stories.
    """
    require_draft_access(request)
    words = normalise(request.GET.get("q", "")).split()[:MOST_WORDS]
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
            for story in found[:MOST]
        ],
        safe=False,
    )
