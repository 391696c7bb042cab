"""The stems of words, by language: “elections” is found by “election”."""

import re
from functools import cache, lru_cache
from threading import Lock

from Stemmer import Stemmer

from articles.text import fold, script_of

#: By the first part of a language's code.
STEMMERS = dict(
    pair.split(":")
    for pair in """ar:arabic ca:catalan cs:czech da:danish de:german el:greek en:english
        eo:esperanto es:spanish et:estonian eu:basque fa:persian fi:finnish fr:french ga:irish
        hi:hindi hu:hungarian hy:armenian id:indonesian it:italian lt:lithuanian nb:norwegian
        ne:nepali nl:dutch nn:norwegian no:norwegian pl:polish pt:portuguese ro:romanian
        ru:russian st:sesotho sv:swedish ta:tamil tr:turkish yi:yiddish""".split()
)
#: What divides the name of a stemmer from a stem: no word has it.
OF = "·"
#: In any other language, words are alike if this many first letters are the same.
FIRST, LETTERS = "first", 6
#: Endings of cases in Slavic languages. Russian's stemmer takes those of verbs from names:
#: “Астана” and “Астане” have different stems.
CASES = re.compile(
    "(?<=...)(?:ами|ями|ого|его|ому|ему|ыми|ими|ах|ях|ов|ев|ів|ей|ой|ою|ею|єю|ий|ый|ая|яя|ое|ее"
    "|ые|их|ых|им|ым|ом|ем|ам|ям|[аяоеєуюыиійьъ])$"
)
#: A stemmer holds the word at which it works.
_lock = Lock()


@lru_cache(maxsize=8192)
def stem_tokens(word: str, language: str) -> frozenset[str]:
    """Return the tokens for the stems of a caseless word in the language."""
    stemmer = STEMMERS.get(language.lower().split("-")[0])
    return (_tokens(word, stemmer) if stemmer else _first_letters(word)) | _without_case(word)


def stem_tokens_of_all(word: str, script: str) -> frozenset[str]:
    """Return the tokens for the word's stems in all languages that are written in this script.

    Where the word is a stem itself, what has that stem is found, too.
    """
    stemmers = _of_script(script)
    stems = (_tokens(word, stemmer) for stemmer in stemmers)
    itself = frozenset(f"{stemmer}{OF}{fold(word)}" for stemmer in stemmers)
    return itself.union(_first_letters(word), _without_case(word), *stems)


@lru_cache(maxsize=8192)
def _tokens(word: str, stemmer: str) -> frozenset[str]:
    """Return two tokens where an accent decides: one of the word, one of it without accents."""
    with _lock:
        stem = _stemmer(stemmer).stemWord
        stems = {fold(stem(word)), fold(stem(fold(word)))}
    return frozenset(f"{stemmer}{OF}{one}" for one in stems if _is_token(one))


def _first_letters(word: str) -> frozenset[str]:
    first = fold(word)[:LETTERS]
    is_long = len(first) == LETTERS and not any(map(str.isdigit, first))
    return frozenset({f"{FIRST}{OF}{first}"} if is_long else ())


def _without_case(word: str) -> frozenset[str]:
    if "\u0400" <= word[-1:] <= "\u04ff":
        # Folded after that: “й” ends a case, and “и” another one.
        return frozenset({f"case{OF}{fold(CASES.sub('', word))}"})
    return frozenset()


def _is_token(text: str) -> bool:
    """Return whether the index treats the text as one token."""
    return bool(text) and all(sign.isalnum() or not sign.isascii() for sign in text)


@cache
def _stemmer(name: str) -> Stemmer:
    # Stems are kept here, by `lru_cache`.
    return Stemmer(name, 0)


@cache
def _of_script(script: str) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(name for code, name in STEMMERS.items() if script_of(code) == script)
    )
