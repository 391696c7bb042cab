"""How agencies end a piece: with initials, a name or the word "end"; and what is for editors."""

import re

from articles.wire.parse import agencies, lists

# "abc/def/gh", "ydp/jlm", "NTX/JCG/LMC"
# "/rw", "dpa abc xx n1 def" and the time below it, "050624 Jul 24".
INITIALS = re.compile(
    r"[A-Za-z]{2,4}(?:\s?/\s?[A-Za-z]{2,4}){1,5}\s?/?|/[A-Za-z]{2,4}"
    r"|(?:dpa|afp|apa|epd|kna|sid)(?:[ /][a-z]\w{1,3}){1,12}|\d{6} [A-Z][a-z]{2} \d{2}"
)
ENDS = re.compile(
    r"\W*(?:ends?|the end|enditem|fin|fine|fim|ende|koniec|slut|einde|конец|кінець"
    r"|النهاية|انتهى|schluss|schluß|vége|τέλος|끝|完|终|終|了)\W*"
    r"|-\s?(?:30|0)\s?-|(?:#\s?){2,}",
    re.IGNORECASE,
)
AROUND = " -–—=/()（）[]*_."
#: Headings below which everything is for editors.
BELOW = re.compile(rf"\W*(?:{'|'.join(lists.read('editors_only'))})\W*", re.IGNORECASE)
BELOW_AT_END = re.compile(
    rf"\W*(?:{'|'.join(lists.read('editors_only_at_end'))})\W*", re.IGNORECASE
)
LONGEST, LONGEST_CREDIT = 80, 500
CREDITS = "|".join(lists.read("credits"))
# Who wrote and edited it, in brackets.
CREDIT = re.compile(rf"[(\[]+\s?(?:{CREDITS})\s*(?P<name>.*)[)\]]+\.?", re.IGNORECASE)
# What goes on behind its brackets, or behind a comma with a small word that names nobody else.
TOLD = re.compile(
    rf"[)\]](?![)\]\s.]*$|\W*(?:{CREDITS}))"
    rf"|,\s(?!{CREDITS}|(?:and|with|und|mit|et|avec|y|e|и)\s|\S+@)(?-i:[a-zß-öø-ÿа-яё])",
    re.IGNORECASE,
)
CLOSING = re.compile(rf"(?:{'|'.join(lists.read('closing_lines'))})", re.IGNORECASE)


def is_sign_off(line: str) -> bool:
    """Return whether the line, the last one, only says that the piece ends, or who sends it."""
    if len(line) > LONGEST_CREDIT:
        return False
    if _is_credit(line) or (len(line) <= 2 * LONGEST and CLOSING.fullmatch(line)):
        return True
    if len(line) > LONGEST:
        return False
    name = line.strip(AROUND)
    signed = agencies.is_agency(name) or agencies.is_agency(name.split("/")[0].strip())
    # A name alone may be the end of a list: an agency's has marks around it.
    marked = signed and (name != line or "/" in name)
    return bool(marked or INITIALS.fullmatch(line) or ENDS.fullmatch(line))


def _is_credit(line: str) -> bool:
    """Return whether the line names who wrote and edited the piece, and tells nothing else."""
    found = CREDIT.fullmatch(line)
    return found is not None and found["name"][:1].isupper() and not TOLD.search(found["name"])


def editors_part(lines: list[str]) -> int | None:
    """Return from which line on all is for editors; None if nothing is. The first line is not."""
    whole, above = sum(map(len, lines)), 0
    for at, line in enumerate(lines[1:], start=1):
        above += len(lines[at - 1])
        if len(line) > 2 * LONGEST:
            continue
        if BELOW.fullmatch(line):
            return at
        # Readers get an "Editor's note" too: what ends the piece is short.
        if BELOW_AT_END.fullmatch(line) and whole - above < above:
            return at
    return None
