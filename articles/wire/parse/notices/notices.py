"""Lines that agencies and senders write for editors, not for readers: left out, each by name."""

import re

from articles.text import N_
from articles.wire.parse import lists
from articles.wire.parse.notices import embargo

EMBARGO = N_("an embargo")
NOTE = N_("a note of the agency for editors")
TRANSPORT = N_("a line of the agency’s transmission")
LONGEST = 400
AROUND = " *!=-–—_#>+~|"
VERBS = "|".join(re.escape(verb) for verb in lists.read("note_verbs"))
# "(Corrects day in para 3)", "(Adds quote, background)": nothing but brackets.
BRACKETED = re.compile(
    rf"[(（\[][\s*]*(?:(?!adds up\b)(?:{VERBS})|neu\s?:)"
    r"(?:(?!\w)[^()（）]*(?:\([^()]*\)[^()（）]*)*)?[)）\]][.\s]*",
    re.IGNORECASE,
)
EASTERN = re.compile(
    r"[（(【](?:更正|订正|訂正|更新|补充|補充|内容を追加|見出し|정정|수정)[^（）()【】]{0,200}[)）】]"
    r"|.{0,4}[（(].{0,100}(?:を追加しました|を訂正します|を更新しました)[。]?[)）]"
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
    r"|[\^<>=]+"
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
    if BRACKETED.fullmatch(words) or EASTERN.fullmatch(words) or ADDRESSED.match(words):
        return NOTE
    return ""


def is_transport(words: str) -> bool:
    """Return whether the line is the header or the end of an agency's transmission."""
    if len(words) > 100 or not words.isascii():
        return False
    return any(pattern.fullmatch(words) for pattern in (IPTC, ANPA, TELEX))
