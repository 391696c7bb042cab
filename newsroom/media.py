"""Uploaded files."""

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.views.static import serve

A_DAY = 24 * 60 * 60


def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """Serve an uploaded file, so that one machine is enough to run the site.

    A server in front may serve this URL itself. Raise Http404 if there is no such file.
    """
    response = serve(request, path, document_root=str(settings.MEDIA_ROOT))
    response["Cache-Control"] = f"public, max-age={A_DAY}"
    return response
