"""What the styles of pasted HTML mean: Google Docs writes bold this way, and Word its lists."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from articles.body.inline import safe_href

_BOLD = re.compile(r"bold|bolder|[6-9]00")
_MARKER = re.compile(r"\(?\w{1,3}[.)]")
_INLINE = frozenset("a b em font i ins small span strong sub sup u".split())
_RAISED = {"super": "sup", "sub": "sub", "baseline": ""}
# What its writer has deleted: struck out by hand, or tracked by Word.
_DELETED = frozenset({"del", "s", "strike"})
# Comments of Word: their marks in the text, and their list below it.
_COMMENT_CLASSES = frozenset("msocomanchor msocomtxt msocomoff msocommentreference msodel".split())
_COMMENT_ELEMENTS = frozenset({"comment", "comment-list"})
_HIDDEN = {"display": "none", "visibility": "hidden", "mso-hide": "all"}


class Marks(NamedTuple):
    """The marks that apply to the text of an element."""

    strong: bool = False
    em: bool = False
    href: str = ""
    #: "sup" or "sub" if it is above or below the line.
    raised: str = ""


def declarations(style: str) -> dict[str, str]:
    """Return the properties of a style attribute, in lower case."""
    pairs = (part.partition(":") for part in style.lower().split(";"))
    return {name.strip(): value.strip() for name, _, value in pairs if value}


def is_deleted(tag: str, attributes: Mapping[str, str]) -> bool:
    """Return whether an element is not part of the text: deleted, hidden, or a comment on it."""
    if tag in _DELETED:
        return True
    if _COMMENT_CLASSES & set(attributes.get("class", "").lower().split()):
        return True
    if "style" not in attributes:
        return False
    style = declarations(attributes["style"])
    struck = style.get("text-decoration", "") + " " + style.get("text-decoration-line", "")
    return (
        "line-through" in struck
        or style.get("mso-element") in _COMMENT_ELEMENTS
        or any(style.get(name, "").startswith(value) for name, value in _HIDDEN.items())
    )


def marks_of(tag: str, attributes: Mapping[str, str], outer: Marks) -> Marks:
    """Return the marks inside an element with `tag` and `attributes`, itself under `outer`."""
    marks = outer
    if tag in ("b", "strong"):
        marks = marks._replace(strong=True)
    elif tag in ("i", "em", "cite"):
        marks = marks._replace(em=True)
    elif tag in ("sup", "sub"):
        marks = marks._replace(raised=tag)
    elif tag == "a":
        marks = marks._replace(href=safe_href(attributes.get("href", "")))
    if tag in _INLINE and "style" in attributes:
        style = declarations(attributes["style"])
        if weight := style.get("font-weight"):
            marks = marks._replace(strong=_BOLD.fullmatch(weight) is not None)
        if slant := style.get("font-style"):
            marks = marks._replace(em=slant in ("italic", "oblique"))
        if (raised := style.get("vertical-align", "")) in _RAISED and tag not in ("sup", "sub"):
            marks = marks._replace(raised=_RAISED[raised])
    return marks


def is_word_item(attributes: Mapping[str, str]) -> bool:
    """Return whether a paragraph is an item of one of Word's lists."""
    style = attributes.get("style", "")
    return "mso-list" in style.lower() and "level" in declarations(style).get("mso-list", "")


def is_word_marker(attributes: Mapping[str, str]) -> bool:
    """Return whether an element holds only the bullet or number that Word draws before an item."""
    style = attributes.get("style", "")
    return "mso-list" in style.lower() and declarations(style).get("mso-list") == "ignore"


def numbers(marker: str) -> bool:
    """Return whether the mark before an item is a number: "1." or "(a)", not a bullet."""
    return _MARKER.match(marker.strip()) is not None
