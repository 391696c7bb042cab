"""A decoded picture, made small enough to work on without a second copy in full size."""

from math import ceil

from PIL import Image

#: How much of the picture is converted at a time.
STRIP_PIXELS = 4_000_000
_GREY = ("1", "L")
#: Modes whose numbers stand for no known colours.
_UNKNOWN = ("I", "F", "LAB")


def shrunk(image: Image.Image, factor: int) -> Image.Image:
    """Return the picture at 1/`factor` of its size, in the mode L, RGB, RGBA or CMYK.

    Nothing else comes with it: no profile, comment or palette. Raise ValueError if its colours
    cannot be read.
    """
    mode = _working_mode(image)
    width, height = image.size
    small = Image.new(mode, (ceil(width / factor), ceil(height / factor)))
    rows = max(1, STRIP_PIXELS // (width * factor)) * factor
    for top in range(0, height, rows):
        strip = _converted(image.crop((0, top, width, min(top + rows, height))), mode)
        small.paste(strip.reduce(factor), (0, top // factor))
    return small


def _working_mode(image: Image.Image) -> str:
    if image.mode in _UNKNOWN:
        raise ValueError(image.mode)
    if image.mode.startswith("I;16"):
        return "L"
    if image.has_transparency_data:
        return "RGBA"
    if image.mode in _GREY:
        return "L"
    return "CMYK" if image.mode == "CMYK" else "RGB"


def _converted(strip: Image.Image, mode: str) -> Image.Image:
    if strip.mode.startswith("I;16"):
        # Pillow would cut off what is brighter than 255 of 65,535.
        return strip.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    return strip if strip.mode == mode else strip.convert(mode)
