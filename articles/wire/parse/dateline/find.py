"""The place, date and agency that open a story, found only where the evidence supports it."""

import re

from articles.wire.parse.copy_parts import Dateline
from articles.wire.parse.dateline import east
from articles.wire.parse.dateline.bracket import Prefix
from articles.wire.parse.dateline.prefix import read
from articles.wire.parse.dateline.prose import has_prose, is_short_sentence, opens_sentence
from articles.wire.parse.dateline.verdict import LARGE, verdict
from articles.wire.parse.gazetteer import Gazetteer

# "(Montréal) Le projet …", a place in brackets; "Berlin Die Regierung …", a place without a mark.
IN_BRACKETS = re.compile(r"\((?P<places>[^\W\d_][^()\d]{2,40})\)\s+(?=\S)")
#: Characters of a paragraph that are looked at.
READ = 600
BEFORE_ARTICLE = re.compile(
    r"(?P<places>[A-ZÄÖÜ][\w.-]+(?:(?:,\s|/|\s)[A-ZÄÖÜ][\w.-]+){0,3}?)(?<!\.)\s"
    r"(?=(?:Der|Die|Das|Ein|Eine|Es|Im|In|Nach|Mit|Für|Seit|Wenn|Bei)\s)"
)


def find(text: str, gazetteer: Gazetteer, language: str = "") -> Dateline | None:
    """Return the dateline that opens a paragraph, or None; `sure` says whether it may be taken out.

    `language` is what `language.language` returns, or "" if unknown: in German a place and a full
    stop are enough, and in languages other than English a place in capitals and a full stop.
    """
    text = _opening(text)
    if found := east.match(text, gazetteer):
        return Dateline(found.places, found.date, found.agency, found.sure, text[: found.end])
    unmarked = _unmarked(text, gazetteer, language)
    if unmarked:
        return unmarked
    longer: Prefix | None = None
    for prefix in reversed(read(text, gazetteer)):
        # A date or an agency that belongs to the prefix must not be left in the paragraph.
        if longer and (longer.date, longer.agency) != (prefix.date, prefix.agency):
            return None
        longer = prefix
        sure = verdict(prefix, text, gazetteer, language)
        if sure is not None:
            return Dateline(
                tuple(prefix.places), prefix.date, prefix.agency, sure, text[: prefix.end]
            )
    return None


def _opening(text: str) -> str:
    """Return what tells whether a paragraph opens with a dateline: its start and its end."""
    return text if len(text) <= READ else f"{text[:READ]} {text[-50:]}"


def _unmarked(text: str, gazetteer: Gazetteer, language: str) -> Dateline | None:
    """Return a dateline of places in brackets, or in German without any mark, before a sentence."""
    found = IN_BRACKETS.match(text)
    if not found and language == "de":
        found = BEFORE_ARTICLE.match(text)
        if found and not has_prose(text[found.end() :]):
            return None
    if not found:
        return None
    places = re.split(r"\s?/\s?|,\s|\set\s|\sand\s", found["places"])
    rest = text[found.end() :]
    if not all(
        gazetteer.population(place) >= LARGE and not gazetteer.is_word(place) for place in places
    ):
        return None
    if not (opens_sentence(rest) and (has_prose(rest) or is_short_sentence(rest, 3))):
        return None
    return Dateline(tuple(places), "", "", sure=True, text=text[: found.end()])
