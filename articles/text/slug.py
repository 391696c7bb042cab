"""Slugs in any script: letters with their marks, digits, and hyphens between words."""

import re
import unicodedata

# Written inside words without dividing them.
_SILENT = re.compile("['’‘ʼʻʹ′`´\"“”„]")
_UNSEEN = re.compile("[\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
# Between letters of the Arabic script it separates two words or parts of one; in scripts of
# India it only shapes a letter.
_NON_JOINER = re.compile("(?<=[\u0600-\u08ff])\u200c+(?=[\u0600-\u08ff])|\u200b")
# Letters that are drawn longer, and signs that draw another one: neither is part of a word.
_DRAWN = re.compile("[\u0640\u07fa\u20e0-\u20e3\ufe00-\ufe0f\U000e0100-\U000e01ef]")
# Signs that compatibility forms take apart, and how Greek ends a word.
_WHOLE = (("\u0e4d\u0e32", "\u0e33"), ("\u0ecd\u0eb2", "\u0eb3"))
_FINAL_SIGMA = re.compile(r"(?<=[^\W\d_])σ(?![^\W_]|[\u0300-\u036f])")
_DOT = re.compile(r"(?<!\d)\.|\.(?!\d)|(?<=\d)[,٬](?=\d{3})")

#: Characters of a slug made of the name of a tag, an author or a place.
LONGEST_NAME_SLUG = 100


def name_slug(name: str) -> str:
    """Return the slug of the page for what has this name; "" if it has no letter or digit."""
    return make_slug(name, LONGEST_NAME_SLUG)


def make_slug(text: str, longest: int) -> str:
    """Return a slug made from a headline, cut between words if possible; "" if it has none."""
    text = _DOT.sub("", _SILENT.sub("", slug_form(_DRAWN.sub("", text))))
    # Where it was cut, a word ends.
    return slug_form(_cut("".join(sign if _fits(sign) else "-" for sign in text), longest))


def slug_form(text: str) -> str:
    """Return the form in which slugs are stored and compared.

    It is composed, has no capitals, and nothing that cannot be seen.
    """
    joined = _UNSEEN.sub("", _NON_JOINER.sub("-", text))
    folded = unicodedata.normalize("NFKC", joined).casefold().replace("i\u0307", "i")
    composed = unicodedata.normalize("NFC", folded)
    if composed.isascii():
        return composed
    for parts, whole in _WHOLE:
        composed = composed.replace(parts, whole)
    return _FINAL_SIGMA.sub("ς", composed)


def both_forms(slug: str) -> tuple[str, ...]:
    """Return the slug and, if it is another one, the form in which it was stored until 2026."""
    former = slug.replace("ς", "σ")
    for parts, whole in _WHOLE:
        former = former.replace(whole, parts)
    return (slug,) if former == slug else (slug, former)


def is_slug(text: str) -> bool:
    """Return whether this is a slug in its stored form; marks need a letter before them."""
    return (
        bool(text)
        and text == slug_form(text)
        and all(_fits(sign) or sign in "-_" for sign in text)
        and not any(
            _is_mark(sign) and (not at or text[at - 1] in "-_") for at, sign in enumerate(text)
        )
    )


def _fits(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LMN" or sign == "_"


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign).startswith("M")


def _cut(text: str, longest: int) -> str:
    words: list[str] = []
    for word in text.split("-"):
        # A mark that lost its letter, such as that of an emoji, is none.
        bare = word.lstrip("".join({sign for sign in word if _is_mark(sign)}))
        if bare:
            words.append(bare)
    slug = "-".join(words).strip("-_")
    if len(slug) <= longest:
        return slug
    end = slug.rfind("-", longest // 2, longest + 1)
    if end < 0:
        end = longest
        while end and _is_mark(slug[end]):
            end -= 1
    return slug[:end].strip("-_")
