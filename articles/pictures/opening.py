"""Open the bytes of an upload as a picture, within limits: what is inside decides, not the name."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from django.utils.translation import gettext
from PIL import Image, UnidentifiedImageError

from articles.pictures.errors import UnusablePicture
from articles.pictures.pieces import MAX_EXIF_BYTES, Pieces, is_in_pieces

#: The formats that are opened, as Pillow names them, with the suffix of the original. There is no
#: other, such as EPS, for which Pillow would start a program.
SUFFIXES = {
    "JPEG": "jpg",
    "MPO": "jpg",
    "PNG": "png",
    "GIF": "gif",
    "WEBP": "webp",
    "AVIF": "avif",
    "TIFF": "tif",
}
#: A JPEG is decoded smaller; of the last three, Pillow needs several copies in full size. Each
#: takes up to 450 MB of memory, and two seconds with transparency.
MAX_PIXELS = {
    "JPEG": 65_000_000,
    "MPO": 65_000_000,
    "PNG": 30_000_000,
    "GIF": 30_000_000,
    "WEBP": 16_000_000,
    "AVIF": 18_000_000,
    "TIFF": 18_000_000,
}
#: Each scan of a progressive JPEG takes as long as the whole picture; cameras write about ten.
MAX_SCANS = 100
_SCAN = b"\xff\xda"


@contextmanager
def opened(data: bytes) -> Iterator[Image.Image]:
    """Yield the picture in these bytes, not decoded yet. Raise `UnusablePicture`.

    What Pillow raises while the picture is decoded in the block becomes `UnusablePicture` too.
    """
    try:
        with _open(data) as image:
            _check_size(image)
            if image.format in ("JPEG", "MPO") and data.count(_SCAN) > MAX_SCANS:
                raise damaged()
            if len(image.info.get("exif") or b"") > MAX_EXIF_BYTES:
                raise damaged()
            yield image
    except UnusablePicture:
        raise
    except UnidentifiedImageError as error:
        raise UnusablePicture(
            gettext(
                "This file is not a picture that can be used. Choose a JPEG, PNG, GIF, WebP, AVIF"
                " or TIFF file."
            )
        ) from error
    except (Image.DecompressionBombError, MemoryError) as error:
        raise _too_large() from error
    except Exception as error:
        # Pillow's decoders raise nearly any exception for a damaged file.
        raise damaged() from error


def _open(data: bytes) -> Image.Image:
    with warnings.catch_warnings():
        # Of many pixels, which are counted below, and of details that nobody needs.
        warnings.simplefilter("ignore")
        if is_in_pieces(data):
            raise damaged()
        # Pillow knows an MPO, which is several pictures in one JPEG, only by way of JPEG.
        return Image.open(Pieces(data), formats=[name for name in SUFFIXES if name != "MPO"])


def _check_size(image: Image.Image) -> None:
    """Raise `UnusablePicture` if decoding the picture would take too much memory."""
    width, height = image.size
    most = MAX_PIXELS[str(image.format)]
    if image.format == "JPEG" and image.mode == "CMYK":
        # Of a progressive one, all four colours are in memory until the last scan.
        most = most * 3 // 4
    if width * height > most:
        raise UnusablePicture(
            gettext(
                "This picture measures %(width)s by %(height)s pixels. Save it smaller, with at"
                " most %(most)s million pixels."
            )
            % {"width": width, "height": height, "most": most // 1_000_000}
        )


def _too_large() -> UnusablePicture:
    return UnusablePicture(
        gettext("This picture has too many pixels. Save it smaller, and choose it again.")
    )


def damaged() -> UnusablePicture:
    """Return the refusal of what cannot be decoded."""
    return UnusablePicture(
        gettext(
            "This picture is damaged, or its colours cannot be read. Open it in a picture editor,"
            " save it as JPEG or PNG, and choose that file."
        )
    )
