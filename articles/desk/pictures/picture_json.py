"""A picture as the editor's dialogs take it."""

from datetime import datetime

from articles.desk.pictures.licences import licence_warning
from articles.models import Picture


def picture_json(picture: Picture, at: datetime) -> dict[str, object]:
    """Return the key of the picture, its URLs in two sizes, what it is called, and its words.

    `warning` says that its licence has ended by the timezone-aware `at`, or ends soon; `limits` is
    what it may not be used for.
    """
    return {
        "id": picture.pk,
        "url": picture.url(800),
        "thumb": picture.url(320),
        "name": str(picture),
        "alt": picture.alt,
        "caption": picture.caption,
        "credit": picture.credit,
        "warning": licence_warning(picture, at),
        "has_ended": picture.licence_has_ended(at),
        "limits": picture.usage_limits,
    }
