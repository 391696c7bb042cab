"""The newsroom's tags by what somebody types, for the field of the story's form."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_GET
from taggit.models import Tag

from articles.desk.people.acting import require_draft_access
from articles.text import search_pattern, search_terms

MOST = 8


@require_GET
def tag_search(request: HttpRequest) -> JsonResponse:
    """Return the names of up to eight tags with all words of `q`, first those that begin with it.

    Raise PermissionDenied if the user may not view drafts.
    """
    require_draft_access(request)
    terms = search_terms(request.GET.get("q", ""))
    if not terms:
        return JsonResponse([], safe=False)
    found = Tag.objects.order_by("name")
    for term in terms:
        found = found.filter(name__regex=search_pattern(term))
    first = found.filter(name__regex=f"^{search_pattern(terms[0])}")[:MOST]
    names = dict.fromkeys(tag.name for tags in (first, found[:MOST]) for tag in tags)
    return JsonResponse(list(names)[:MOST], safe=False)
