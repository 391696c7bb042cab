"""What pages need to know of a picture."""

from articles.body import PictureData
from articles.models import Picture, rendition_url


def picture_data(picture: Picture) -> PictureData:
    """Return what pages need to show the picture, with the URLs of its renditions.

    The picture must not be gone.
    """
    several = picture.renditions if len(picture.renditions) > 1 else ()
    return {
        "src": picture.url(800),
        "srcset": ", ".join(f"{rendition_url(one['name'])} {one['width']}w" for one in several),
        "width": picture.width or 0,
        "height": picture.height or 0,
        "alt": picture.alt,
        "caption": picture.caption,
        "credit": picture.credit,
    }
