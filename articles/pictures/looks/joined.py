"""What pages show of a picture, once there is more than its renditions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from articles.body import FIGURE_SIZES, PictureData, with_sources
from articles.models import PictureLook, Shape, rendition_url
from articles.pictures.looks.recipe import FORMATS, WHOLE

#: The `shapes` of a `PictureLook`.
Look = Mapping[str, Any]
_SUFFIX = re.compile(r"\.(?:jpg|webp)(?= |$)", re.ASCII)
#: A picture in a body as `image_html` wrote it when the version was frozen.
_FIGURE = re.compile(
    r'<img src="(?P<src>[^"]*)"(?: srcset="(?P<srcset>[^"]*)" sizes="(?P<sizes>[^"]*)")?[^>]*>'
)


def looks_of(pictures: Iterable[int]) -> dict[int, Look]:
    """Return the looks of the pictures with these primary keys, in one query."""
    found = PictureLook.objects.filter(picture__in=set(pictures))
    return dict(found.values_list("picture", "shapes"))


def whole_picture(frozen: PictureData, look: Look | None) -> PictureData:
    """Return the frozen data of a picture with its newer formats, if they are there."""
    types = (look or {}).get(WHOLE, {}).get("types", ())
    candidates = frozen["srcset"] or frozen["src"]
    return {**frozen, "sources": _sources(candidates, types)} if types else frozen


def cut_picture(frozen: PictureData, look: Look | None, shape: Shape) -> PictureData:
    """Return the frozen data of a picture with the files of this shape.

    While there are none it is the whole picture, which the page crops itself.
    """
    made = (look or {}).get(shape)
    if not made or not made["files"]:
        return whole_picture(frozen, look)
    files = made["files"]
    candidates = ", ".join(f"{rendition_url(one['name'])} {one['width']}w" for one in files)
    return {
        **frozen,
        "src": rendition_url(files[0]["name"]),
        "srcset": candidates if len(files) > 1 else "",
        "width": files[-1]["width"],
        "height": files[-1]["height"],
        "sources": _sources(
            candidates if len(files) > 1 else rendition_url(files[0]["name"]), made["types"]
        ),
    }


def body_with_formats(html: str, looks: Iterable[Look]) -> str:
    """Return a frozen body, in which pictures with these looks have their newer formats."""
    types = {
        rendition_url(one["name"]): made["types"]
        for look in looks
        if (made := look.get(WHOLE)) and made["types"]
        for one in made["files"]
    }
    if not types:
        return html

    def in_formats(found: re.Match[str]) -> str:
        sources = _sources(found["srcset"] or found["src"], types.get(found["src"], ()))
        return with_sources(found[0], sources, found["sizes"] or FIGURE_SIZES)

    return _FIGURE.sub(in_formats, html)


def _sources(candidates: str, types: Iterable[str]) -> list[tuple[str, str]]:
    # The same file in another format has the same name.
    one_by_one = candidates.split(", ")
    return [
        (FORMATS[suffix][0], ", ".join(_SUFFIX.sub(f".{suffix}", one) for one in one_by_one))
        for suffix in types
    ]
