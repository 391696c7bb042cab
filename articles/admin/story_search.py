"""Stories by a part of their headline, for the editor's also-reads."""

from django.http import HttpRequest, JsonResponse
from django.utils.timezone import now
from django.views.decorators.http import require_GET

from articles.admin.people import refuse_strangers
from articles.enums import Standing
from articles.models import Story
from articles.text import normalise

MOST = 10
MOST_WORDS = 20


@require_GET
def story_search(request: HttpRequest) -> JsonResponse:
    """Give up to ten stories whose headline has all words of `q`, the latest changed first.

    `not` is the number of a story to leave out. Raises PermissionDenied to who may not see stories.
    """
    refuse_strangers(request)
    words = normalise(request.GET.get("q", "")).split()[:MOST_WORDS]
    if not words:
        return JsonResponse([], safe=False)
    found = Story.objects.with_standing(now())
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
                "standing": Standing(story.standing).label,
            }
            for story in found[:MOST]
        ],
        safe=False,
    )
