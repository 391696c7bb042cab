"""Scripts and directions of text, by most of its letters."""

import re
import unicodedata
from collections import Counter
from functools import lru_cache

_RIGHT_TO_LEFT = ("R", "AL")
_ISOLATES = {"rtl": "\u2067", "ltr": "\u2066", "": "\u2068"}
#: How Unicode begins the names of letters that belong to another script's languages.
_SAME = {"HIRAGANA": "KANA", "KATAKANA": "KANA", "CJK": "HAN", "FULLWIDTH": "LATIN"}


# URLs, mail and network names are Latin in texts of all scripts.
_NAMES = re.compile(
    r"(?:https?://|www\.)[^\s<>\"“”«»]+|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]+|(?<!\w)@\w+", re.ASCII
)


def letters_by_script(text: str) -> Counter[str]:
    """Return how many letters of each script the text has, by Unicode's name in capitals.

    Those of URLs and of names on networks do not count.
    """
    found: Counter[str] = Counter()
    for sign, count in Counter(without_names(text)).items():
        if script := _script(sign):
            found[script] += count
    return found


def direction(text: str) -> str:
    """Return "rtl" if most letters run from right to left, else "ltr"; "" if there is none.

    Those of URLs and of names on networks do not count.
    """
    text = without_names(text)
    if text.isascii():
        return "ltr" if any(map(str.isalpha, text)) else ""
    right = left = 0
    for sign, count in Counter(text).items():
        if unicodedata.category(sign).startswith("L"):
            if unicodedata.bidirectional(sign) in _RIGHT_TO_LEFT:
                right += count
            else:
                left += count
    if not right and not left:
        return ""
    return "rtl" if right > left else "ltr"


def isolated(text: str) -> str:
    """Return plain text in the direction of most of its letters, isolated from what is around it.

    For where HTML has no elements, such as titles. What runs from left to right throughout stays
    as it is.
    """
    if text.isascii() or not any(
        unicodedata.bidirectional(sign) in _RIGHT_TO_LEFT for sign in text
    ):
        return text
    return f"{_ISOLATES[direction(text)]}{text}\u2069"


def without_names(text: str) -> str:
    """Return the text without URLs, mail addresses and names on networks."""
    if "@" not in text and "www." not in text and "://" not in text:
        return text
    return _NAMES.sub(" ", text)


# As many as there are letters in a long Chinese text.
@lru_cache(maxsize=16_384)
def _script(sign: str) -> str:
    if not unicodedata.category(sign).startswith("L"):
        return ""
    name = unicodedata.name(sign, "").split(" ", 1)[0]
    return _SAME.get(name, name)
