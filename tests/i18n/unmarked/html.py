"""Words in HTML: its text, and the attributes that people see or hear."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from tests.architecture.sources import ROOT
from tests.i18n.unmarked.words import has_words, in_line

#: Elements whose text is for machines, or is the same in each language.
NOT_TEXT = frozenset({"script", "style", "code", "kbd", "pre", "samp"})
ATTRIBUTES = frozenset(
    {
        *("alt", "title", "placeholder", "label", "abbr"),
        *("aria-label", "aria-description", "aria-roledescription", "aria-valuetext"),
    }
)
BUTTONS = frozenset({"submit", "button", "reset"})
#: `<meta name="…">` whose content people read in results of a search, or on link cards.
META = re.compile(r"description|author|keywords|\w+:(?:title|description|site_name|image:alt)")
PRINTED = re.compile(r"\battr\(\s*([\w-]+)")

#: What is shown, with its line.
Words = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Shown:
    """A text of a page; `attribute` is "" if it is between tags."""

    line: int
    text: str
    attribute: str = ""


def printed_attributes(css: Path = ROOT / "static" / "css") -> frozenset[str]:
    """Return the attributes that our stylesheets print, other than URLs."""
    sheets = "".join(path.read_text(encoding="utf-8") for path in css.rglob("*.css"))
    return frozenset(PRINTED.findall(sheets)) - {"href", "src", "cite"}


class _Finder(HTMLParser):
    def __init__(self, *, convert_charrefs: bool) -> None:
        super().__init__(convert_charrefs=convert_charrefs)
        self.found: list[Shown] = []
        self.attributes = ATTRIBUTES | printed_attributes()
        self.outside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in NOT_TEXT or given.get("translate") == "no":
            self.outside.append(tag)
        names = set(self.attributes)
        if tag == "input" and given.get("type") in BUTTONS:
            names.add("value")
        if tag == "meta" and META.fullmatch(given.get("name", given.get("property", ""))):
            names.add("content")
        for name in sorted(names & given.keys()):
            self._add(self.getpos()[0], given[name], name)

    def handle_endtag(self, tag: str) -> None:
        if self.outside and self.outside[-1] == tag:
            self.outside.pop()

    def handle_data(self, data: str) -> None:
        if not self.outside:
            before = data[: len(data) - len(data.lstrip())]
            self._add(self.getpos()[0] + before.count("\n"), data)

    def _add(self, line: int, text: str, attribute: str = "") -> None:
        if has_words(text):
            self.found.append(Shown(line, " ".join(text.split()), attribute))


def shown_in(html: str, *, convert_charrefs: bool = True) -> list[Shown]:
    """Return the texts with words that people see or hear on a page."""
    finder = _Finder(convert_charrefs=convert_charrefs)
    finder.feed(html)
    finder.close()
    return finder.found


def words_in(source: str) -> list[Words]:
    """Return the words in HTML as it is written, where entities are none, each with its line."""
    return [
        (shown.line, shown.attribute + (": " if shown.attribute else "") + in_line(shown.text))
        for shown in shown_in(source, convert_charrefs=False)
    ]


def blank(code: str) -> str:
    """Return nothing but the lines of a tag of the template language."""
    return "\n" * code.count("\n")
