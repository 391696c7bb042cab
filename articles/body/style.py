"""What the styles of pasted HTML mean: Google Docs writes bold this way, and Word its lists."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from articles.body.inline import safe_href

_BOLD = re.compile(r"bold|bolder|[6-9]00")
_MARKER = re.compile(r"\(?\w{1,3}[.)]")
_BLOCK = re.compile(r"(?:block|flex|grid|list-item|table[\w-]*)(?![\w-])")
_FIRST = re.compile(r"\(?[1aA][.)]")
_LEVEL = re.compile(r"level([1-9])\b")
_LEVELS = frozenset("123456789")
_INLINE = frozenset("a b em font i ins small span strong sub sup u".split())
_RAISED = {"super": "sup", "sub": "sub", "baseline": ""}


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


def shows_block(attributes: Mapping[str, str]) -> bool:
    """Return whether an element is shown as a block, whatever it is: what is in it ends there."""
    if attributes.get("data-stringify-type") == "paragraph-break":
        return True
    if "display" not in (style := attributes.get("style", "")).lower():
        return False
    return _BLOCK.match(declarations(style).get("display", "")) is not None


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


class Item(NamedTuple):
    """An item of a list that another program wrote as a paragraph, or as a list of its own."""

    level: int
    #: What is drawn before it, as far as it is known by now.
    marker: str = ""


def word_item(attributes: Mapping[str, str]) -> Item | None:
    """Return what a paragraph is in one of Word's lists; None if it is none of their items."""
    style = attributes.get("style", "")
    if "mso-list" not in style.lower():
        return None
    found = _LEVEL.search(declarations(style).get("mso-list", ""))
    return Item(int(found[1])) if found else None


def online_item(attributes: Mapping[str, str], start: str | None) -> Item | None:
    """Return what an item is in a list of Word Online, which makes a list of each.

    `start` is the number at which that begins, None where it has bullets.
    """
    if "data-listid" not in attributes:
        return None
    level = attributes.get("data-aria-level", "")
    marker = "·" if start is None else f"{start or 1}."
    return Item(int(level) if level in _LEVELS else 1, marker)


def keeps_lines(tag: str, attributes: Mapping[str, str], outer: bool) -> bool:
    """Return whether the ends of lines inside an element are line breaks."""
    if "style" in attributes and (kept := declarations(attributes["style"]).get("white-space")):
        return kept.startswith(("pre", "break-spaces"))
    return outer or tag in ("pre", "listing", "xmp")


def is_word_marker(attributes: Mapping[str, str]) -> bool:
    """Return whether an element holds only the bullet or number that Word draws before an item."""
    style = attributes.get("style", "")
    return "mso-list" in style.lower() and declarations(style).get("mso-list") == "ignore"


def numbers(marker: str) -> bool:
    """Return whether the mark before an item is a number: "1." or "(a)", not a bullet."""
    return _MARKER.match(marker.strip()) is not None


def begins(marker: str) -> bool:
    """Return whether the mark before an item is the first number of a list."""
    return _FIRST.match(marker.strip()) is not None
