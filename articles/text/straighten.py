"""Plain text in one form, for comparing."""

import re
import unicodedata

from newsroom.accounts.visible import one_form

_FORMS = str.maketrans(
    dict.fromkeys("‘’‚‛`´ʼ′‹›", "'")
    | dict.fromkeys("“”„‟«»″「」『』〝〞", '"')
    | dict.fromkeys("‐‑‒–—―−", "-")
    # Soft hyphen, zero-width characters and direction marks: all invisible.
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", "")
)
_GREEK_ACCENTS = re.compile("([\u0370-\u03ff])[\u0300-\u036f]+")
_WORD = re.compile(r"\w+(?:['’\u2010-\u2011.-]\w+)*")


def straighten(text: str) -> str:
    """Return `text` with plain quotes, dashes and single spaces, in NFKC form; case is kept."""
    plain = unicodedata.normalize("NFKC", text.translate(_FORMS)).translate(_FORMS)
    return " ".join(re.sub("-{2,}", "-", plain).split())


def normalise(text: str) -> str:
    """Return the form in which headlines and quotations are compared: straight and caseless."""
    return straighten(straighten(text).casefold())


def tag_key(name: str) -> str:
    """Return the form in which tags are compared, as capitals would show them.

    Forms of letters, of quotation marks and of dashes do not matter; nor do the two letters i of
    Turkish, and the accents of Greek, which capitals do not have.
    """
    letters = unicodedata.normalize("NFD", straighten(one_form(name)).upper().casefold())
    bare = _GREEK_ACCENTS.sub(r"\1", letters.replace("i\u0307", "i"))
    return unicodedata.normalize("NFKC", bare)


def words(text: str) -> list[str]:
    """Return the words of `text` in order, as written, without the punctuation between them."""
    return _WORD.findall(text)
