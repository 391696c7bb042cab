"""What of HTML is no part of the text: deleted, hidden, a comment, or furniture of a page.

The editor in the browser leaves out the same where text is pasted: `static/js/editor/paste.js`.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from articles.body.style import declarations

#: What holds no words of the text, or shows them to other programs only.
_DROPPED = (
    "audio button canvas embed head iframe math nav noembed noframes noscript object option rp"
    " script select style svg template textarea title video"
)
#: What its writer has deleted: struck out by hand, or tracked.
_DELETED = "del s strike"
_DELETED_CLASSES = "msodel trackchangetextdeletion"
_COMMENT_CLASSES = "msocomanchor msocomtxt msocomoff msocommentreference"
_HIDDEN_CLASSES = (
    "sr-only visually-hidden visuallyhidden screen-reader-text screen-reader-only"
    " screenreader-only element-invisible a11y-hidden assistive-text u-visually-hidden"
)
_ROLES = "alertdialog button dialog menu menubar navigation search toolbar tooltip"
_STRUCK = r".*line-through"
#: Patterns of the values of CSS properties, from their beginning.
_DELETED_STYLES = {
    "text-decoration": _STRUCK,
    "text-decoration-line": _STRUCK,
    "-webkit-text-decoration": _STRUCK,
    "-webkit-text-decoration-line": _STRUCK,
}
_COMMENT_STYLES = {"mso-element": r"comment(?:-list)?\b"}
_HIDDEN_STYLES = {
    "display": r"none\b",
    "visibility": r"(?:hidden|collapse)\b",
    "mso-hide": r"all\b",
    "clip": r"rect\((?:\s*[01](?:px)?\s*,?\s*){4}\)",
    "clip-path": r"inset\((?:50|100)%",
}
#: For the editor: what is left out, by its kind.
LEFT_OUT: dict[str, Any] = {
    "deleted": {
        "tags": _DELETED.split(),
        "classes": _DELETED_CLASSES.split(),
        "roles": [],
        "styles": _DELETED_STYLES,
    },
    "comments": {
        "tags": [],
        "classes": _COMMENT_CLASSES.split(),
        "roles": [],
        "styles": _COMMENT_STYLES,
    },
    "hidden": {
        "tags": _DROPPED.split(),
        "classes": _HIDDEN_CLASSES.split(),
        "roles": _ROLES.split(),
        "styles": _HIDDEN_STYLES,
    },
}
_TAGS = frozenset(f"{_DROPPED} {_DELETED}".split())
_CLASSES = frozenset(f"{_DELETED_CLASSES} {_COMMENT_CLASSES} {_HIDDEN_CLASSES}".split())
_WITH_ROLES = frozenset(_ROLES.split())
_STYLES = {
    name: re.compile(pattern)
    for name, pattern in (_DELETED_STYLES | _COMMENT_STYLES | _HIDDEN_STYLES).items()
}
_SYMBOLS = frozenset(("So", "Sk", "Mn", "Me", "Cf"))


def is_left_out(tag: str, attributes: Mapping[str, str]) -> bool:
    """Return whether an element with all that is in it is no part of the text."""
    if tag in _TAGS:
        return True
    if not attributes:
        return False
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden", "").lower() == "true"
        or attributes.get("role", "").lower() in _WITH_ROLES
        or ("class" in attributes and not _CLASSES.isdisjoint(_classes(attributes["class"])))
        or ("style" in attributes and _is_unseen(attributes["style"]))
        or attributes.get("href", "").startswith("#cmnt")
    )


def symbol_of(attributes: Mapping[str, str]) -> str:
    """Return the symbol that a picture stands for, such as 🎉; "" if it is a picture."""
    alt = attributes.get("alt", "")
    return alt if len(alt) <= 20 and {unicodedata.category(s) for s in alt} <= _SYMBOLS else ""


def _classes(value: str) -> list[str]:
    return value.lower().split()


# A document has many elements of few styles.
@lru_cache(maxsize=256)
def _known(style: str) -> bool:
    return any(
        pattern.match(value)
        for name, value in declarations(style).items()
        if (pattern := _STYLES.get(name))
    )


def _is_unseen(style: str) -> bool:
    # Long styles are not kept.
    return _known(style) if len(style) < 1_000 else _known.__wrapped__(style)
