"""What pages need to know of a picture."""

from articles.body import PictureData
from articles.models import Picture


def picture_data(picture: Picture) -> PictureData:
    """Return what pages need to show the picture, with the URLs of its renditions."""
    image = picture.image
    return {
        "src": image.medium,
        "srcset": f"{image.medium} 800w, {image.large} 1600w",
        "width": picture.width or 0,
        "height": picture.height or 0,
        "alt": picture.alt,
        "caption": picture.caption,
        "credit": picture.credit,
    }
