"""The newsroom's pictures by their words, for the dialogs that choose one."""

import re

from django.core.exceptions import PermissionDenied
from django.db.models import Value
from django.db.models.functions import Concat
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_GET

from articles.models import Picture
from articles.people import permissions
from articles.text import straighten

MOST = 12
MOST_WORDS = 20


@require_GET
def picture_search(request: HttpRequest) -> JsonResponse:
    """Return up to twelve pictures that have all words of `q`, newest first; without it, any.

    The words may occur in caption, alternative text and credit. Raise PermissionDenied if the
    user may not see pictures.
    """
    if not permissions.can_see_pictures(request.user):
        raise PermissionDenied
    found = Picture.objects.alias(said=Concat("caption", Value(" "), "alt", Value(" "), "credit"))
    for word in straighten(request.GET.get("q", "")).split()[:MOST_WORDS]:
        # Not icontains, for which SQLite knows capitals of English only.
        found = found.filter(said__iregex=_as_pattern(word))
    return JsonResponse([_shown(picture) for picture in found[:MOST]], safe=False)


def _as_pattern(word: str) -> str:
    # Captions have curly quotation marks where keyboards have straight ones.
    return re.sub("""['"]""", ".", re.escape(word))


def _shown(picture: Picture) -> dict[str, object]:
    return {
        "id": picture.pk,
        "thumb": picture.image.thumb,
        "name": str(picture),
        "alt": picture.alt,
        "caption": picture.caption,
        "credit": picture.credit,
    }
