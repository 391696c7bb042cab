"""What a writer wants to embed by its URL, for the body's editor."""

from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from articles.desk.people.acting import require_draft_access
from articles.embeds import describe, embeddable, sites


@require_POST
def embed(request: HttpRequest) -> JsonResponse:
    """Return the title and the author of what the sent `url` shows, as its site says.

    The URL is as the site itself writes it. What cannot be embedded gets an error. Raise
    PermissionDenied if the user may not view drafts.
    """
    require_draft_access(request)
    found = embeddable(request.POST.get("url", "").strip())
    if found is None:
        message = gettext(
            "This cannot be embedded. It can be a post, a video or a chart of one of these sites:"
            " %(sites)s."
        )
        return JsonResponse({"errors": {"url": message % {"sites": ", ".join(sites())}}})
    said = describe(found)
    return JsonResponse(
        {
            "url": found.page,
            "site": found.provider.name,
            "title": said.title,
            "author": said.author,
        }
    )
