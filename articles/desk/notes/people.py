"""People whom a note can mention, found while their name is typed."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_GET

from articles.desk.people.acting import acting, require_draft_access
from articles.people import permissions
from articles.text import fold

MAX_RESULTS = 8


@require_GET
def people_search(request: HttpRequest) -> JsonResponse:
    """Return up to eight accounts that may view drafts and whose names have `q`, by username.

    Those whose username begins with it come first. Raise PermissionDenied if the user may not view
    drafts.
    """
    require_draft_access(request)
    sought = fold(request.GET.get("q", ""))
    # A newsroom has few people, and databases fold only some scripts.
    people = permissions.draft_readers().exclude(pk=acting(request).pk).order_by("username")
    found = [
        {"username": username, "name": name}
        for username, name in people.values_list("username", "display_name")
        if sought in fold(f"{username} {name}")
    ]
    found.sort(key=lambda person: not fold(person["username"]).startswith(sought))
    return JsonResponse(found[:MAX_RESULTS], safe=False)
