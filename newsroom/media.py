from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.views.static import serve

A_DAY = 24 * 60 * 60


def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """Give an uploaded file, so that one machine needs no other server in front of it.

    A front server may take this address over. Raises Http404 when there is no such file.
    """
    response = serve(request, path, document_root=str(settings.MEDIA_ROOT))
    response["Cache-Control"] = f"public, max-age={A_DAY}"
    return response
