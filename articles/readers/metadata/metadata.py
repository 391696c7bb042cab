"""What all pages say of themselves, printed by the template `articles/_metadata.html`."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from markupsafe import Markup

from articles.readers.metadata.largest import Image
from articles.text import isolated

RSS, ATOM = "application/rss+xml", "application/atom+xml"


class Feed(NamedTuple):
    """A feed that a page offers."""

    type: str
    title: str
    url: str


class Metadata(NamedTuple):
    """What a page says; all URLs are absolute, all times ISO 8601."""

    canonical: str
    title: str
    description: str
    #: As the Open Graph protocol calls it: “website” or “article”.
    kind: str
    feeds: Sequence[Feed]
    image: Image | None = None
    published: str = ""
    modified: str = ""
    section: str = ""
    tags: tuple[str, ...] = ()
    #: JSON, escaped for a script element; "" if there is none.
    json_ld: Markup = Markup()


def site_root(request: HttpRequest) -> str:
    """Return the scheme and host of the site: with a path behind it, it is an absolute URL."""
    return f"{request.scheme}://{request.get_host()}"


def feeds_of_site(request: HttpRequest) -> tuple[Feed, ...]:
    """Return the feeds of all stories."""
    return _feeds(site_root(request), settings.NEWSROOM_NAME)


def feeds_of(request: HttpRequest, kind: str, slug: str, name: str) -> tuple[Feed, ...]:
    """Return the feeds of the section, tag, author or place with this slug and name."""
    return _feeds(
        site_root(request), f"{settings.NEWSROOM_NAME} – {isolated(name)}", f"{kind}_", slug
    )


# Those of the site are on each page.
@lru_cache(maxsize=128)
def _feeds(root: str, title: str, prefix: str = "", *arguments: str) -> tuple[Feed, ...]:
    return tuple(
        Feed(kind, title, f"{root}{reverse(f'articles:{prefix}{name}', args=arguments)}")
        for kind, name in ((RSS, "rss"), (ATOM, "atom"))
    )
