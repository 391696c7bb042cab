"""An original opened again, within the same limits, and cut into the shapes of pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO

from PIL import Image

from articles.models import Shape
from articles.pictures.colours import in_srgb
from articles.pictures.looks.crop_box import Box
from articles.pictures.looks.recipe import FORMATS, WIDTHS
from articles.pictures.opening import opened
from articles.pictures.reading import orientation_of, turned
from articles.pictures.shrinking import shrunk

#: Pixels to work on, of which several copies are needed: about what an upload may take.
MOST_PIXELS = 25_000_000


def needed_width(boxes: Iterable[tuple[Shape, Box]], least: int) -> float:
    """Return how wide the whole picture has to be, in pixels, for these parts of it.

    It is at least `least`.
    """
    return max(least, *(max(WIDTHS[shape]) / box.width for shape, box in boxes))


def working_image(data: bytes, needed: float) -> Image.Image:
    """Return the picture upright and in sRGB, as wide as is needed where it is that large.

    Raise `UnusablePicture`.
    """
    with opened(data) as image:
        kind, profile = image.format, image.info.get("icc_profile")
        width, height = image.size
        orientation = orientation_of(image)
        upright_width = height if orientation >= 5 and kind != "TIFF" else width
        factor = 1
        while (
            width * height > MOST_PIXELS * factor**2 or upright_width >= needed * factor * 2
        ) and factor < min(width, height):
            factor *= 2
        if kind in ("JPEG", "MPO"):
            image.draft(None, (max(1, width // factor), max(1, height // factor)))
        image.load()
        done = max(1, round(width / image.width)) if kind in ("JPEG", "MPO") else 1
        small = in_srgb(shrunk(image, max(1, factor // done)), profile)
        return turned(small, kind, orientation)


def cut(image: Image.Image, shape: Shape, box: Box) -> Iterator[Image.Image]:
    """Yield this part of the picture in the widths of the shape, largest first, each once."""
    left, top = round(box.x * image.width), round(box.y * image.height)
    part = image.crop(
        (
            left,
            top,
            max(left + 1, round((box.x + box.width) * image.width)),
            max(top + 1, round((box.y + box.height) * image.height)),
        )
    )
    for width in sorted({min(wanted, part.width) for wanted in WIDTHS[shape]}, reverse=True):
        size = (width, max(1, min(part.height, round(width / shape.ratio))))
        if part.size != size:
            part = part.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
        yield part


def in_format(image: Image.Image, suffix: str, xmp: bytes) -> bytes:
    """Return the picture in one of the newer formats, with this XMP packet inside."""
    file = BytesIO()
    options = {**FORMATS[suffix][1], **({"xmp": xmp} if xmp else {})}
    image.save(file, **options)  # type: ignore[arg-type]
    return file.getvalue()
