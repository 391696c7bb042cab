"""News agencies and publishers that sign datelines."""

import re

from articles.wire import lists

NAMES = lists.read("agencies")
# Names that are ordinary words or initials: an agency only inside brackets or slashes.
BRACKETS_ONLY = frozenset(lists.read("agencies_in_brackets"))
KNOWN = frozenset(name.casefold() for name in NAMES)
SITE = r"[^\W_][\w-]{1,24}\.(?:com|[a-z]{2,4}\.[a-z]{2}|net|org|info|news|[a-z]{2})"
BARE = re.compile(
    rf"(?:{SITE}|"
    + "|".join(
        re.escape(name)
        for name in sorted(set(NAMES), key=len, reverse=True)
        if name.casefold() not in BRACKETS_ONLY
    )
    + r")(?!\w)(?![-'’]\w)",
    re.IGNORECASE,
)
JOINS = re.compile(
    r"\s*[/,&+]\s*|\s+[-–]\s+|-(?=[A-Z]{2,5}\b)|\s+and\s+|\s+et\s+|\s+e\s+|\s+und\s+"
)
CORRESPONDENT = re.compile(r"Корр\.\s|Cor\.\s")
# "ТАСС Иван Иванов": an agency in capitals and a name.
REPORTED = re.compile(r"(?:[A-ZА-ЯЁ]{3,8})(?:\s[A-ZА-ЯЁ][a-zа-яё]+){2,3}$")
QUOTES = "«»\"“”„‹›'‘’ "


def is_agency(name: str) -> bool:
    """Whether the name, or each part of "dpa/lsw", is a known agency or a site (KOMPAS.com)."""
    name = name.strip(QUOTES + ".©")
    if name.casefold() in KNOWN or re.fullmatch(SITE, name, re.IGNORECASE):
        return True
    parts = [part.strip(QUOTES) for part in JOINS.split(name)]
    return len(parts) > 1 and all(part.casefold() in KNOWN for part in parts)


def starts_with_agency(name: str) -> bool:
    """Whether the first part of a bracket names an agency, as in "AFP, Jane Doe"."""
    name = CORRESPONDENT.sub("", name.strip(QUOTES))
    return is_agency(JOINS.split(name)[0]) or bool(
        REPORTED.match(name) and is_agency(name.split()[0])
    )


def agency_at(text: str, start: int) -> int:
    """Where the agency that stands without brackets at `start` ends, or `start`."""
    quoted = start + 1 if text[start : start + 1] in '«"“' else start
    found = BARE.match(text, quoted)
    if not found:
        return start
    # Agencies sign with a capital; in small letters only "dpa", "epd", "taz" and sites do.
    word = found.group()
    if word.islower() and "." not in word and word not in NAMES:
        return start
    end = found.end()
    if quoted > start and text[end : end + 1] not in {"»", '"', "”"}:
        return start
    return end + 1 if quoted > start and text[end : end + 1] in '»"”' else end
