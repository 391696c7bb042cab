"""The renditions of pictures: the only uploads that anybody gets."""

import re

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.static import serve

AN_HOUR = 60 * 60
#: Random names, which nobody can guess, with the types that renditions have.
RENDITION = re.compile(r"renditions/[0-9a-f]{2}/[0-9a-f]{30}\.(jpg|webp)", re.ASCII)
TYPES = {"jpg": "image/jpeg", "webp": "image/webp"}


def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """Serve a rendition, so that one machine is enough to run the site.

    A server in front may serve the folder of the renditions itself. Raise Http404 for anything
    else. A cache in front asks again as soon as for a page, since pictures can be taken down.
    """
    found = RENDITION.fullmatch(path)
    if not found:
        raise Http404
    response = serve(request, path, document_root=str(settings.MEDIA_ROOT))
    response["Content-Type"] = TYPES[found[1]]
    shared = settings.NEWSROOM_SHARED_CACHE_SECONDS
    response["Cache-Control"] = f"public, max-age={AN_HOUR}, s-maxage={shared}"
    return response
