"""What the newsroom says of a picture, inside the files made of it (XMP).

Nothing of the upload's own metadata comes with it: that says where and by whom it was taken.
"""

from __future__ import annotations

from typing import NamedTuple
from xml.sax.saxutils import escape

from articles.models import Picture

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">
{said}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""
_LANGUAGES = '<{name}><rdf:Alt><rdf:li xml:lang="x-default">{words}</rdf:li></rdf:Alt></{name}>'
_PLAIN = "<{name}>{words}</{name}>"


class Said(NamedTuple):
    """The words for a picture; empty ones are left out."""

    caption: str = ""
    credit: str = ""
    copyright: str = ""
    alt: str = ""


def said_of(picture: Picture) -> Said:
    """Return what the newsroom says of the picture."""
    return Said(picture.caption, picture.credit, picture.copyright, picture.alt)


def xmp_of(said: Said) -> bytes:
    """Return the words as an XMP packet; b"" without any."""
    parts = [
        form.format(name=name, words=escape(_legal(words)))
        for form, name, words in (
            (_LANGUAGES, "dc:description", said.caption),
            (_PLAIN, "photoshop:Credit", said.credit),
            (_LANGUAGES, "dc:rights", said.copyright),
            (_LANGUAGES, "Iptc4xmpCore:AltTextAccessibility", said.alt),
        )
        if words
    ]
    return _PACKET.format(said="\n".join(parts)).encode() if parts else b""


def _legal(words: str) -> str:
    """Return the words without characters that XML has no place for."""
    return "".join(one for one in words if one >= " " and one not in "\ufffe\uffff")
