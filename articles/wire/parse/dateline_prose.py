"""What follows a dateline: a sentence, not a title, a route, a score or a list."""

import re

from articles.wire.parse.dateline_prefix import word_ends
from articles.wire.parse.gazetteer import Gazetteer
from articles.wire.parse.marks import is_small

# "<Nelson Ltd> said …": some agencies mark companies.
OPENING = "\"'“”„«‘’‹『「(¿¡*[_< "
ENDING = re.compile(r"[.!?…।。؟۔։።]['\"”’»)\]」]*\s*(?:\([^)]*\)|\S{0,12})?$")
UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u9fff]")
FIRST_PERSON = re.compile(
    r"(?:I|I'm|I’m|We|Yes|No|Well|My|You|Ich|Ja|Nein|Wir|Je|Oui|Non|Yo|Sí|Eu|Sim)\b"
)
# A whole sentence, past the full stops of initials and numbers ("9. Mai").
SENTENCE = re.compile(r".+?(?:[^\s\d.]{2}[.!?…]|[।։።])['\"”’»)\]]*(?=\s|$)")
# What follows the first team in "Liverpool - Arsenal 2:1".
SCORE = re.compile(r"[^.:!?]{2,40}?\s\(?\d{1,3}\s?[:–-]\s?\d{1,3}\b")
# What follows it in "Córdoba - Racing: where to watch" and "Pau - Hautacam, 182 km".
TEAM = re.compile(r"[^\W\d_a-z][\w’'. ]{1,24}(?::|,\s\d+)\s")
# What makes a paragraph a list: "Gaza — Talks resume. Ukraine — Drones hit. Markets — Gold is up."
LABEL = re.compile(r"[.!?;]\s[^\W\d_a-z][\w’' -]{2,24}?(?:\s[–—-]\s|:\s)")


def opens_sentence(rest: str) -> bool:
    """Return whether it begins with a capital, a digit, a script without capitals, or as "eBay"."""
    words = rest.lstrip(OPENING)
    first, second = words[:1], words[1:2]
    return first.isdigit() or (first.isalpha() and (second.isupper() or not is_small(first)))


def has_prose(rest: str) -> bool:
    """Return whether prose follows: several words, and something like a full stop at the end."""
    words = len(rest.split())
    unspaced = bool(UNSPACED.match(rest))
    return (words >= 8 or (unspaced and len(rest) >= 25)) and bool(
        ENDING.search(rest) or words >= 25 or unspaced
    )


def is_short_sentence(rest: str, words: int) -> bool:
    """Return whether it is a sentence of at least this many words, not a title ("A History")."""
    unspaced = bool(UNSPACED.match(rest))
    return (len(rest.split()) >= words or (unspaced and len(rest) >= 8)) and bool(
        ENDING.search(rest)
    )


def goes_on(rest: str, gazetteer: Gazetteer, *, region: bool) -> bool:
    """Return whether a route, a list ("Paris – London: …") or talk in the first person follows."""
    if FIRST_PERSON.match(rest.lstrip(OPENING)) or SCORE.match(rest) or TEAM.match(rest):
        return True
    if len(LABEL.findall(rest)) > 1:
        return True
    return any(
        (region and gazetteer.is_region(rest[:end]))
        or (gazetteer.is_place(rest[:end]) and re.match(r"\s?[-–—:/.,·•|]|$", rest[end:]))
        for end in word_ends(rest, 0)
    )


def is_told(rest: str, least: int, *, verb: bool = False) -> bool:
    """Return whether a sentence of at least this many words follows.

    With `verb`, one of exactly that many counts only if its last word has no capital, like a verb.
    """
    first = SENTENCE.match(rest)
    words = first.group().split() if first else []
    return len(words) > least or (len(words) == least and not (verb and words[-1][0].isupper()))
