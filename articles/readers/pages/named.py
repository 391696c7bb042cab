"""Tags, authors and places as a story's page names them: with the way to the page of each."""

from collections.abc import Iterable
from typing import NamedTuple

from django.utils.html import escape
from markupsafe import Markup

from articles.core import term_url
from articles.models import TermKind
from articles.text import name_slug

OPENING, CLOSING = '<span class="dateline">', "</span>"


class Named(NamedTuple):
    """A name, and the path of its page; "" if it has none."""

    name: str
    url: str


def named(kind: TermKind, names: Iterable[str]) -> list[Named]:
    """Return the names, each with the path of its page."""
    slugs = ((name, name_slug(name)) for name in names)
    return [Named(name, term_url(kind, slug) if slug else "") for name, slug in slugs]


def link_dateline(html: str, places: Iterable[str]) -> str:
    """Return the body with links from the places of its dateline, which its words name first."""
    before, opening, rest = html.partition(OPENING)
    if not opening:
        return html
    dateline, closing, after = rest.partition(CLOSING)
    done, left = "", dateline
    for place, url in named(TermKind.PLACE, places):
        head, found, tail = left.partition(escape(place))
        if found and url:
            done += head + Markup('<a href="{}">{}</a>').format(url, place)
            left = tail
    return f"{before}{opening}{done}{left}{closing}{after}"
