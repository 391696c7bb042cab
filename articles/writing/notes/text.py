"""What a note says: plain text of a bounded length."""

from django.utils.translation import gettext, ngettext

from articles.core import NewsroomError
from articles.text import has_words, without_invisible

#: Characters of a note.
LONGEST_NOTE = 2000


def note_text(text: str) -> str:
    """Return the text as it is stored: lines without what cannot be seen, none empty at the ends.

    Raise `NewsroomError` if it says nothing, or too much.
    """
    lines = (" ".join(_printable(line).split()) for line in without_invisible(text).splitlines())
    clean = "\n".join(lines).strip()
    if not has_words(clean):
        raise NewsroomError(gettext("Write what you want to say, then add the note."))
    if len(clean) > LONGEST_NOTE:
        raise NewsroomError(
            ngettext(
                "A note has at most %(most)s character, and this one has %(number)s.",
                "A note has at most %(most)s characters, and this one has %(number)s.",
                LONGEST_NOTE,
            )
            % {"most": LONGEST_NOTE, "number": len(clean)}
        )
    return clean


def is_control(sign: str) -> bool:
    """Return whether the character controls machines, and says nothing to people."""
    return sign < " " or "\x7f" <= sign <= "\x9f"


def _printable(line: str) -> str:
    return "".join(sign for sign in line if sign == "\t" or not is_control(sign))
