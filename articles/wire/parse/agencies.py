"""News agencies and publishers that sign datelines."""

import re

from articles.wire.parse import lists

NAMES = lists.read("agencies")
# Names that are also ordinary words or initials: agencies only in brackets or between slashes.
BRACKETS_ONLY = frozenset(lists.read("agencies_in_brackets"))
INNER_QUOTES = re.compile(r"[«»\"“”„]")
KNOWN = frozenset(
    INNER_QUOTES.sub("", name).casefold()
    for name in (*NAMES, *lists.read("agencies_chinese"), *lists.read("agencies_japanese"))
)
SITE = r"[^\W_][\w-]{1,24}\.(?:com|[a-z]{2,4}\.[a-z]{2}|net|org|info|news|[a-z]{2})"
# "Agencia IP", "Agence Ecofin"
AGENCY = r"(?:Agencia|Agência|Agence|Agenzia|Agentur)\s[A-Z][\w-]{1,20}"
BARE = re.compile(
    rf"(?:{SITE}|{AGENCY}(?=\s?[.,)–—-])|"
    + "|".join(
        re.escape(name)
        for name in sorted(set(NAMES), key=len, reverse=True)
        if name.casefold() not in BRACKETS_ONLY
    )
    + r")(?!\w)(?![-'’]\w)",
    re.IGNORECASE,
)
# Initials that need no brackets before a dash or the like: "Damascus, SANA- ", "AGI - ".
ALONE = re.compile(
    "(?:"
    + "|".join(
        re.escape(name)
        for name in sorted(set(NAMES), key=len, reverse=True)
        if name.casefold() in BRACKETS_ONLY and name.upper() == name and len(name) > 1
    )
    + r")(?=\s?(?:[-–—ـ]+(?:\s|$)|[:/]\s|$))"
)
JOINS = re.compile(
    r"\s*[/,&+]\s*|\s+[-–]\s+|-(?=[A-Z]{2,5}\b)|\s+and\s+|\s+et\s+|\s+e\s+|\s+und\s+"
)
# American stations, but not the organisations and companies that stories are about.
STATION = re.compile(r"(?!WHO|WTO|WWF|WFP|WEF|WADA|WBA|WBC|KGB|KPMG|KKR)[WK][A-Z]{2,3}(?:-TV)?")
CORRESPONDENT = re.compile(r"Корр\.\s|Cor\.\s")
PERSON = r"[^\W\d_a-z][\w.'’-]*(?:\s[^\W\d_a-z][\w.'’-]*){1,3}"
# "ТАСС Иван Иванов", "AFP, Jane Doe", "Иван Иванов, БТА": an agency and its reporter.
REPORTED = re.compile(
    rf"(?P<capitals>[A-ZА-ЯЁ]{{3,8}})\s{PERSON}|(?P<first>[^,]+),\s{PERSON}|{PERSON}(?:,\s|\s-\s)(?P<last>[^,]+)"
)
QUOTES = "«»\"“”„‹›'‘’ "
SITE_OR_AGENCY = re.compile(rf"{SITE}|{AGENCY}", re.IGNORECASE)


def is_agency(name: str) -> bool:
    """Return whether a name, or each part of "dpa/lsw", is a known agency or site (KOMPAS.com)."""
    name = name.strip(QUOTES + ".©")
    if STATION.fullmatch(name):
        return True
    if INNER_QUOTES.sub("", name).casefold() in KNOWN or SITE_OR_AGENCY.fullmatch(name):
        return True
    # "dpa/lsw", "ats afp"
    return any(
        len(parts) > 1 and all(part.strip(QUOTES).casefold() in KNOWN for part in parts)
        for parts in (JOINS.split(name), name.split())
    )


def name_of(words: str) -> str:
    """Return the agency that brackets name, without its reporter; "" if they name none."""
    words = CORRESPONDENT.sub("", words.strip(QUOTES))
    if found := REPORTED.fullmatch(words):
        name = found["capitals"] or found["first"] or found["last"]
        if is_agency(name):
            return name.strip()
    return words if is_agency(words) or is_agency(JOINS.split(words)[0]) else ""


def agency_at(text: str, start: int, *, alone: bool = False) -> int:
    """Return where the agency that begins at `start`, without brackets, ends; `start` if none does.

    `alone` says that it opens the text or follows a separator: there initials are enough.
    """
    if alone and (initials := ALONE.match(text, start)):
        return initials.end()
    quoted = start + 1 if text[start : start + 1] in '«"“' else start
    found = BARE.match(text, quoted)
    if not found:
        return start
    # Agencies sign with a capital letter; only "dpa", "epd", "taz" and sites use lower case.
    word = found.group()
    if word.islower() and "." not in word and word not in NAMES:
        return start
    end = found.end()
    if quoted > start and text[end : end + 1] not in {"»", '"', "”"}:
        return start
    return end + 1 if quoted > start and text[end : end + 1] in '»"”' else end
