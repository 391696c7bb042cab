"""The newsroom's pictures by their words, for the dialogs that choose one."""

from django.core.exceptions import PermissionDenied
from django.db.models import Value
from django.db.models.functions import Concat
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_GET

from articles.core import clock
from articles.desk.keys import read_key
from articles.desk.pictures.picture_json import picture_json
from articles.models import Picture
from articles.people import permissions
from articles.text import search_pattern, search_terms

MOST = 12


@require_GET
def picture_search(request: HttpRequest) -> JsonResponse:
    """Return up to twelve pictures that have all words of `q`, newest first; without it, any.

    The words may occur in caption, alternative text, credit and the name of the file. With
    `picture`, return the one with this primary key. Raise PermissionDenied if the user may not see
    pictures.
    """
    if not permissions.can_see_pictures(request.user):
        raise PermissionDenied
    found = Picture.objects.filter(taken_down_at=None).alias(
        said=Concat(*("caption", Value(" "), "alt", Value(" "), "credit", Value(" "), "filename"))
    )
    if "picture" in request.GET:
        found = found.filter(pk=read_key(request.GET["picture"]) or 0)
    for term in search_terms(request.GET.get("q", "")):
        found = found.filter(said__regex=search_pattern(term))
    now = clock.now()
    return JsonResponse([picture_json(picture, now) for picture in found[:MOST]], safe=False)
