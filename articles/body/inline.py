"""Runs of text with their marks, and their HTML: the one canonical form of each."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from articles.body.extensions import SANITISER
from articles.body.redirects import target_of

BREAK = "\n"
_SPACE = " \u00a0\n"
#: Browsers and servers do not accept longer ones.
MAX_URL = 8_000
_SPACES = re.compile(r"[ \t\n\r\f]+")
_WIDE = re.compile("[ \u00a0]{2,}")
# Control characters and what Unicode calls noncharacters; no feed or JSON reader takes them.
# Nor is anything to be hyphenated or joined where a page or a program wanted it.
_FORBIDDEN = re.compile(
    r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u00ad\u2060\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)
# A space of no width parts words in some scripts of Asia, and nothing elsewhere.
_ASIA = "\u0e00-\u109f\u1780-\u17ff\u1a20-\u1aaf\u1b00-\u1b7f\ua980-\ua9df\uaa60-\uaa7f"
_NO_WIDTH = re.compile(f"(?<![{_ASIA}])\u200b(?![{_ASIA}])")
_URL = re.compile(r"https?://[^/]|mailto:[^/]|/(?![/\\])", re.IGNORECASE)
_UNSAFE = {ord(sign): f"%{ord(sign):02X}" for sign in ' "<>`{}|^'}


class Run(NamedTuple):
    """Text under the same marks; the text `BREAK` alone is a line break."""

    text: str
    strong: bool = False
    em: bool = False
    href: str = ""
    #: "sup" or "sub" if it is above or below the line.
    raised: str = ""

    def tags(self) -> list[str]:
        link = [f'<a href="{escape(self.href)}">'] if self.href else []
        raised = [f"<{self.raised}>"] if self.raised else []
        return link + ["<strong>"] * self.strong + ["<em>"] * self.em + raised


def escape(text: str) -> str:
    """Return `text` escaped, as the HTML standard serialises text (13.3)."""
    for sign, reference in (
        ("&", "&amp;"),
        ("<", "&lt;"),
        (">", "&gt;"),
        ("\u00a0", "&nbsp;"),
    ):
        text = text.replace(sign, reference)
    return text


def squeeze(text: str) -> str:
    """Return `text` without control characters, each run of white space as one space."""
    seen = _NO_WIDTH.sub("", _FORBIDDEN.sub("", text))
    return _WIDE.sub(" ", _SPACES.sub(" ", seen))


def one_line(text: str) -> str:
    """Return `text` as one line of plain text, without space around it."""
    return " ".join(squeeze(text).split())


def safe_href(url: str) -> str:
    """Return the URL, unsafe characters encoded; empty if not http, https, mailto or local.

    Where a page only redirects to another one, return the URL of that one.
    """
    return "" if len(url) > MAX_URL else _safe_href(url)


@lru_cache(maxsize=256)
def _safe_href(url: str) -> str:
    href = re.sub(r"[\t\n\r]", "", _FORBIDDEN.sub("", url)).strip()
    href = target_of(href).translate(_UNSAFE)
    tag = f'<a href="{escape(href)}">'
    # The sanitiser knows URLs better than a pattern does.
    kept = SANITISER.clean(f"{tag}-</a>") == f"{tag}-</a>"
    return href if kept and _URL.match(href) else ""


def inline_html(runs: Iterable[Run]) -> str:
    """Return the HTML of `runs`: marks in one order, no space or break at either end."""
    written: list[str] = []
    opened: list[str] = []
    for run in _bare_spaces(_trimmed(runs)):
        tags = run.tags()
        shared = 0
        while shared < min(len(tags), len(opened)) and tags[shared] == opened[shared]:
            shared += 1
        written += [_closing(tag) for tag in reversed(opened[shared:])]
        written += tags[shared:]
        written.append("<br>" if run.text == BREAK else escape(run.text))
        opened = tags
    written += [_closing(tag) for tag in reversed(opened)]
    return "".join(written)


def _closing(tag: str) -> str:
    return f"</{tag[1:-1].split(maxsplit=1)[0]}>"


def _bare_spaces(runs: list[Run]) -> list[Run]:
    """Return the runs; spaces and breaks at their ends keep only the marks that continue there."""
    if all(run.text[0] not in _SPACE and run.text[-1] not in _SPACE for run in runs):
        return runs
    pieces: list[Run] = []
    for run in runs:
        inner = run.text.strip(_SPACE)
        start = run.text.find(inner) if inner else len(run.text)
        parts = (run.text[:start], inner, run.text[start + len(inner) :])
        pieces += [run._replace(text=part) for part in parts if part]
    after = Run("")
    for at in range(len(pieces) - 1, -1, -1):
        if pieces[at].text.strip(_SPACE):
            after = pieces[at]
        else:
            pieces[at] = _shared(pieces[at], after)
    before = Run("")
    for at, piece in enumerate(pieces):
        if piece.text.strip(_SPACE):
            before = piece
        else:
            pieces[at] = _shared(piece, before)
    return pieces


def _shared(space: Run, text: Run) -> Run:
    """Return the space under those of its marks that the text beside it has too."""
    return Run(
        space.text,
        space.strong and text.strong,
        space.em and text.em,
        space.href if space.href == text.href else "",
        space.raised if space.raised == text.raised else "",
    )


def _trimmed(runs: Iterable[Run]) -> list[Run]:
    kept: list[Run] = []
    for run in runs:
        if run.text == BREAK:
            _trim_end(kept, " ")
            if kept and kept[-1].text != BREAK:
                kept.append(run)
            continue
        text = squeeze(run.text)
        if not kept or kept[-1].text.endswith((" ", "\u00a0", BREAK)):
            text = text.lstrip(" \u00a0")
        if text:
            kept.append(run._replace(text=text))
    _trim_end(kept, " \u00a0\n")
    return kept


def _trim_end(runs: list[Run], signs: str) -> None:
    while runs:
        text = runs[-1].text.rstrip(signs)
        if text:
            runs[-1] = runs[-1]._replace(text=text)
            return
        runs.pop()
