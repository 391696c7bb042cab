"""Style sheets of pasted HTML: some programs say by classes what is bold or deleted."""

import re
from collections.abc import Iterator, Mapping

from articles.body.style import declarations

#: Characters of all style sheets of a text, and of one value, that are read.
MAX_SHEET, MAX_VALUE = 200_000, 100
# What has no end goes on to the end of the text: each pattern reads it once.
_SHEET = re.compile(r"<style\b[^>]*(?:>|\Z)(.*?)(?:</style|\Z)", re.IGNORECASE | re.DOTALL)
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_BRACE = re.compile("[{}]")
_SELECTOR = re.compile(r"([a-z][a-z0-9]*)?\.([\w-]+)", re.IGNORECASE | re.ASCII)
_SAYS = re.compile(
    r"(?:-webkit-)?text-decoration(?:-line)?|font-weight|font-style|vertical-align|display"
    r"|mso-list|mso-hide"
)


class Sheet:
    """What a text's own style sheets say of its elements by their classes."""

    def __init__(self, html: str) -> None:
        self._rules: dict[tuple[str, str], dict[str, str]] = {}
        if "<style" not in html.lower():
            return
        css = " ".join(_SHEET.findall(html))[:MAX_SHEET]
        for selectors, style in _rules(_COMMENT.sub("", css)):
            said = {
                name: " ".join(value.split())
                for name, value in declarations(style).items()
                if _SAYS.fullmatch(name) and len(value) <= MAX_VALUE
            }
            for selector in selectors.split(",") if said else ():
                if found := _SELECTOR.fullmatch(selector.strip()):
                    key = (found[1] or "").lower(), found[2].lower()
                    self._rules.setdefault(key, {}).update(said)

    def styled(self, tag: str, attributes: Mapping[str, str]) -> Mapping[str, str]:
        """Return the attributes, with what the classes say before what the element says itself."""
        if not self._rules or "class" not in attributes:
            return attributes
        said: dict[str, str] = {}
        for name in attributes["class"].lower().split():
            for of in ("", tag):
                said |= self._rules.get((of, name), {})
        if not said:
            return attributes
        style = [*(f"{name}:{value}" for name, value in said.items()), attributes.get("style", "")]
        return {**attributes, "style": ";".join(style)}


def _rules(css: str) -> Iterator[tuple[str, str]]:
    """Yield the selectors and the declarations of each rule; not of those inside others.

    Such are rules for print, and others that hold only sometimes.
    """
    depth = start = opened = 0
    is_plain = True
    for brace in _BRACE.finditer(css):
        if brace[0] == "{":
            depth += 1
            is_plain = depth == 1
            opened = brace.end() if is_plain else opened
        elif depth:
            depth -= 1
            if depth == 0 and is_plain:
                yield css[start : opened - 1].rpartition(";")[2], css[opened : brace.start()]
            if depth == 0:
                start = brace.end()
