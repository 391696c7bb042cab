"""The files of pictures, by the one URL under which anybody gets them."""

import re

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from articles.core import clock
from articles.people import permissions
from articles.pictures import is_public, picture_of
from newsroom.accounts.at_desk import person_at_desk

AN_HOUR = 60 * 60
#: Random names, which nobody can guess, with the types that renditions have.
RENDITION = re.compile(r"(renditions/[0-9a-f]{2}/([0-9a-f]{30}))\.(jpg|webp|avif)", re.ASCII)
PICTURE_TYPES = {"jpg": "image/jpeg", "webp": "image/webp", "avif": "image/avif"}


@require_safe
def picture_file(request: HttpRequest, path: str) -> HttpResponseBase:
    """Send a file made from a picture, from wherever the storage keeps it.

    Readers get those of what they see now. People at the desk get all, for themselves. To anybody
    else a picture of a story that is not published is missing, as is what never was there.
    """
    found = RENDITION.fullmatch(path)
    picture = picture_of(found[1]) if found else None
    if picture and is_public(picture, clock.now()):
        # A cache in front asks again as soon as for a page: a story may be withdrawn.
        shared = settings.NEWSROOM_SHARED_CACHE_SECONDS
        caching = f"public, max-age={AN_HOUR}, s-maxage={shared}"
    else:
        # Asked in any case: nothing tells what is hidden from what is not there.
        person = person_at_desk(request)
        if not (picture and person and permissions.can_see_pictures(person)):
            return _missing(request)
        caching = "private, no-store"
    assert found  # noqa: S101 - there is no picture without it
    response = _answer(request, path, found[2] + found[3], PICTURE_TYPES[found[3]])
    if response.status_code in (200, 304):
        response["Cache-Control"] = caching
    return response


def _answer(request: HttpRequest, path: str, tag: str, kind: str) -> HttpResponseBase:
    # What has a name never changes.
    etag = f'"{tag}"'
    if unchanged := get_conditional_response(request, etag=etag):
        return unchanged
    try:
        response = FileResponse(default_storage.open(path), content_type=kind)
    except FileNotFoundError:
        return _missing(request)
    response["ETag"] = etag
    return response


def _missing(request: HttpRequest) -> HttpResponse:
    """Return the 404 page, which no cache keeps: the story may be published in a moment."""
    response = render(request, "404.html", status=404)
    response["Cache-Control"] = "no-store"
    return response
