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
# Who wrote and edited it, in brackets.
CREDIT = re.compile(rf"[(\[]+\s?(?:{'|'.join(lists.read('credits'))}).*[)\]]+\.?", re.IGNORECASE)
CLOSING = re.compile(rf"(?:{'|'.join(lists.read('closing_lines'))})", re.IGNORECASE)


def is_sign_off(line: str) -> bool:
    """Return whether the line, the last one, only says that the piece ends, or who sends it."""
    if len(line) > LONGEST_CREDIT:
        return False
    if CREDIT.fullmatch(line) or (len(line) <= 2 * LONGEST and CLOSING.fullmatch(line)):
        return True
    if len(line) > LONGEST:
        return False
    name = line.strip(AROUND)
    signed = agencies.is_agency(name) or agencies.is_agency(name.split("/")[0].strip())
    # A name alone may be the end of a list: an agency's has marks around it.
    marked = signed and (name != line or "/" in name)
    return bool(marked or INITIALS.fullmatch(line) or ENDS.fullmatch(line))


def editors_part(lines: list[str]) -> int | None:
    """Return from which line on all is for editors; None if nothing is. The first line is not."""
    for at, line in enumerate(lines[1:], start=1):
        if len(line) > 2 * LONGEST:
            continue
        if BELOW.fullmatch(line):
            return at
        # Readers get an "Editor's note" too: what ends the piece is short.
        if BELOW_AT_END.fullmatch(line) and sum(map(len, lines[at:])) < sum(map(len, lines[:at])):
            return at
    return None
