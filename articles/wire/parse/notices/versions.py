"""Labels by which agencies send a story again: newer, corrected, repeated or withdrawn."""

import re
import unicodedata
from typing import Literal, NamedTuple

from articles.text import N_
from articles.wire.parse import lists

LABEL = N_("the agency’s label of a newer version")
KILL_LABEL = N_("the agency’s label of a withdrawal")
URGENT_LABEL = N_("the agency’s label of an urgent story")
Kind = Literal["", "update", "kill"]
WHY = {"update": LABEL, "kill": KILL_LABEL, "urgent": URGENT_LABEL}


class Label(NamedTuple):
    """Words taken from a headline, and why they are left out."""

    text: str
    why: str


class Version(NamedTuple):
    """A headline without the labels before and behind it."""

    kind: Kind
    headline: str
    before: tuple[Label, ...] = ()
    after: tuple[Label, ...] = ()


def _either(name: str) -> str:
    """Return a pattern of the words, also without their accents, as telexes print them."""
    listed = lists.read(name)
    plain = (unicodedata.normalize("NFKD", word) for word in listed)
    bare = ("".join(c for c in word if not unicodedata.combining(c)) for word in plain)
    words = sorted({*listed, *(word for word in bare if word.isascii())}, key=len, reverse=True)
    return "|".join(re.escape(word) for word in words)


COUNT = r"(?:\d{1,2}(?:st|nd|rd|th|ST|ND|RD|TH|\.|ª|º|e|ème|-я|-й)?)"
MARK = r"(?:\s?[-–—]+\s?|\s?[:：]\s?)"
LD = r"(?:LD|Ld|LEAD|Lead)(?:\s?-?\s?(?:Writethru|WRITETHRU|\d{1,2}))?"
LEAD = rf"(?:(?:{COUNT}\s?)?{LD})"
WORDS, KILLS, URGENT = map(_either, ("version_labels", "kill_labels", "urgent_labels"))
COMMON = _either("kill_labels_common")
# Such as "UPDATE 1", "2nd UPDATE" and "CORRECTED-(OFFICIAL)".
UPDATE = rf"(?:(?:{COUNT}\s)?(?:{WORDS})(?:\s?-?\s?\d{{1,4}})?(?:-?\s?\([A-Z .]{{2,20}}\))?)"
# What the agency says of itself, in the brackets of most scripts; "neu: Zitat".
NOTED = _either("note_verbs")
SAID = (
    rf"(?:{LEAD}|{UPDATE}|(?:{NOTED})(?:\s[^()\[\]]{{1,60}})?|neu\s?:[^()\[\]]{{1,60}}"
    r"|aktl\.?|opis|krótka|wersja rozszerzona)"
)
OPEN, CLOSE = r"[(\[（【［〔＜<]\s?", r"\s?[)\]）】］〕＞>]"
ADDRESSED = "|".join(lists.read("calls_to_editors"))
CALL = (
    rf"(?:(?i:{ADDRESSED})\s?[-–—:：!,.]*\s?"
    r"|(?:ATTENTION|URGENT|BULLETIN|ACHTUNG|Achtung|ADVISORY|NOTICE|AVIS|AVISO|ВНИМАНИЕ|ATENCIÓN"
    r"|ATENÇÃO|ATTENZIONE|УВАГА|UWAGA)\s?(?:[-–—:：!,]+\s?)?|BC-)?"
)
#: What stands before a headline, and what behind it.
BEFORE = (
    re.compile(
        rf"(?:{UPDATE}|{COUNT}\s?{LD}|{LD}\s?\d{{1,2}}|LD|LEAD(?=\s?[:：]))(?:{MARK}|\s?/\s?)(?=\S)"
    ),
    # With a number no mark is needed: "1ST LEAD Town plans tax".
    re.compile(r"\d{1,2}(?:ST|ND|RD|TH|st|nd|rd|th)\s(?:LD|LEAD|Ld)\s(?=\S)"),
    re.compile(rf"(?:{WORDS})\s\d{{1,2}}{MARK}(?=\S)", re.IGNORECASE),
    re.compile(rf"{OPEN}(?:{SAID}){CLOSE}\s?[:：–—-]?\s*(?=\S)", re.IGNORECASE),
)
BEFORE_ANY_CASE = re.compile(rf"{UPDATE}{MARK}(?=\S)", re.IGNORECASE)
BEHIND = re.compile(
    rf"(?<=\S)(?:\s*{OPEN}(?:{SAID}){CLOSE}"
    # In small letters, most words may as well end a headline: "Bear market - correction".
    rf"|\s[-–—]+\s(?:(?-i:{LEAD})|{COUNT}\s?update|(?:(?-i:{WORDS})|update|уточнение)(?:\s\d)?))"
    r"\s*$",
    re.IGNORECASE,
)
KILL_BEFORE = (
    re.compile(rf"{CALL}(?:{KILLS})(?:\s?[!.])?{MARK}(?=\S)"),
    re.compile(rf"{OPEN}(?:{KILLS}){CLOSE}\s?[:：–—-]?\s*(?=\S)"),
    # Behind a call, capitals are enough: "EDITORS: KILL Town plans tax".
    re.compile(rf"(?i:{ADDRESSED})\s?[-–—:：!,.]+\s(?:{KILLS})\s(?=\S)"),
)
KILL_BEFORE_ANY_CASE = re.compile(
    rf"(?:{CALL}(?:{KILLS}|{COMMON}){MARK}|{OPEN}(?:{KILLS}|{COMMON}){CLOSE}\s?)(?=\S)",
    re.IGNORECASE,
)
# Only in capitals: "Osaka (retirada)" is of sport.
KILL_BEHIND = re.compile(rf"(?<=\S)(?:\s*{OPEN}(?:{KILLS}){CLOSE}|\s[-–—]+\s(?:{KILLS}))\s*$")
KILL_BEHIND_ANY_CASE = re.compile(rf"(?<=\S)\s*{OPEN}(?:{KILLS}){CLOSE}\s*$", re.IGNORECASE)
URGENT_BEFORE = (
    # "BC-APFN--": to whom the agency sends it.
    re.compile(
        rf"(?:(?:{URGENT})(?:\s\d{{1,2}})?{MARK}|(?:BC|AM|PM)-(?:[A-Z]{{1,6}}-)?-\s?)(?=\S)"
    ),
    re.compile(rf"{OPEN}(?:{URGENT}){CLOSE}\s?[:：–—-]?\s*(?=\S)"),
)
URGENT_BEHIND = re.compile(rf"(?<=\S)\s*{OPEN}(?:{URGENT}){CLOSE}\s*$")
OWN_LINE = re.compile(rf"[(\[]?\s?(?:{UPDATE}|{LEAD})\s?[)\]]?[:：]?")
KILL_LINE = re.compile(rf"[(\[*+]*\s?{CALL}(?:{KILLS})\s?[)\]*+]*[:：!.]?")
KILL_SENTENCE = re.compile(
    rf"[(\[*]*(?:{CALL})(?:{'|'.join(lists.read('kill_sentences'))})[.!)\]*]*", re.IGNORECASE
)
LONGEST_LINE, LONGEST_LABEL = 160, 60
URGENT_LINE = re.compile(rf"[(\[*+=]*\s?(?:{URGENT})\s?[)\]*+=]*[:：!]?")
#: "+++ Town plans tax +++", "=++ … ++=": how agencies frame what is urgent.
FRAMED = re.compile(r"(?P<before>=?\+{2,3}=?)\s(?P<headline>\S.{0,240}?)\s(?P<after>=?\+{2,3}=?)")
MOST = 5
_Patterns = tuple[re.Pattern[str], ...]
#: What stands before a headline, there with `any_case` only, behind it, and there with `any_case`.
_LABELS: tuple[tuple[str, _Patterns, _Patterns, _Patterns, _Patterns], ...] = (
    ("kill", KILL_BEFORE, (KILL_BEFORE_ANY_CASE,), (KILL_BEHIND,), (KILL_BEHIND_ANY_CASE,)),
    ("update", BEFORE, (BEFORE_ANY_CASE,), (BEHIND,), ()),
    ("urgent", URGENT_BEFORE, (), (URGENT_BEHIND,), ()),
)


def split(headline: str, *, any_case: bool = False) -> Version:
    """Return the headline without its labels.

    With `any_case`, words count that may as well belong to the headline ("Update: …"), so the rest
    must be the headline of a story.
    """
    kinds: set[str] = set()
    before: list[Label] = []
    after: list[Label] = []
    if framed := FRAMED.fullmatch(headline):
        before.append(Label(framed["before"], URGENT_LABEL))
        after.append(Label(framed["after"], URGENT_LABEL))
        headline = framed["headline"]
    for _ in range(MOST):
        found = _first(headline, any_case)
        if not found:
            break
        here, match = found
        kinds.add(here)
        label = Label(match.group().strip(), WHY[here])
        if match.start():
            after.insert(0, label)
            headline = headline[: match.start()].rstrip()
        else:
            before.append(label)
            headline = headline[match.end() :]
    kind: Kind = "kill" if "kill" in kinds else "update" if "update" in kinds else ""
    return Version(kind, headline, tuple(before), tuple(after))


def _first(headline: str, any_case: bool) -> tuple[str, re.Match[str]] | None:
    """Return the first label that the headline has, and what it says."""
    for kind, before, loose_before, behind, loose_behind in _LABELS:
        for pattern in (*before, *(loose_before if any_case else ())):
            match = pattern.match(headline)
            if match and _is_label(match.group(), headline[match.end() :]):
                return kind, match
        for pattern in (*behind, *(loose_behind if any_case else ())):
            if match := pattern.search(headline, max(0, len(headline) - LONGEST_LINE)):
                return kind, match
    return None


def _is_label(label: str, rest: str) -> bool:
    """Return whether it is no compound, such as "KILL-SWITCH LAW PASSES"."""
    compound = label[-1] in "-–—" and not any(c.isdigit() or c in "() " for c in label)
    return not (compound and "--" not in label and rest.isupper())


def line_kind(line: str) -> Kind:
    """Return what a line says of a version that is nothing but such a label."""
    found = line_label(line)
    return "kill" if found == KILL_LABEL else "update" if found == LABEL else ""


def line_label(line: str) -> str:
    """Return why a line is left out that is nothing but a label; "" if it is something else."""
    if len(line) > LONGEST_LINE:
        return ""
    if KILL_SENTENCE.fullmatch(line):
        return KILL_LABEL
    if len(line) > LONGEST_LABEL:
        return ""
    for why, pattern in ((KILL_LABEL, KILL_LINE), (LABEL, OWN_LINE), (URGENT_LABEL, URGENT_LINE)):
        if pattern.fullmatch(line):
            return why
    return ""
