"""What somebody searches for, as parts of a folded text or as a regular expression."""

import re
import unicodedata
from collections import defaultdict
from functools import cache

from articles.text.folding import LETTERS, fold

#: Longer searches find nothing more, and would only take time.
MOST_TERMS, LONGEST_TERM = 12, 100
_TERM = re.compile(r'"([^"]*)"?|([^\s"]+)')
_AROUND = "'.,;:!?()[]…،؛؟、。"
#: Signs that a text may have after a letter and a search has not: accents, and what is invisible.
_PASSED_OVER = (
    "[\u00ad\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670\u093c\u200b-\u200f\u2060]*"
)
#: The last alphabets with capitals come before it.
_END_OF_ALPHABETS = 0x1F000
#: Forms of letters that typesetters use, besides accented ones: “Ａ” and “ﬁ”, not “𝕬”.
_TYPED = ("<wide>", "<compat>")
#: The categories of what else folds: capitals and small letters, dashes and quotation marks.
_FOLDING = frozenset({"Lu", "Ll", "Lm", "Pd", "Pe", "Pf", "Pi", "Po", "Ps"})


def search_terms(text: str) -> tuple[str, ...]:
    """Return what must all occur, folded: each word, and what is in quotation marks.

    It is cut to a dozen terms of a hundred characters.
    """
    found = (
        quoted or word.strip(_AROUND) or word for quoted, word in _TERM.findall(fold(text[:2000]))
    )
    terms = (term.strip()[:LONGEST_TERM] for term in found)
    return tuple(dict.fromkeys(filter(None, terms)))[:MOST_TERMS]


def search_pattern(term: str) -> str:
    """Return a regular expression for texts that have the folded `term`, whatever their form.

    It needs no flag, and means the same to Python and to PostgreSQL.
    """
    pattern, at = "", 0
    while at < len(term):
        # Two letters may stand for one, as “ss” for “ß”.
        pair, one = term[at : at + 2], term[at]
        both = _class(one) + _PASSED_OVER
        if len(pair) == 2 and (letters := _forms().get(pair)):
            pattern += f"(?:{both}{_class(pair[1])}|[{letters}]){_PASSED_OVER}"
            at += 2
        else:
            pattern += both
            at += 1
    return pattern


def _class(letter: str) -> str:
    if letter == " ":
        return r"\s+"
    forms = _forms().get(letter, "")
    return f"[{re.escape(letter)}{forms}]" if forms else re.escape(letter)


@cache
def _forms() -> dict[str, str]:
    """Return the letters that fold to one or two others, by what they fold to."""
    forms: dict[str, str] = defaultdict(str)
    for code in range(ord("A"), _END_OF_ALPHABETS):
        letter = chr(code)
        if _may_fold(letter) and (folded := fold(letter)) != letter and 1 <= len(folded) <= 2:
            forms[folded] += letter
    return dict(forms)


def _may_fold(letter: str) -> bool:
    """Return whether the character may have another form, as few of a hundred thousand have."""
    parts = unicodedata.decomposition(letter)
    if parts:
        return parts.startswith(_TYPED) or not parts.startswith("<")
    return ord(letter) in LETTERS or unicodedata.category(letter) in _FOLDING
