"""Pictures of every kind, drawn by the tests."""

from io import BytesIO
from typing import Any

from PIL import Image, ImageCms

#: What must not reach readers, wherever a file can say it.
SECRET = "Ana Photographer, 51.5007 N"
RED, BLUE = (200, 30, 30), (30, 30, 200)
XMP = (
    '<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF'
    ' xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description'
    f' dc:creator="{SECRET}"/></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
).encode()
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def drawn(width: int = 60, height: int = 40, mode: str = "RGB") -> Image.Image:
    """Return a picture whose upper left quarter is red; the rest is blue."""
    image = Image.new("RGB", (width, height), BLUE)
    image.paste(RED, (0, 0, max(1, width // 2), max(1, height // 2)))
    return image if mode == "RGB" else image.convert(mode)


def exif(orientation: int = 1) -> Image.Exif:
    """Return EXIF data that says who made the picture where, and with which camera."""
    data = Image.Exif()
    data[0x0112] = orientation
    data[0x013B] = data[0x8298] = SECRET
    data.get_ifd(0x8825)[2] = (51.0, 30.0, 2.52)
    data.get_ifd(0x8769)[0xA431] = SECRET
    return data


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    """Return the picture as a file of this kind, as Pillow names it."""
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def opened(data: bytes) -> Image.Image:
    """Return the decoded picture."""
    image = Image.open(BytesIO(data))
    image.load()
    return image


def is_near(colour: Any, wanted: tuple[int, ...], by: int = 24) -> bool:
    """Return whether no channel differs by more."""
    return all(abs(a - b) <= by for a, b in zip(colour, wanted, strict=True))
