"""The largest rendition of a picture, for those who show a page elsewhere."""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

CANDIDATE = re.compile(r"(\S+) (\d+)w")


class Image(NamedTuple):
    """A picture by its URL, as the page has it, with its size in pixels, 0 if unknown."""

    url: str
    width: int
    height: int
    alt: str
    caption: str
    credit: str


def largest_image(picture: Mapping[str, Any]) -> Image:
    """Return the largest rendition of the frozen data of a picture."""
    found = [(int(width), url) for url, width in CANDIDATE.findall(picture["srcset"])]
    full, height = picture["width"], picture["height"]
    width, url = max(found, default=(full, picture["src"]))
    return Image(
        url,
        width,
        round(height * width / full) if full else 0,
        picture.get("alt", ""),
        picture.get("caption", ""),
        picture.get("credit", ""),
    )
