"""Text without what nobody sees: overrides of direction, controls, characters of no width.

It is here because the project and the house meet in accounts only; `articles.text` offers it.
"""

import re
import unicodedata

# Overrides and embeddings of direction, fillers and blanks that show nothing anywhere; controls,
# but for those that are spaces.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u115f\u1160\u17b4\u17b5\u202a-\u202e\u2066-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0001]"
)
# What only shapes or divides the letters beside it: joiners, marks of direction, word breaks.
_SHAPING = (
    "\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\U000e0020-\U000e007f"
)
_LOOSE = re.compile(rf"(?<!\S)[{_SHAPING}]+|[\u00ad\u200b-\u200d\u2060-\u2064]+(?!\S)")


def one_form(text: str) -> str:
    """Return one line of text, composed, with single spaces and without what cannot be seen."""
    seen = " ".join(without_invisible(unicodedata.normalize("NFC", text)).split())
    return seen if has_words(seen) else ""


def without_invisible(text: str) -> str:
    """Return `text` without characters that show nothing, except beside letters that need them."""
    return _LOOSE.sub("", _INVISIBLE.sub("", text))


def has_words(text: str) -> bool:
    """Return whether the text shows anything: a letter, a digit, a symbol or a mark."""
    return any(unicodedata.category(sign)[0] in "LNSP" for sign in text)
