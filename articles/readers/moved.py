"""Where a page is that once was at another URL."""

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect


def moved(request: HttpRequest, path: str) -> HttpResponse:
    """Return a redirect to the path, with the query of the request, as links come with one."""
    query = request.META.get("QUERY_STRING", "")
    response = HttpResponsePermanentRedirect(f"{path}?{query}" if query else path)
    # It may be there again, after another rename; cached redirects would then run in a circle.
    response["Cache-Control"] = "no-cache"
    return response
