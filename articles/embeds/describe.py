"""What an embed is called, as its site says by oEmbed (https://oembed.com).

Only words are taken from the answer: no HTML, no URL and no picture.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.text import Truncator
from micawber.exceptions import ProviderException
from micawber.providers import Provider
from selectolax.lexbor import LexborHTMLParser

from articles import body
from articles.links import Network, NotReadable, read_page
from articles.text import one_form

logger = logging.getLogger(__name__)

#: Characters of a title, or of the beginning of a post, and of a name.
MAX_TITLE, MAX_AUTHOR = 280, 120
#: Of an answer, in bytes.
MOST = 256 * 1024
#: Somebody waits for the answer.
NETWORK = Network(ports=frozenset({443}), seconds=5, pause=0, robot="NewsroomEmbed")

#: Returns what is at a URL, as text; raises NotReadable.
Read = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Described:
    """What a site says of one of its pages; `answered` is whether it said anything."""

    title: str = ""
    author: str = ""
    answered: bool = True


class _Asked(Provider):  # type: ignore[misc]
    """Micawber's provider, which reads with a function of ours."""

    def __init__(self, endpoint: str, read: Read) -> None:
        super().__init__(endpoint)
        self._read = read

    def fetch(self, url: str) -> str:
        """Return what is at the URL. Raise NotReadable."""
        return self._read(url)


def read_bounded(url: str) -> str:
    """Return what is at the URL, on a public address, in bounded time. Raise NotReadable."""
    return read_page(url, NETWORK, MOST).decode("utf-8", "replace")


def describe(found: body.Embedded, read: Read = read_bounded) -> Described:
    """Return what the site says of the page; it takes as long as `read` does."""
    if not found.endpoint:
        return Described(answered=False)
    try:
        said: dict[str, Any] = _Asked(found.endpoint, read).request(found.page)
    except (NotReadable, ProviderException, RecursionError) as error:
        # The last one is what JSON of 100,000 brackets raises.
        logger.info("%s: %s did not describe it (%s)", found.page, found.endpoint, error)
        return Described(answered=False)
    # Micawber says the URL where there is no title.
    title = "" if said["title"] == said["url"] else _words(said["title"])
    return Described(
        Truncator(title or _beginning(said.get("html"))).chars(MAX_TITLE),
        Truncator(_words(said.get("author_name"))).chars(MAX_AUTHOR),
    )


def _words(value: object) -> str:
    return " ".join(one_form(value).split()) if isinstance(value, str) else ""


def _beginning(html: object) -> str:
    """Return the words of a post, which has no title: the first paragraph that it quotes."""
    if not isinstance(html, str):
        return ""
    paragraph = LexborHTMLParser(html).css_first("blockquote p")
    return _words(paragraph.text(separator=" ")) if paragraph else ""
