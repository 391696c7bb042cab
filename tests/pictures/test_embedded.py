"""What files say of their pictures, by XMP, IPTC-IIM and EXIF, fills in what nobody typed."""

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, PngImagePlugin

from articles.pictures import PictureForm
from articles.pictures.embedded import embedded_words
from tests.pictures.samples import drawn, saved

NOTHING = {
    "alt": "",
    "caption": "",
    "credit": "",
    "copyright": "",
    "licence": "",
    "licence_until": None,
    "usage_limits": "",
}
SPACES = {
    "x": "adobe:ns:meta/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    "plus": "http://ns.useplus.org/ldf/xmp/1.0/",
}
AS_AGENCIES_WRITE = """
<rdf:Description photoshop:Credit="Agence Exemple" photoshop:Instructions="Mandatory credit">
  <Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">Boats at a quay</rdf:li>
  </rdf:Alt></Iptc4xmpCore:AltTextAccessibility>
  <dc:description><rdf:Alt><rdf:li xml:lang="x-default">Boats in Алматы,  on Monday.</rdf:li>
  <rdf:li xml:lang="fr">Bateaux</rdf:li></rdf:Alt></dc:description>
  <dc:creator><rdf:Seq><rdf:li>Ana Lee</rdf:li><rdf:li>Bo Li</rdf:li></rdf:Seq></dc:creator>
  <dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© 2026 Agence Exemple</rdf:li></rdf:Alt>
  </dc:rights>
</rdf:Description>
<rdf:Description xmpRights:WebStatement="https://agency.example/terms"
  plus:LicenseEndDate="2026-12-31T00:00:00Z">
  <xmpRights:UsageTerms><rdf:Alt><rdf:li xml:lang="x-default">Online only</rdf:li></rdf:Alt>
  </xmpRights:UsageTerms>
</rdf:Description>
"""
SAID = {
    "alt": "Boats at a quay",
    "caption": "Boats in Алматы, on Monday.",
    "credit": "Ana Lee, Bo Li/Agence Exemple",
    "copyright": "© 2026 Agence Exemple",
    "licence": "https://agency.example/terms",
    "licence_until": date(2026, 12, 31),
    "usage_limits": "Online only",
}


def xmp(inside: str, before: str = "") -> bytes:
    spaces = " ".join(f'xmlns:{name}="{url}"' for name, url in SPACES.items())
    return (
        f'<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>{before}<x:xmpmeta {spaces}>'
        f'<rdf:RDF>{inside}</rdf:RDF></x:xmpmeta>{" " * 200}<?xpacket end="w"?>'
    ).encode()


def iim(*datasets: tuple[int, int, bytes]) -> bytes:
    """Return a JPEG that has these datasets of IPTC-IIM."""
    records = b"".join(
        bytes((0x1C, record, dataset)) + len(value).to_bytes(2, "big") + value
        for record, dataset, value in datasets
    )
    resource = b"8BIM\x04\x04\0\0" + len(records).to_bytes(4, "big") + records
    segment = b"Photoshop 3.0\0" + resource + b"\0" * (len(records) % 2)
    jpeg = saved(drawn(), "JPEG")
    return jpeg[:2] + b"\xff\xed" + (len(segment) + 2).to_bytes(2, "big") + segment + jpeg[2:]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF"])
def test_xmp_says_it_in_every_kind_of_file(kind: str) -> None:
    packet, info = xmp(AS_AGENCIES_WRITE), PngImagePlugin.PngInfo()
    info.add_itxt("XML:com.adobe.xmp", packet.decode())
    options: dict[str, Any] = {"TIFF": {"tiffinfo": {700: packet}}, "PNG": {"pnginfo": info}}
    data = saved(drawn(), kind, **options.get(kind, {"xmp": packet}))
    assert embedded_words(data) == SAID


@pytest.mark.parametrize(
    ("charset", "encoding"), [(b"\x1b%G", "utf-8"), (b"", "utf-8"), (b"", "cp1252")]
)
def test_iptc_says_it_in_either_encoding(charset: bytes, encoding: str) -> None:
    said = [(1, 90, charset)] if charset else []
    said += [
        (2, 120, "Ein Café in Köln.".encode(encoding)),
        (2, 80, "Ana Lé".encode(encoding)),
        (2, 110, b"dpa"),
        (2, 116, "© dpa".encode(encoding)),
        (2, 40, b"No archive"),
    ]
    assert embedded_words(iim(*said)) == {
        **NOTHING,
        "caption": "Ein Café in Köln.",
        "credit": "Ana Lé/dpa",
        "copyright": "© dpa",
        "usage_limits": "No archive",
    }


def test_xmp_comes_before_iptc_and_exif_comes_last() -> None:
    exif = Image.Exif()
    exif[0x013B], exif[0x8298] = "Camera Owner", "© Ana".encode()
    said = embedded_words(saved(drawn(), "JPEG", exif=exif))
    assert said == {**NOTHING, "credit": "Camera Owner", "copyright": "© Ana"}
    both = saved(drawn(), "JPEG", exif=exif, xmp=xmp('<rdf:Description dc:creator="Ana"/>'))
    assert embedded_words(both)["credit"] == "Ana"


@pytest.mark.parametrize(
    ("creator", "agency", "credit"),
    [
        ("Ana Lee", "Ana Lee/Agency", "Ana Lee/Agency"),
        ("Ana Lee/Agency", "AGENCY", "Ana Lee/Agency"),
        ("", "Agency", "Agency"),
        ("Ana Lee", "", "Ana Lee"),
    ],
)
def test_a_credit_names_each_once(creator: str, agency: str, credit: str) -> None:
    said = f'<rdf:Description dc:creator="{creator}" photoshop:Credit="{agency}"/>'
    assert embedded_words(saved(drawn(), "JPEG", xmp=xmp(said)))["credit"] == credit


def test_what_is_too_long_is_cut_between_words() -> None:
    said = f'<rdf:Description dc:description="{"word " * 200}"/>'
    caption = embedded_words(saved(drawn(), "JPEG", xmp=xmp(said)))["caption"]
    assert (caption[-6:], len(caption) <= 500) == (" word…", True)


@pytest.mark.parametrize(
    "packet",
    [
        b"",
        b"<x",
        b"\0" * 100,
        xmp("<rdf:Description dc:creator='&ha;'/>", '<!DOCTYPE x [<!ENTITY ha "Ha!">]>'),
        xmp("<rdf:Description plus:LicenseEndDate='2026-02-31'/>"),
        xmp("<rdf:Description>" * 3),
        xmp("<rdf:Description dc:creator='&#x202e;&#8203;'/>"),
    ],
)
def test_what_says_nothing_or_is_damaged_spoils_no_picture(packet: bytes) -> None:
    assert embedded_words(saved(drawn(), "JPEG", xmp=packet)) == NOTHING
    assert embedded_words(b"no picture") == NOTHING


@pytest.mark.django_db
def test_what_somebody_typed_stays() -> None:
    data = saved(drawn(), "JPEG", xmp=xmp(AS_AGENCIES_WRITE))
    typed = {"caption": "My caption", "licence_until": "2027-01-01"}
    form = PictureForm(typed, {"image": SimpleUploadedFile("a.jpg", data)})
    assert form.is_valid()
    picture = form.save()
    assert {name: getattr(picture, name) for name in SAID} == {
        **SAID,
        "caption": "My caption",
        "licence_until": date(2027, 1, 1),
    }
