"""From wire copy to a headline, a summary, a dateline and blocks, without losing a word."""

import re
from dataclasses import replace
from functools import cache

from articles.wire.parse import also_read, dateline, dates, furniture, lines, quotes
from articles.wire.parse.copy_parts import Block, Copy, Dateline, LeftOut, Quote, as_json
from articles.wire.parse.decode import UnreadableCopy, checked, decode
from articles.wire.parse.gazetteer import Gazetteer
from articles.wire.parse.language import language
from articles.wire.parse.marks import ENDS
from articles.wire.parse.notices import notices, sign_off, versions
from articles.wire.parse.notices.versions import Kind

__all__ = [
    "Block", "Copy", "Dateline", "LeftOut", "Quote", "UnreadableCopy", "as_json", "decode", "parse",
]  # fmt: skip

# A dateline opens one of the first paragraphs, below a standfirst, a byline and a time.
SEARCHED, MOST_ABOVE = 6, 20
# Notes to editors and the end of a transmission are found at the end, too.
LAST = 8
LONGEST_SUMMARY = 600
# Paragraphs that show whether the copy is a list.
MOST_LISTED = 100
CAPTION = re.compile(
    r"photo|foto|image|picture|bild:|getty|reuters|\bafp\b|\bap\b|©|file", re.IGNORECASE
)


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer()


def parse(source: bytes | str, *, gazetteer: Gazetteer | None = None) -> Copy:
    """Return the parts of a piece of copy. Raise `UnreadableCopy` if there is no text to read.

    Every word of the source is in the headline, the summary, the dateline's text, the blocks or
    what is left out, in the order of the source; only white space is changed.
    """
    places = gazetteer or _gazetteer()
    text = decode(source) if isinstance(source, bytes) else checked(source)
    top, (headline, *body) = lines.paragraphs(text, places)
    # Nothing is left out of copy whose first line has no visible character.
    why = _left_out(body) if any(map(str.isprintable, headline)) else {}
    kept = [at for at in range(len(body)) if at not in why]
    summary, taken, rest, above = _opening([body[at] for at in kept], places)
    why |= {kept[at]: furniture.ABOVE_DATELINE for at in above}
    # German agencies print "=" where the headline ends.
    said, mark = (headline[:-2], "=") if headline.endswith(" =") else (headline, "")
    version = versions.split(said)
    left_out = [
        LeftOut(line, furniture.why_above(line) or furniture.ABOVE_HEADLINE) for line in top
    ]
    left_out.extend(LeftOut(*label) for label in (*version.before, *version.after))
    left_out.extend([LeftOut(mark, notices.TRANSPORT)] if mark else [])
    left_out.extend(LeftOut(body[at], why[at]) for at in sorted(why))
    blocks = tuple(also_read.also_read(line) or Block("paragraph", line) for line in rest)
    spoken = quotes.quotations(block.text for block in blocks if block.kind == "paragraph")
    kinds = {version.kind, *(versions.line_kind(line) for line in (*top, *body[:1]))}
    kind: Kind = "kill" if "kill" in kinds else "update" if "update" in kinds else ""
    embargo = next((line.text for line in left_out if line.why == notices.EMBARGO), "")
    embargo = embargo or (headline if notices.reason(headline) == notices.EMBARGO else "")
    return Copy(version.headline, summary, taken, blocks, spoken, tuple(left_out), kind, embargo)


def _left_out(body: list[str]) -> dict[int, str]:
    """Return which paragraphs are left out, and why: for editors, buttons, what closes the page."""
    why = dict.fromkeys(furniture.buttons(body), furniture.BUTTON)
    edges = {*range(min(len(body), MOST_ABOVE)), *range(max(0, len(body) - LAST), len(body))}
    for at in edges:
        # Only right below the headline is "Lead" or "Korrektur" a label, and no heading.
        if named := notices.reason(body[at]) or (at == 0 and _why_below(body[at])):
            why[at] = named
    below = sign_off.editors_part(body)
    if below is not None:
        why |= dict.fromkeys(range(below, len(body)), notices.NOTE)
    for at in reversed(range(len(body))):
        if at not in why:
            closing = furniture.closes(body[at])
            if not closing:
                break
            why[at] = closing
    return why


def _why_below(line: str) -> str:
    """Return why the line right below the headline is left out; "" if it is not."""
    return furniture.why_above(line) or (notices.NOTE if notices.is_aside(line) else "")


def _opening(
    body: list[str], places: Gazetteer
) -> tuple[str, Dateline | None, list[str], list[int]]:
    """Return summary, dateline, the other paragraphs, and which ones above the dateline to drop."""
    at, found = _first_dateline(body, places, language(body))
    if found is None:
        summary = _summary(body)
        return summary, None, body[1:] if summary else body, []
    furnished = [n for n in range(at) if furniture.is_above_dateline(body[n])]
    standfirst = [body[n] for n in range(at) if n not in furnished]
    if not (found.sure and _are_summary(standfirst)):
        doubtful = replace(found, sure=False)
        summary = _summary(body)
        return summary, doubtful, body[1:] if summary else body, []
    rest = body[at][len(found.text) :]
    remaining = ([rest] if rest else []) + body[at + 1 :]
    return " ".join(standfirst), found, remaining, furnished


def _first_dateline(body: list[str], places: Gazetteer, spoken: str) -> tuple[int, Dateline | None]:
    """Return where the dateline is, and itself: the first sure one, or else the first guess."""
    guess: tuple[int, Dateline | None] = (0, None)
    above = 0
    for at, line in enumerate(body[:MOST_ABOVE]):
        above += not furniture.is_above_dateline(line)
        if above > SEARCHED:
            break
        found = dateline.find(line, places, spoken)
        if found is None or also_read.also_read(line):
            continue
        if _is_listed(found, body, places):
            continue
        if found.sure:
            return at, found
        if guess[1] is None:
            guess = (at, found)
    return guess


def _is_listed(found: Dateline, body: list[str], places: Gazetteer) -> bool:
    """Return whether it is a list, an interview or a live page: many such openings, or times."""
    mark = found.text.rstrip()[-1:]
    seen = body[:MOST_LISTED]
    if not (found.agency or found.date) and sum(map(dates.is_time_of_day, seen)) > 1:
        return True
    if found.agency or found.date or mark not in ":.：-–—":
        return False
    label = re.compile(rf"([^\W\d_][^{re.escape(mark)}.!?]{{1,24}}){re.escape(mark)}\s")
    labels = [match[1].strip() for line in seen if (match := label.match(line))]
    if all(map(str.isupper, found.places)):
        labels = [label for label in labels if label.isupper()]
    return mark != "." and (len(labels) > 3 or sum(map(places.is_place, labels)) > 2)


def _are_summary(above: list[str]) -> bool:
    """Return whether the lines above a dateline are a summary: one paragraph, or a few lines."""
    told = sum(ENDS.search(line) is not None for line in above)
    few = len(above) <= 1 or (len(above) <= 3 and told <= 1)
    return few and _may_be_summary(" ".join(above)) and all(map(_may_be_summary, above))


def _may_be_summary(line: str) -> bool:
    return len(line) <= LONGEST_SUMMARY and not also_read.also_read(line)


def _summary(body: list[str]) -> str:
    """Return the first paragraph if the copy shows that it is a standfirst, else ""."""
    if len(body) < 2 or not _may_be_summary(body[0]) or furniture.is_byline_or_time(body[0]):
        return ""
    first = body[0]
    if len(first.split()) >= 5 or len(first) >= 40:
        told = first.rstrip(".…")
        for line in body[1:]:
            if line.startswith(told):
                return first
    below = furniture.is_byline_or_time(body[1]) and len(body) > 2
    unended = not ENDS.search(first) and 8 <= len(first.split()) <= 60
    prose = all(ENDS.search(line) for line in body[1:4]) and len(body) > 3
    captioned = CAPTION.search(first) is not None
    if (below or (unended and prose)) and len(first.split()) >= 8 and not captioned:
        return first
    return ""
