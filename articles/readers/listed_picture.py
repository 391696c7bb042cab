"""The lead picture of a story elsewhere than on its own page: in lists and on cards."""

import json

from django.db.models import OuterRef, Subquery, TextField
from django.db.models.functions import Cast

from articles.body import PictureData
from articles.models import PictureLook, Shape
from articles.pictures import cut_picture

#: The JSON of what was made of a version's lead picture, as a column of a list: as text, which can
#: be the key of what is rendered.
LOOK = Cast(
    # Not joined through the picture itself: any change of it would make the list stale.
    Subquery(PictureLook.objects.filter(picture=OuterRef("picture")).values("shapes")[:1]),
    TextField(),
)


def listed_picture(frozen: str | None, look: str | None, shape: str) -> PictureData | None:
    """Return the picture in this shape, from the JSON of both; None without a picture."""
    picture: PictureData | None = json.loads(frozen or "null")
    return picture and cut_picture(picture, json.loads(look or "null"), Shape(shape))
