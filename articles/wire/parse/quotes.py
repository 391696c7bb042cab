"""Words between quotation marks that may become pull quotes, and their speakers."""

import re
from collections.abc import Iterable

from articles.wire.parse import lists
from articles.wire.parse.copy_parts import Quote

MARKED = re.compile(
    r"“([^“”]+)”|„([^„“”\"]+)[“”\"]|«([^«»]+)»|「([^「」]+)」|『([^『』]+)』|(?<!\w)\"([^\"]+)\"(?!\w)"
)
FEWEST_WORDS, FEWEST_CJK = 6, 12
#: More are no suggestion.
MOST_QUOTES = 100
CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
PARTICLE = (
    r"(?:de|da|di|del|della|van|von|van de[rn]|von de[rm]|bin|ibn|al|el|la|le|dos|du|ten|ter|zu)"
)
CAP = r"[^\W\d_a-zß-öø-ÿа-яёіїєґα-ω](?:(?:r|rs|s|t|rof|en|ov|ep)?\.|[\w’'-]+)"
NAME = rf"(?P<name>(?<!\w){CAP}(?:\s(?:{PARTICLE}\s)*{CAP}){{0,4}})"
SAID = rf"(?:{'|'.join(lists.read('speaking'))})"
AFTER = re.compile(
    rf"[\s,.–—-]*(?:{SAID}\s(?:der |die |le |la |el |o |a |il )?{NAME}"
    rf"|{NAME},?\s(?:has |had |also )?{SAID}\b"
    rf"|(?:according to|selon|según|secondo|segundo|laut) {NAME})".replace("?P<name>", "")
)
BEFORE = re.compile(
    rf"{NAME}(?:,[^,“”\"]{{2,80}},)?\s(?:also |later |has )?{SAID}\b[^.!?“”\"«»]{{0,60}}[,:]\s*$"
)
BEFORE_CHINESE = re.compile(
    r"([\u3400-\u9fff·]{2,12}?)(?:表示|指出|强调|強調|称|稱|说|說|认为|認為)[:：，,]\s*$"
)
PRONOUNS = frozenset(
    "he she they it we i you who er sie es wir ich il elle ils elles on él ella ellos ele ela lui "
    "lei hij zij hon han hun он она они que the this that".split()
)


def quotations(paragraphs: Iterable[str]) -> tuple[Quote, ...]:
    """Return the first longer quotations, each once, with the speaker if one is named."""
    found: dict[str, Quote] = {}
    for paragraph in paragraphs:
        for mark in MARKED.finditer(paragraph):
            words = next(group for group in mark.groups() if group).strip()
            words = words.rstrip(",،，").rstrip()
            if _is_long(words) and words not in found:
                found[words] = Quote(words, _speaker(paragraph, mark.start(), mark.end()))
                if len(found) == MOST_QUOTES:
                    return tuple(found.values())
    return tuple(found.values())


def _is_long(words: str) -> bool:
    cjk = len(CJK.findall(words))
    return cjk >= FEWEST_CJK if cjk else len(words.split()) >= FEWEST_WORDS


def _speaker(paragraph: str, start: int, end: int) -> str:
    after = AFTER.match(paragraph, end)
    # A full stop inside the quotation marks ends the sentence: a name after it is that of the next.
    if (after and paragraph[end - 2] not in ".!") or (after and _verb_first(after)):
        name = next((group for group in after.groups() if group), "")
    else:
        lead = paragraph[max(0, start - 200) : start]
        before = BEFORE.search(lead) or BEFORE_CHINESE.search(lead)
        name = before.group(1) if before else ""
    printed = name.strip(" ,")
    return "" if printed.casefold() in PRONOUNS or printed[:1].islower() else printed


def _verb_first(after: re.Match[str]) -> bool:
    return after.group(1) is not None
