"""What a URL shows, and the frame in which pages can show it.

The frame's URL is built here from what an anchored pattern finds in the URL of the page: nothing
that a site sends gets into it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, urlsplit

from articles.body.providers import HOST, PROVIDERS, Provider

#: Characters of a URL: more than any of the sites uses.
MAX_URL = 1_000


@dataclass(frozen=True, slots=True)
class Embedded:
    """What is embedded: its page, the frame that shows it, and where oEmbed is asked for it."""

    provider: Provider
    page: str
    frame: str
    endpoint: str


def _whole(pattern: str) -> str:
    # The rest only says where the URL was copied.
    return rf"https://{pattern}/?(?:[?&#].*)?"


_PATTERNS = [
    (re.compile(_whole(pattern), re.ASCII), provider)
    for provider in PROVIDERS
    for pattern in provider.patterns
]


def embedded(url: str) -> Embedded | None:
    """Return what the URL shows; None unless it is the page of one of the providers."""
    return _embedded(url) if len(url) <= MAX_URL else None


@lru_cache(maxsize=256)
def _embedded(url: str) -> Embedded | None:
    for pattern, provider in _PATTERNS:
        if found := pattern.fullmatch(url):
            parts = found.groupdict()
            page = provider.page.format(**parts)
            frame = provider.frame.format(**parts, page=quote(page, safe=""))
            return Embedded(provider, page, frame, provider.endpoint.format(**parts))
    return None


def site_of(url: str) -> str:
    """Return what the site of this URL is called: its host, if it is not one of the providers."""
    if found := embedded(url):
        return found.provider.name
    return origin(url).partition("://")[2].removeprefix("www.")


def provider_names() -> list[str]:
    """Return the names of the sites, in order."""
    return list(dict.fromkeys(provider.name for provider in PROVIDERS))


def origin(url: str) -> str:
    """Return the scheme and host of a URL, as a policy names them; "" if it has none."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.netloc}"


def frame_origins(mastodon: Iterable[str]) -> list[str]:
    """Return the origins that frames may come from: the providers, and these Mastodon hosts."""
    fixed = (origin(one.frame) for one in PROVIDERS if "{host}" not in one.frame)
    return sorted({*fixed, *(f"https://{host}" for host in mastodon)})


def patterns(mastodon: Iterable[str]) -> Iterator[str]:
    """Yield patterns for whole URLs that can be shown; Mastodon's match these hosts only."""
    hosts = "|".join(re.escape(host) for host in mastodon)
    for provider in PROVIDERS:
        for pattern in provider.patterns:
            if hosts or HOST not in pattern:
                yield _whole(pattern.replace(HOST, f"(?:{hosts})"))
