"""The start of a paragraph read as place, date and agency, without judging it."""

import re
from dataclasses import replace

from articles.wire.parse import agencies, dates
from articles.wire.parse.dateline_bracket import BRACKET, DASH_AHEAD, Prefix, signs, take
from articles.wire.parse.gazetteer import LONGEST_NAME, Gazetteer
from articles.wire.parse.marks import is_small

LONGEST = 160
# What may precede the place: a byline (in Turkish papers with a slash), or a time and a bar.
BYLINE = re.compile(
    r"(?:By|BY|Von|Par|Por|Di|Oleh)\s(?:[^|:.]{3,60}\s?\|\s?"
    r"|(?:[A-Z][\w.'’-]+\s|and\s|,\s){1,8}?[A-Z][\w.'’-]*[a-z],?\s(?=[A-Z]{3}))"
    r"|\d{1,2}:\d{2}\s\|\s"
    r"|(?:[A-ZÇĞİÖŞÜ][\w.]+\s){1,3}[A-ZÇĞİÖŞÜ]{2,}\s?/\s?"
    r"(?=[A-ZÇĞİÖŞÜ]{3}[^()]{0,30}\([A-Zİ]{2,4}\))"
)
# "Von dpa" names no place, though "von" does in some languages.
SIGNATURE = re.compile(r"(?:By|BY|Von|VON|Par|PAR|Por|POR|Di|Da|Door|Av|Af|Oleh|From|Text)\s")
# "РИА Новости, Иван Иванов. ": the agency's reporter.
REPORTER = re.compile(r",\s[A-ZА-ЯЁ][a-zа-яё-]+\s[A-ZА-ЯЁ][a-zа-яё-]+(?=\.\s)")
SEPARATOR = re.compile(
    r"""\s*(?P<mark>
    \.\s?[-–—]+(?=[\s\w«“"]|$) | [-–—]\.(?=\s) | (?<![a-zß-ɏ])-(?=\s|[A-Z«“"\u0621-\u064a]|$)
    | (?:[–—―ـ]|--)[-–—―ـ]?(?=\s|[A-Z«“"]|$) | (?<=\s)[-–—―]{1,3}
    | [—―] | -- | _(?=\s) | \| | :\s?[-–—]+ | [:：፦៖] | [.।։።](?=\s|$) | [,،、፣፤](?=\s|$)
    | [·•∙](?=\s) | / | $)\s*""",
    re.VERBOSE,
)
# "Guadalajara, Jalisco.- ": what comes between town and mark is a state.
MEXICAN = re.compile(r"\.[-–—](?=\s|\()")
# "FRANKFURT/MAIN" is one town.
RIVER = re.compile(r"/(?:Main|M\.|Oder|Saale|Donau|Ruhr|Rhein)(?!\w)", re.IGNORECASE)
# "ARNHEM, the Netherlands"
ARTICLE = re.compile(r"(?:the|les|die)\s(?=[A-Z])")
# "BRASÍLIA e SÃO PAULO"
AND = re.compile(r"\s(?:and|&|e|y|et|und|en|och|og|и|та|і)\s(?=[^\W\d_]{3})")
WORD = re.compile(r"[^\s,،、/:;()（）\[\]—–―|«»“”\"<>=·•∙।։።፦፣፤៖]+")
# Where a place may end inside a word: "ANKARA-BHA", "Ottawa--".
INNER_END = re.compile(r"(?<=\w)(?:\.?[-–ـ]+|\.)(?=\w|$)")
ABOARD = re.compile(
    r"(?:ABOARD|ON BOARD|EN ROUTE TO|NEAR|OUTSIDE|À BORD D[EU]|A BORDO DEL?)\s"
    r"[A-Z' .-]{3,40}?(?=\s*[,(—–-])"
)


def read(text: str, gazetteer: Gazetteer) -> list[Prefix]:
    """Return each reading of the start of the text as place, date and agency up to a separator."""
    byline = BYLINE.match(text)
    start = byline.end() if byline else 0
    found: list[Prefix] = []
    now, at, mark = Prefix(start=start), start, ""
    while at < min(len(text), LONGEST):
        end = _part(text, at, mark, now, gazetteer)
        if end == at:
            break
        at = end
        separator = None if BRACKET.match(text, at) else SEPARATOR.match(text, at)
        mark = separator["mark"].strip() if separator else ""
        both = None if separator else AND.match(text, at)
        if both and now.places and now.places[-1].isupper():
            at, mark = both.end(), "/"
        elif separator:
            at = separator.end()
        elif text[at : at + 1].isspace():
            at += 1
            mark = "." if now.regions and text[at - 2] == "." and not now.agency else ""
        if separator or mark == "." or now.agency:
            found.append(replace(now, places=list(now.places), mark=mark, end=at))
    return found


def _part(text: str, at: int, mark: str, now: Prefix, gazetteer: Gazetteer) -> int:
    """Read one place, date or agency into `now`; return where it ends, or `at` if there is none."""
    bracket = BRACKET.match(text, at)
    if bracket:
        return bracket.end() if take(bracket, now, gazetteer) else at
    # "Новосибирск. 5" begins like the name of a month.
    town = at == now.start and text[at].isalpha() and _known_end(text, at, gazetteer) > at + 4
    if not now.date and not town:
        on = at + 3 * text.startswith("في ", at)
        end = dates.date_at(text, on)
        if end > on:
            now.date = text[on:end].strip()
            return end
    end = agencies.agency_at(text, at, alone=at == now.start or bool(mark))
    if end > at and not now.agency:
        now.joined = bool(now.places) and mark[:1] in {"-", "–", "—", "/", "ـ"} and mark != ""
        now.agency = text[at:end].strip(agencies.QUOTES)
        now.bracketed = text[at] in agencies.QUOTES
        reporter = REPORTER.match(text, end)
        return reporter.end() if reporter else end
    if mark in {",", "،"} and now.places and not now.agency:
        end = _region(text, at, gazetteer)
        if end > at:
            now.places[-1] += f"{mark} {text[at:end]}"
            now.regions = True
            return end
    # Only after a slash can there be a second place; after a dash or a full stop it is prose.
    if now.places and mark != "/":
        return at
    return _place(text, at, now, gazetteer)


def _region(text: str, at: int, gazetteer: Gazetteer) -> int:
    """Return where the country or state at `at` ends: any name before an agency or a date."""
    article = ARTICLE.match(text, at)
    start = article.end() if article else at
    if not text[start : start + 1].isalpha() or text[start].islower():
        return at
    for end in word_ends(text, start):
        name = text[start:end]
        # "KHAN YOUNIS, GAZA —": all that is in capitals up to the dash belongs to the place.
        shouted = name.isupper() and text[:at].isupper() and DASH_AHEAD.match(text, end)
        mexican = name[-1] != "." and MEXICAN.match(text, end) and len(name.split()) < 4
        if mexican and not agencies.is_agency(name):
            return end + gazetteer.is_short_region(f"{name}.")
        # The full stop after "Honduras." is not part of the name; that of "Jal." is.
        if name[-1] == "." and "." not in name[:-1] and gazetteer.is_region(name[:-1]):
            return end - 1
        if gazetteer.is_region(name) or (shouted and gazetteer.is_place(name)):
            return end
        if _is_region_by_position(text, at, start, end, gazetteer):
            return end
    return at


def _is_region_by_position(text: str, at: int, start: int, end: int, gazetteer: Gazetteer) -> bool:
    """Return whether a name that is on no list can only be a region: judging by what follows it."""
    name = text[start:end]
    bracket = BRACKET.match(text, end)
    if bracket and signs(bracket) and len(name.split()) <= 3:
        return True
    # "IRVINE, Calif, June 29 -", "OAK BROOK, ILL., March 20 -"
    behind = ", " if text.startswith(", ", end) else ""
    dated = bool(behind) and dates.date_at(text, end + 2) > end + 2
    short = any(gazetteer.is_short_region(form) for form in (f"{name}.", name.capitalize()))
    if short and (behind or DASH_AHEAD.match(text, end) or bracket):
        return True
    capitals = all(word[0].isupper() for word in name.split()) and text[:at].isupper()
    known = gazetteer.is_place(name) or dates.date_at(text, start) > start
    return dated and capitals and not known and len(name.split()) <= 3


def word_ends(text: str, at: int) -> list[int]:
    """Return where one to six words from `at` on end, the longest first."""
    ends: list[int] = []
    here = at
    for _ in range(6):
        word = WORD.match(text, here)
        if not word:
            break
        printed = word.group()
        ends.append(word.end())
        if printed.endswith("."):
            ends.append(word.end() - 1)
        # No name is longer, but a word may be.
        inside = INNER_END.finditer(printed, 0, LONGEST_NAME)
        ends.extend(here + inner.start() for inner in inside)
        here = word.end()
        if text[here : here + 1] == "," and re.match(r",\s?(?:D\.? ?C\.?)(?!\w)", text[here:]):
            here += 1
        if text[here : here + 1] != " ":
            break
        here += 1
    return sorted({end for end in ends if text[end - 1] not in "-–ـ'’&|+*"}, reverse=True)


def _place(text: str, at: int, now: Prefix, gazetteer: Gazetteer) -> int:
    """Read a known place, or an unknown one that looks like a place; return where it ends."""
    if at >= len(text) or is_small(text[at]) or not (text[at].isalpha() or text[at] in "'’"):
        return at
    if SIGNATURE.match(text, at):
        return at
    aboard = ABOARD.match(text, at)
    known = aboard.end() if aboard else _known_end(text, at, gazetteer)
    if known:
        # A full stop after a place ends it ("Köln. Der …"), unless the name has others ("D.C.").
        name = text[at:known]
        end = known - (name.endswith(".") and "." not in name.split()[-1][:-1])
        river = RIVER.match(text, end)
        end = river.end() if river else end
    else:
        ends = word_ends(text, at)
        end = next((end for end in ends if _looks_like_a_place(text, at, end)), 0)
        now.unknown = now.unknown or bool(end)
    if end:
        now.places.append(text[at:end])
    return end or at


def _known_end(text: str, at: int, gazetteer: Gazetteer) -> int:
    """Return where the longest known place that begins at `at` ends, or 0."""
    ends = word_ends(text, at)
    return next((end for end in ends if gazetteer.is_place(text[at:end]) and _stops(text, end)), 0)


def _stops(text: str, end: int) -> bool:
    """Return whether the name may end here: "CHAGRIN" does not in "CHAGRIN FALLS, Ohio"."""
    after = end + text.startswith(" ", end)
    return (
        not text[after : after + 1].isalpha()
        or agencies.agency_at(text, after) > after
        or dates.date_at(text, after) > after
        or text.startswith("في ", after)
        or (text[:end].isupper() and AND.match(text, end) is not None)
    )


def _looks_like_a_place(text: str, at: int, end: int) -> bool:
    """Return whether it is in capitals, or comes right before an agency in brackets or a date."""
    name = text[at:end]
    words = name.split()
    if len(words) > 5 or not all(word[0].isupper() or word[0].isdigit() for word in words):
        return False
    bracket = BRACKET.match(text, end)
    return (
        (name.isupper() and len(name) > 3)
        or (bracket is not None and signs(bracket))
        or (text.startswith(", ", end) and dates.date_at(text, end + 2) > end + 2)
    )
