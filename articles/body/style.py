"""What pasted HTML means by its styles: Google Docs writes bold so, and Word its lists."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from articles.body.inline import safe_href

_DECLARATION = re.compile(r"([\w-]+)\s*:\s*([^;]+)")
_BOLD = re.compile(r"bold|bolder|[6-9]00")
_MARKER = re.compile(r"\(?\w{1,3}[.)]")
_INLINE = frozenset({"a", "b", "em", "font", "i", "span", "strong", "u"})


class Marks(NamedTuple):
    """The marks that hold for the text of an element."""

    strong: bool = False
    em: bool = False
    href: str = ""


def declarations(style: str) -> dict[str, str]:
    """Return the properties of a style attribute, in lower case."""
    found = _DECLARATION.findall(style.lower())
    return {name: value.strip() for name, value in found}


def marks_of(tag: str, attributes: Mapping[str, str], outer: Marks) -> Marks:
    """Return the marks inside an element with `tag` and `attributes`, itself under `outer`."""
    marks = outer
    if tag in ("b", "strong"):
        marks = marks._replace(strong=True)
    elif tag in ("i", "em", "cite"):
        marks = marks._replace(em=True)
    elif tag == "a":
        marks = marks._replace(href=safe_href(attributes.get("href", "")))
    if tag in _INLINE:
        style = declarations(attributes.get("style", ""))
        if weight := style.get("font-weight"):
            marks = marks._replace(strong=_BOLD.fullmatch(weight) is not None)
        if slant := style.get("font-style"):
            marks = marks._replace(em=slant in ("italic", "oblique"))
    return marks


def is_word_item(attributes: Mapping[str, str]) -> bool:
    """Return whether a paragraph is an item of one of Word's lists."""
    return "level" in declarations(attributes.get("style", "")).get("mso-list", "")


def is_word_marker(attributes: Mapping[str, str]) -> bool:
    """Return whether an element holds only the bullet or number that Word draws before an item."""
    return declarations(attributes.get("style", "")).get("mso-list") == "ignore"


def numbers(marker: str) -> bool:
    """Return whether the mark before an item is a number: "1." or "(a)", not a bullet."""
    return _MARKER.match(marker.strip()) is not None
