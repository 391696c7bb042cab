"""What stands behind a dateline: a sentence, and no title, route, score or list."""

import re

from articles.wire.parse.dateline_prefix import word_ends
from articles.wire.parse.gazetteer import Gazetteer
from articles.wire.parse.marks import is_small

OPENING = "\"'“”„«‘’‹『「(¿¡*[_ "
ENDING = re.compile(r"[.!?…।。؟۔։።]['\"”’»)\]」]*\s*(?:\([^)]*\)|\S{0,12})?$")
UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u9fff]")
FIRST_PERSON = re.compile(
    r"(?:I|I'm|I’m|We|Yes|No|Well|My|You|Ich|Ja|Nein|Wir|Je|Oui|Non|Yo|Sí|Eu|Sim)\b"
)
# A sentence to its end, past initials and numbers ("9. Mai").
SENTENCE = re.compile(r".+?(?:[^\s\d.]{2}[.!?…]|[।։።])['\"”’»)\]]*(?=\s|$)")
# What follows the first team in "Liverpool - Arsenal 2:1".
SCORE = re.compile(r"[^.:!?]{2,40}?\s\(?\d{1,3}\s?[:–-]\s?\d{1,3}\b")
# What follows it in "Córdoba - Racing: where to watch" and "Pau - Hautacam, 182 km".
TEAM = re.compile(r"[^\W\d_a-z][\w’'. ]{1,24}(?::|,\s\d+)\s")
# What makes a paragraph a list: "Gaza — Talks resume. Ukraine — Drones hit. Markets — Gold is up."
LABEL = re.compile(r"[.!?;]\s[^\W\d_a-z][\w’' -]{2,24}?(?:\s[–—-]\s|:\s)")


def opens_sentence(rest: str) -> bool:
    """Whether it begins with a capital, a number, a script without capitals or "eBay"."""
    words = rest.lstrip(OPENING)
    first, second = words[:1], words[1:2]
    return first.isdigit() or (first.isalpha() and (second.isupper() or not is_small(first)))


def has_prose(rest: str) -> bool:
    """A sentence follows: several words and a full stop somewhere at the end."""
    words = len(rest.split())
    unspaced = bool(UNSPACED.match(rest))
    return (words >= 8 or (unspaced and len(rest) >= 25)) and bool(
        ENDING.search(rest) or words >= 25 or unspaced
    )


def is_short_sentence(rest: str, words: int) -> bool:
    """A whole sentence of a few words, which a title ("Washington: A History") is not."""
    unspaced = bool(UNSPACED.match(rest))
    return (len(rest.split()) >= words or (unspaced and len(rest) >= 8)) and bool(
        ENDING.search(rest)
    )


def goes_on(rest: str, gazetteer: Gazetteer, *, region: bool) -> bool:
    """Whether a route or a list follows ("Paris – London: …"), or somebody speaks of himself."""
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
    """Whether a whole sentence of so many words follows; one of just these ends in a verb."""
    first = SENTENCE.match(rest)
    words = first.group().split() if first else []
    return len(words) > least or (len(words) == least and not (verb and words[-1][0].isupper()))
