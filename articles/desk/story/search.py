"""Stories by their words, those of the headline first, for inline related links in the editor."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_GET

from articles.core import clock
from articles.desk.keys import read_key
from articles.desk.people.acting import require_draft_access
from articles.models import PublicationStatus, Story
from articles.publishing import with_publication_status
from articles.search import find_stories, parse

MAX_RESULTS = 10


@require_GET
def story_search(request: HttpRequest) -> JsonResponse:
    """Return up to ten stories with all words of `q`, the last changed first.

    Those that have them in the headline come before the others. `not` is the primary key of a
    story to leave out. Raise PermissionDenied if the user may not view drafts.
    """
    require_draft_access(request)
    query = parse(request.GET.get("q", ""), unfinished=True)
    if not query:
        return JsonResponse([], safe=False)
    stories = with_publication_status(Story.objects.all(), clock.now())
    if left_out := read_key(request.GET.get("not", "")):
        stories = stories.exclude(pk=left_out)
    found = list(find_stories(stories, query, in_headline=True)[:MAX_RESULTS])
    if len(found) < MAX_RESULTS:
        others = find_stories(stories, query).exclude(pk__in=[story.pk for story in found])
        found += others[: MAX_RESULTS - len(found)]
    return JsonResponse(
        [
            {
                "id": story.pk,
                "headline": story.headline,
                "publication_status": str(PublicationStatus(story.publication_status).label),
            }
            for story in found
        ],
        safe=False,
    )
