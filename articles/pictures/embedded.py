"""What a file says of its picture: caption, credit and rights, as agencies and cameras write them.

It reads XMP, IPTC-IIM and, from EXIF, the names of the artist and the holder of rights, in this
order: the newest standard first. What cannot be read is left out, since it does not harm the
picture.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import TypedDict
from xml.etree import ElementTree

from PIL import ExifTags, Image, ImageFile, IptcImagePlugin

from articles.models import Picture
from articles.pictures.opening import opened
from articles.text import one_form

#: Longer XMP is not read: it holds previews or the history of an edit.
MOST_XMP = 1_000_000
#: Characters of a text that are looked at; no field holds nearly as many.
_MOST_TEXT = 10_000
_TIFF_XMP = 700
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_IPTC_CORE = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
_DC = "http://purl.org/dc/elements/1.1/"
_PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/"
_RIGHTS = "http://ns.adobe.com/xap/1.0/rights/"
_PLUS = "http://ns.useplus.org/ldf/xmp/1.0/"
#: By what it says: its names in XMP.
_XMP = {
    "alt": (_IPTC_CORE, "AltTextAccessibility"),
    "caption": (_DC, "description"),
    "creator": (_DC, "creator"),
    "agency": (_PHOTOSHOP, "Credit"),
    "source": (_PHOTOSHOP, "Source"),
    "copyright": (_DC, "rights"),
    "usage_limits": (_RIGHTS, "UsageTerms"),
    "instructions": (_PHOTOSHOP, "Instructions"),
    "licence": (_RIGHTS, "WebStatement"),
    "licence_until": (_PLUS, "LicenseEndDate"),
}
#: By what it says: record and dataset of IPTC-IIM.
_IIM = {
    "caption": (2, 120),
    "creator": (2, 80),
    "agency": (2, 110),
    "source": (2, 115),
    "copyright": (2, 116),
    "instructions": (2, 40),
}
_IIM_CHARSET = (1, 90)
_UTF_8 = b"\x1b%G"


class EmbeddedWords(TypedDict):
    """What the file says, by the fields of a picture; "" and None where it says nothing."""

    alt: str
    caption: str
    credit: str
    copyright: str
    licence: str
    licence_until: date | None
    usage_limits: str


def embedded_words(data: bytes) -> EmbeddedWords:
    """Return what the file of a picture says, cut to what the picture's fields hold."""
    said: dict[str, str] = {}
    # Whatever a damaged block raises: whether it is a picture is found out elsewhere.
    with suppress(Exception), opened(data) as image:
        for read in (_of_exif, _of_iim, _of_xmp):
            with suppress(Exception):
                said |= {
                    name: words for name, value in read(image).items() if (words := _tidy(value))
                }
    return {
        "alt": _fitted("alt", said.get("alt", "")),
        "caption": _fitted("caption", said.get("caption", "")),
        "credit": _fitted("credit", _credit(said)),
        "copyright": _fitted("copyright", said.get("copyright", "")),
        "licence": _fitted("licence", said.get("licence", "")),
        "licence_until": _day(said.get("licence_until", "")),
        "usage_limits": _fitted(
            "usage_limits", said.get("usage_limits") or said.get("instructions", "")
        ),
    }


def _credit(said: dict[str, str]) -> str:
    """Return photographer and agency, as in “Ana Lee/Agency”, each once."""
    creator = said.get("creator", "")
    agency = said.get("agency") or said.get("source", "")
    if creator.casefold() in agency.casefold():
        return agency
    return creator if agency.casefold() in creator.casefold() else f"{creator}/{agency}"


def _of_exif(image: Image.Image) -> dict[str, str]:
    # Not PNG's own method, which decodes the picture to look for EXIF after its pixels, which only
    # one upload may do at a time.
    exif = Image.Image.getexif(image)
    tags = {"creator": ExifTags.Base.Artist, "copyright": ExifTags.Base.Copyright}
    # Pillow reads them as Latin-1; cameras write UTF-8.
    texts = {name: str(exif.get(tag) or "").encode("latin-1") for name, tag in tags.items()}
    return {name: _decoded(text, ("utf-8", "cp1252", "latin-1")) for name, text in texts.items()}


def _of_iim(image: Image.Image) -> dict[str, str]:
    if not isinstance(image, ImageFile.ImageFile):
        return {}
    found = IptcImagePlugin.getiptcinfo(image) or {}
    charsets = ("utf-8",) if found.get(_IIM_CHARSET) == _UTF_8 else ("utf-8", "cp1252", "latin-1")
    return {name: _decoded(found.get(key, b""), charsets) for name, key in _IIM.items()}


def _decoded(value: bytes | list[bytes], charsets: tuple[str, ...]) -> str:
    text = b", ".join(value) if isinstance(value, list) else value
    for charset in charsets:
        with suppress(UnicodeDecodeError):
            return text.decode(charset)
    return text.decode(errors="replace")


def _of_xmp(image: Image.Image) -> dict[str, str]:
    packet = image.info.get("xmp") or getattr(image, "tag_v2", {}).get(_TIFF_XMP) or b""
    packet = packet.encode() if isinstance(packet, str) else bytes(packet)
    # XMP declares no types and no entities, which could grow without bound.
    if not packet or len(packet) > MOST_XMP or b"<!" in packet:
        return {}
    start, end = packet.find(b"<"), packet.rfind(b">") + 1
    # Safe without defusedxml: see the line on entities.
    root = ElementTree.fromstring(packet[start:end])  # noqa: S314
    return {name: _property(root, f"{{{space}}}{key}") for name, (space, key) in _XMP.items()}


def _property(root: ElementTree.Element, name: str) -> str:
    """Return the text of an XMP property, which is an attribute or element; a list with commas."""
    for description in root.iter(f"{{{_RDF}}}Description"):
        if name in description.attrib:
            return description.attrib[name]
        element = description.find(name)
        if element is None:
            continue
        # Of translations, the first is the default.
        if (translations := element.find(f"{{{_RDF}}}Alt")) is not None:
            return next((item.text or "" for item in translations), "")
        items = [item.text or "" for item in element.iter(f"{{{_RDF}}}li")]
        return ", ".join(items) if items else element.text or ""
    return ""


def _tidy(text: str) -> str:
    return one_form(text[:_MOST_TEXT].replace("\0", " ")).strip()


def _fitted(field: str, text: str) -> str:
    """Return the text, cut between words where the field of a picture holds no more."""
    most: int = Picture._meta.get_field(field).max_length or 0  # type: ignore[union-attr]
    if len(text) <= most:
        return text
    return f"{text[: most - 1].rpartition(' ')[0] or text[: most - 1]}…"


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
