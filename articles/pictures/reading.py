"""An upload made into what is kept of it: the original, and the renditions that pages show."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

from django.core.files import File
from django.utils.translation import gettext
from PIL import ExifTags, Image

from articles.pictures.colours import in_srgb
from articles.pictures.errors import TooBusy, UnusablePicture
from articles.pictures.opening import SUFFIXES, opened
from articles.pictures.polyglots import is_polyglot
from articles.pictures.shrinking import shrunk
from articles.pictures.xmp import Said, xmp_of

#: The boxes into which renditions fit, in pixels; none is larger than its picture.
BOXES = ((400, 600), (800, 1200), (1600, 2000))
#: How long an upload waits, in seconds, while others are read.
PATIENCE = 20.0
NOTHING = Said()
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
#: One at a time in each process, since one alone can take hundreds of megabytes.
_reading = threading.Lock()
#: It and those that wait, of the six threads of a worker: the others go on answering readers.
_places = threading.BoundedSemaphore(4)


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file to be kept: its bytes, its suffix, and its pixels."""

    data: bytes
    suffix: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class ReadPicture:
    """An upload with its renditions, smallest first; the pixels of both as they are shown."""

    original: MadeFile
    renditions: tuple[MadeFile, ...]


def read_upload(upload: File[bytes], said: Said = NOTHING) -> ReadPicture:
    """Return the upload as a picture, when its turn comes. Raise `UnusablePicture`, `TooBusy`."""
    with its_turn(PATIENCE):
        return read_picture(upload.read(), said)


@contextmanager
def its_turn(patience: float) -> Iterator[None]:
    """Wait at most `patience` seconds for other pictures of this process.

    Raise `TooBusy` after that, and at once if too many wait already.
    """
    if not _places.acquire(blocking=False):
        raise _too_busy()
    try:
        if not _reading.acquire(timeout=patience):
            raise _too_busy()
        try:
            yield
        finally:
            _reading.release()
    finally:
        _places.release()


def _too_busy() -> TooBusy:
    return TooBusy(gettext("Other pictures are being read just now. Try again in a moment."))


def read_picture(data: bytes, said: Said = NOTHING) -> ReadPicture:
    """Return the picture in these bytes with its renditions. Raise `UnusablePicture`.

    Renditions are turned upright, in sRGB, and carry no metadata but what is `said`. Of an
    animation they show the first frame.
    """
    xmp = xmp_of(said)
    with opened(data) as image:
        kind, (width, height) = str(image.format), image.size
        orientation = orientation_of(image)
        if is_polyglot(data):
            raise UnusablePicture(
                gettext(
                    "This file is a picture and also something else, such as a web page or an"
                    " archive. Open it in a picture editor, save it as JPEG or PNG, and choose"
                    " that file."
                )
            )
        upright = _upright(image, orientation)
        if orientation >= 5 and kind != "TIFF":
            width, height = height, width
    renditions: list[MadeFile] = []
    for size in _sizes(width, height):
        if upright.size != size:
            upright = upright.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
        renditions.insert(0, encoded(upright, xmp))
    return ReadPicture(MadeFile(data, SUFFIXES[kind], width, height), tuple(renditions))


def _upright(image: Image.Image, orientation: int) -> Image.Image:
    """Return the picture in sRGB as it is to be shown, at most about twice as large as needed."""
    width, height = image.size
    kind, profile = image.format, image.info.get("icc_profile")
    largest = max(_scale(width, height), _scale(height, width))
    if kind in ("JPEG", "MPO"):
        image.draft(None, (int(width * largest * 2) + 1, int(height * largest * 2) + 1))
    image.load()
    factor = max(
        1, int(min(image.width / (width * largest), image.height / (height * largest)) / 2)
    )
    small = in_srgb(shrunk(image, factor), profile)
    return turned(small, kind, orientation)


def turned(image: Image.Image, kind: str | None, orientation: int) -> Image.Image:
    """Return the picture upright; `kind` is that of its file, as Pillow names it."""
    # Pillow turns a TIFF itself.
    turn = None if kind == "TIFF" else _TURNS.get(orientation)
    return image if turn is None else image.transpose(turn)


def orientation_of(image: Image.Image) -> int:
    """Return how its camera was held, as EXIF says it; 1, upright, if that says nothing."""
    try:
        orientation = image.getexif().get(ExifTags.Base.Orientation, 1)
    except Exception:
        # A damaged EXIF block spoils no picture.
        return 1
    return orientation if orientation in _TURNS else 1


def _scale(width: int, height: int) -> float:
    box_width, box_height = BOXES[-1]
    return min(1.0, box_width / width, box_height / height)


def _sizes(width: int, height: int) -> list[tuple[int, int]]:
    """Return the sizes of the renditions, largest first, each once."""
    sizes = set()
    for box_width, box_height in BOXES:
        scale = min(1.0, box_width / width, box_height / height)
        sizes.add((max(1, round(width * scale)), max(1, round(height * scale))))
    return sorted(sizes, reverse=True)


def encoded(image: Image.Image, xmp: bytes) -> MadeFile:
    """Return the picture as a file that every browser shows, with this XMP packet inside."""
    file = BytesIO()
    inside = {"xmp": xmp} if xmp else {}
    if image.mode == "RGBA":
        image.save(file, "WEBP", quality=85, method=2, **inside)
        return MadeFile(file.getvalue(), "webp", *image.size)
    image.save(file, "JPEG", quality=85, progressive=True, optimize=True, **inside)
    return MadeFile(file.getvalue(), "jpg", *image.size)
