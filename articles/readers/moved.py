"""Where a page is that once was at another URL."""

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect


def moved(request: HttpRequest, path: str) -> HttpResponse:
    """Return a redirect to the path, with the query of the request."""
    response = HttpResponsePermanentRedirect(with_query(request, path))
    # It may be there again, after another rename; cached redirects would then run in a circle.
    response["Cache-Control"] = "no-cache"
    return response


def with_query(request: HttpRequest, path: str) -> str:
    """Return the URL of the path with the query of the request, which may say where it is from."""
    query = request.META.get("QUERY_STRING", "")
    return f"{path}?{query}" if query else path
