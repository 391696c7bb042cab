"""How agencies end a piece: with initials, a name or the word "end"; and what is for editors."""

import re

from articles.wire.parse import agencies, lists

# "abc/def/gh", "ydp/jlm", "NTX/JCG/LMC"
# "/rw", "dpa abc xx n1 def" and the time below it, "050624 Jul 24".
INITIALS = re.compile(
    r"[A-Za-z]{2,4}(?:\s?/\s?[A-Za-z]{2,4}){1,5}\s?/?|/[A-Za-z]{2,4}"
    r"|(?:dpa|afp|apa|epd|kna|sid)(?:[ /][a-z]\w{1,3}){1,8}|\d{6} [A-Z][a-z]{2} \d{2}"
)
ENDS = re.compile(
    r"\W*(?:ends?|the end|enditem|fin|fine|fim|ende|koniec|slut|einde|конец|кінець"
    r"|النهاية|끝|完|终|終|了)\W*"
    r"|-\s?30\s?-|#{2,}",
    re.IGNORECASE,
)
AROUND = " -–—=/()（）[]*_."
#: Headings below which everything is for editors.
BELOW = re.compile(rf"\W*(?:{'|'.join(lists.read('editors_only'))})\W*", re.IGNORECASE)
LONGEST = 80


def is_sign_off(line: str) -> bool:
    """Return whether the line, the last one, only says that the piece ends, or who sends it."""
    if len(line) > LONGEST:
        return False
    name = line.strip(AROUND)
    signed = agencies.is_agency(name) or agencies.is_agency(name.split("/")[0].strip())
    # A name alone may be the end of a list: an agency's has marks around it.
    marked = signed and (name != line or "/" in name)
    return bool(marked or INITIALS.fullmatch(line) or ENDS.fullmatch(line))


def is_editors_heading(line: str) -> bool:
    """Return whether all that follows the line is for editors."""
    return len(line) <= 2 * LONGEST and BELOW.fullmatch(line) is not None
