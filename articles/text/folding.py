"""Text without capitals and accents, in all scripts, so that searches need neither."""

import unicodedata

from articles.text.straighten import normalise

#: Letters that no accent makes, as people without such a key type them.
LETTERS = str.maketrans(
    dict(zip("øđðħıłŋŧƒɓɗƙƴ", "oddhilntfbdky", strict=True))
    | {"æ": "ae", "œ": "oe", "þ": "th"}
    # Keyboards for Ukrainian, Arabic and Persian differ in these.
    | {"ґ": "г", "ٱ": "ا", "ک": "ك"}
    | dict.fromkeys("یى", "ي")
    | dict.fromkeys("ةۀە", "ه")
    | {"ـ": ""}
)
#: Combining classes of marks that only point or accent a letter. Others, such as the vowels of
#: Hindi and Thai or the strokes that voice kana, make another word.
_ACCENTS = frozenset({1, 7, *range(10, 37), *range(200, 241)})


def fold(text: str) -> str:
    """Return the text in the form in which it is searched: straight, caseless, without accents."""
    plain = normalise(text)
    if plain.isascii():
        return plain
    letters = unicodedata.normalize("NFKD", plain.translate(LETTERS))
    bare = "".join(letter for letter in letters if unicodedata.combining(letter) not in _ACCENTS)
    # A letter that is on the list may have been under an accent, as in ǿ.
    return unicodedata.normalize("NFC", bare.translate(LETTERS))
