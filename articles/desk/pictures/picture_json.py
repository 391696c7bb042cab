"""A picture as the editor's dialogs take it."""

from articles.models import Picture


def picture_json(picture: Picture) -> dict[str, object]:
    """Return the key of the picture, its URLs in two sizes, what it is called, and its words."""
    return {
        "id": picture.pk,
        "url": picture.url(800),
        "thumb": picture.url(320),
        "name": str(picture),
        "alt": picture.alt,
        "caption": picture.caption,
        "credit": picture.credit,
    }
