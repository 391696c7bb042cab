"""Lines that agencies and senders write for editors, not for readers: left out, each by name."""

import re
from collections.abc import Sequence

from articles.text import N_
from articles.wire.parse import lists
from articles.wire.parse.marks import ENDS, HANGS
from articles.wire.parse.notices import embargo, versions

EMBARGO = N_("an embargo")
NOTE = N_("a note of the agency for editors")
TRANSPORT = N_("a line of the agency’s transmission")
LONGEST, LONGEST_NOTE = 400, 200
#: Lines over which a note may be wrapped, and words of one about pictures.
MOST_LINES, MOST_WORDS = 6, 8
AROUND = " *!=-–—_#>+~|"
VERBS, PICTURES = (
    "|".join(map(re.escape, lists.read(name))) for name in ("note_verbs", "note_pictures")
)
# "(Corrects day in para 3)", "(Adds quote, background)": nothing but brackets.
BRACKETED = re.compile(
    rf"[(（\[][\s*]*(?:(?!adds up\b)(?:{VERBS})|neu\s?:)"
    r"(?:(?!\w)[^()（）]*(?:\([^()]*\)[^()（）]*)*)?[)）\]][.\s]*",
    re.IGNORECASE,
)
# "(With photos)": longer, or with a full stop, it tells readers what pictures show.
PICTURED = re.compile(
    rf"[(（\[][\s*]*(?:{PICTURES})(?:\.|(?!\w)[^()（）.!?…。]*)[)）\]][.\s]*", re.IGNORECASE
)
FRAMED = re.compile(r"(?P<mark>[-–—*/=+]{1,3})\s?\w.*\w\s?(?P=mark)")
#: Words between brackets alone on a line, without the end of a sentence.
ASIDE = re.compile(r"[(\[（][^()\[\]（）]{2,150}(?<![.!?。…])[)\]）]")
EASTERN = re.compile(
    r"[（(【](?:更正|订正|訂正|更新|补充|補充|内容を追加|見出し|정정|수정)[^（）()【】]{0,200}[)）】]"
    r"|.{0,4}[（(].{0,100}(?:を追加しました|を訂正します|を更新しました)[。]?[)）]"
)
# Whole lines, such as "With AP Photos" and "(more)".
IN_FULL = re.compile(
    rf"[(\[]{{0,2}}\s?(?:{'|'.join(lists.read('notes_in_full'))})\s?[)\].]{{0,3}}", re.IGNORECASE
)
ADDRESSED = re.compile(rf"[(\[]?\s*(?:{'|'.join(lists.read('notes_to_editors'))})", re.IGNORECASE)
# IPTC 7901 ("bdt0123 4 pl 345 dpa 0456"), ANPA 1312 ("a0123 r i bc-fuel-tax 03-20 0123"), and
# what opens and closes a telex.
IPTC = re.compile(
    r"(?:ZCZC\s*)?[A-Za-z]{1,5}\d{3,5}\s+(?:[1-9]\s+[A-Za-z]{1,4}|[A-Za-z]{1,4}\s+[1-9])\s+\d{1,5}(?:\s+\S.{0,60})?"
)
ANPA = re.compile(
    r"[\^]?\s?[a-z]{1,2}\d{3,5}\s?[-\s]*[a-z](?:\s?[a-z])?\s(?:\S+\s){1,4}\d{1,2}-\d{1,2}\s+\d{3,5}(?:\s.{0,40})?"
    r"|[a-z]\s[a-z]\s(?:BC|AM|PM|AP)-.{1,40}\s\d{1,2}-\d{1,2}\s+\d{3,5}"
    r"|\^?(?:BC|AM|PM)-(?:AP-)?[^,]{1,40}(?:,[^,]{1,30})?\s?,\s?(?:0\d{3}|\d{3})"
    r"|AP-[A-Z][^,]{1,40},\s?(?:0\d{3}|\d{3})"
    r"|\^.{0,60}"
    r"|[\^<>=]+"
)
# "FUEL-TAX/COUNCIL (UPDATE 1, PIX)": how Reuters files a story.
FILED = re.compile(
    r"[A-Z\d]+(?:-[A-Z\d]+)*/[A-Z\d/-]*(?:\s\([A-Z][A-Z\d ,]{1,40}\)){1,3}"
    r"|[A-Z]{2,}(?:-[A-Z\d]{2,})+/[A-Z\d-]*"
)
TELEX = re.compile(
    r"ZCZC(?:\s?\S{1,12}){0,3}|N{4}|\d{6}\s?(?:GMT\s)?[A-Z]{3}\s\d{2,4}|[A-Z]{2,5}\s\d{6}\sGMT\s[A-Z]{3}\s\d{2,4}"
)
CONTROLS = re.compile(r"[\x00-\x1f\x7f]+")


def reason(line: str) -> str:
    """Return why the line is not for readers; "" if it may be."""
    if len(line) > LONGEST:
        return ""
    words = CONTROLS.sub(" ", line).strip()
    if is_transport(words):
        return TRANSPORT
    if embargo.is_embargo(words):
        return EMBARGO
    words = words.strip(AROUND)
    # Reuters writes to its clients in double brackets.
    if words.startswith("((") and words.endswith("))"):
        return NOTE
    # "- adds quote -" stands for "(Adds quote)".
    framed = f"({words})" if FRAMED.fullmatch(line) else words
    pictured = len(words.split()) <= MOST_WORDS and PICTURED.fullmatch(framed)
    if pictured or BRACKETED.fullmatch(framed) or EASTERN.fullmatch(words) or _is_in_full(line):
        return NOTE
    # "Attention editors: KILL: Town plans tax" names the story that it withdraws.
    names = versions.split(words, any_case=True).kind == "kill"
    return NOTE if ADDRESSED.match(words) and not names else ""


def joined(lines: Sequence[str]) -> int:
    """Return how many of the lines make up the notice that begins with the first; 0 if none."""
    if count := embargo.joined(lines):
        return count
    text = lines[0] if lines else ""
    found = int(reason(text) == NOTE)
    if not (found or text.startswith(("(", "[", "（"))) or len(text) > LONGEST:
        return 0
    for count, line in enumerate(lines[1:MOST_LINES], start=2):
        if not _goes_on(text, line):
            break
        text = f"{text} {line}"
        found = count if reason(text) == NOTE else found
    return found


def _goes_on(text: str, line: str) -> bool:
    """Return whether a note goes on with this line: in its brackets, or in its sentence."""
    if text[0] in "([（" and not text.endswith((")", "]", "）")):
        return True
    hangs = HANGS.search(text.casefold()) is not None
    return not ENDS.search(text) and (line[0].islower() or hangs)


def _is_in_full(line: str) -> bool:
    return len(line) <= LONGEST_NOTE and IN_FULL.fullmatch(line) is not None


def is_aside(line: str) -> bool:
    """Return whether the line is nothing but words in brackets, which tell no sentence."""
    return ASIDE.fullmatch(line) is not None


def is_transport(words: str) -> bool:
    """Return whether the line is the header or the end of an agency's transmission."""
    if len(words) > 100 or not words.isascii():
        return False
    return any(pattern.fullmatch(words) for pattern in (IPTC, ANPA, TELEX, FILED))
