"""Labels by which agencies send a story again: newer, corrected, repeated or withdrawn."""

import re
from typing import Literal, NamedTuple

from articles.text import N_
from articles.wire.parse import lists

LABEL = N_("the agency’s label of a newer version")
KILL_LABEL = N_("the agency’s label of a withdrawal")
Kind = Literal["", "update", "kill"]


class Version(NamedTuple):
    """A headline without its labels; `labels` are the words taken from its start and its end."""

    kind: Kind
    headline: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


def _numbered(words: str) -> str:
    """Return the pattern of "UPDATE 1", "2nd UPDATE", "CORRECTED-(OFFICIAL)" and the like."""
    return rf"(?:(?:{COUNT}\s)?(?:{words})(?:\s?-?\s?\d{{1,2}})?(?:-?\s?\([A-Z .]{{2,20}}\))?)"


COUNT = r"(?:\d{1,2}(?:st|nd|rd|th|ST|ND|RD|TH|\.|ª|º|e|ème|-я|-й)?)"
MARK = r"(?:\s?[-–—]+\s?|\s?[:：]\s?)"
LD = r"(?:LD|Ld|LEAD|Lead)(?:\s?-?\s?(?:Writethru|WRITETHRU|\d{1,2}))?"
LEAD = rf"(?:(?:{COUNT}\s?)?{LD})"
WORDS = "|".join(re.escape(word) for word in lists.read("version_labels"))
UPDATE = _numbered(WORDS)
KILLS = "|".join(re.escape(word) for word in lists.read("kill_labels"))
IN_BRACKETS = rf"[(\[]\s?(?:{LEAD}|{UPDATE})\s?[)\]]"
CALL = r"(?:(?:ATTENTION|URGENT|BULLETIN|ACHTUNG|ADVISORY)\s?[-–—:!]+\s?|BC-)?"
#: What comes before a headline, and what after it; where case decides nothing, it may as well
#: belong to the headline.
BEFORE = (
    re.compile(rf"(?:{UPDATE}|{COUNT}\s?{LD}|{LD}\s?\d{{1,2}}|LD)(?:{MARK}|\s?/\s?)(?=\S)"),
    re.compile(rf"(?:{WORDS})\s\d{{1,2}}{MARK}(?=\S)", re.IGNORECASE),
    re.compile(rf"{IN_BRACKETS}\s?[:：–—-]?\s*(?=\S)", re.IGNORECASE),
)
BEFORE_ANY_CASE = re.compile(rf"{UPDATE}{MARK}(?=\S)", re.IGNORECASE)
BEHIND = re.compile(
    rf"(?<=\S)(?:\s*{IN_BRACKETS}|\s[-–—]+\s(?:{LEAD}|{COUNT}\s(?:Update|UPDATE)"
    r"|(?:Update|UPDATE|CORRECTED|CORRECTION)(?:\s\d)?))\s*$"
)
KILL_BEFORE = (
    re.compile(rf"{CALL}(?:{KILLS}){MARK}(?=\S)"),
    re.compile(rf"[(\[]\s?(?:{KILLS})\s?[)\]]\s?[:：–—-]?\s*(?=\S)"),
)
KILL_BEFORE_ANY_CASE = re.compile(rf"(?:{KILLS}){MARK}(?=\S)", re.IGNORECASE)
KILL_BEHIND = re.compile(rf"(?<=\S)(?:\s*[(\[]\s?(?:{KILLS})\s?[)\]]|\s[-–—]+\s(?:{KILLS}))\s*$")
OWN_LINE = re.compile(rf"[(\[]?\s?(?:{UPDATE}|{LEAD})\s?[)\]]?[:：]?")
KILL_LINE = re.compile(rf"[(\[*]*\s?(?:{KILLS})\s?[)\]*]*[:：!]?")
MOST = 5


def split(headline: str, *, any_case: bool = False) -> Version:
    """Return the headline without its labels.

    With `any_case`, words count that may as well belong to the headline ("Update: …"), so the rest
    must be the headline of a story.
    """
    kind: Kind = ""
    before: list[str] = []
    after: list[str] = []
    for _ in range(MOST):
        found = _first(headline, any_case)
        if not found:
            break
        here, match = found
        kind = "kill" if "kill" in {here, kind} else "update"
        if match.start():
            after.insert(0, match.group().strip())
            headline = headline[: match.start()].rstrip()
        else:
            before.append(match.group().strip())
            headline = headline[match.end() :]
    return Version(kind, headline, tuple(before), tuple(after))


def _first(headline: str, any_case: bool) -> tuple[Kind, re.Match[str]] | None:
    """Return the first label that the headline has, and what it says."""
    kills = (*KILL_BEFORE, *([KILL_BEFORE_ANY_CASE] if any_case else []))
    updates = (*BEFORE, *([BEFORE_ANY_CASE] if any_case else []))
    labels: tuple[tuple[Kind, tuple[re.Pattern[str], ...], re.Pattern[str]], ...] = (
        ("kill", kills, KILL_BEHIND),
        ("update", updates, BEHIND),
    )
    for kind, patterns, behind in labels:
        for pattern in patterns:
            match = pattern.match(headline)
            if match and _is_label(match.group(), headline[match.end() :]):
                return kind, match
        if match := behind.search(headline):
            return kind, match
    return None


def _is_label(label: str, rest: str) -> bool:
    """Return whether it is no compound, such as "KILL-SWITCH LAW PASSES"."""
    compound = label[-1] in "-–—" and not any(c.isdigit() or c in "() " for c in label)
    return not (compound and rest.isupper())


def line_kind(line: str) -> Kind:
    """Return what a line says that is nothing but such a label."""
    if len(line) > 60:
        return ""
    if KILL_LINE.fullmatch(line):
        return "kill"
    return "update" if OWN_LINE.fullmatch(line) else ""
