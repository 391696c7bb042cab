"""Lines that point to another story: "Also Read | …" and the like in the main languages."""

import re

from articles.wire.parse import lists
from articles.wire.parse.copy_parts import Block

LABELS = lists.read("also_read")
# A common word opens prose too, so the line must be shorter and have no full stop.
COMMON = frozenset(lists.read("also_read_common"))

LINE = re.compile(
    r"(?P<label>[\[(*•▶►→➡>»\-–—\s]*"
    rf"(?P<words>{'|'.join(re.escape(label) for label in sorted(LABELS, key=len, reverse=True))})"
    r"(?P<mark>\s*\*{0,2}\s*(?:[|:：│/»>→]+|[-–—]+(?=\s))\s*|\s+(?=[^\W\d_])))"
    r"(?P<headline>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
#: Label and headline together; `_is_prose` has more to say of the headline.
LONGEST = 500
SENTENCE_ENDS = re.compile(r"[.!?।。！？؟](?:[\"'”’»)\]]*)(?:\s+|$)")


def also_read(line: str) -> Block | None:
    """Return the line as an also-read block; None if it is prose or has no headline."""
    found = LINE.fullmatch(line) if len(line) <= LONGEST else None
    if not found:
        return None
    headline, mark = found["headline"], found["mark"].strip(" *")
    if not any(c.isalnum() for c in headline) or _is_prose(found["words"], mark, headline):
        return None
    return Block("also-read", line, found["label"], headline)


def _is_prose(words: str, mark: str, headline: str) -> bool:
    sentences = len(SENTENCE_ENDS.findall(headline))
    count = len(headline.split())
    if not mark:
        # Without a separator, only a capital letter shows where the headline begins.
        return (
            " " not in words
            or words.casefold() in COMMON
            or not headline[0].isupper()
            or sentences > 0
            or count > 20
            or count < 3
        )
    if words.casefold() in COMMON and (count > 22 or (count > 12 and sentences)):
        return True
    return count > 35 or len(headline) > 300 or sentences > 2 or (sentences > 1 and count > 20)
