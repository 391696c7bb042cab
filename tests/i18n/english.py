"""English that is left on a translated page: texts of our catalogs that have a translation."""

import re
from collections.abc import Iterator
from functools import cache

from django.conf import settings

from tests.i18n.unmarked.html import shown_in
from tools.messages.catalog import DOMAINS, is_translated, read

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]")
TAG = re.compile(r"<[^>]+>")


def english_on(page: str, language: str) -> list[str]:
    """Return the texts of the page that are in a catalog in English; names are not translated."""
    left = english(language)
    return [
        shown.text
        for shown in shown_in(page)
        if shown.text != settings.NEWSROOM_NAME and any(text.fullmatch(shown.text) for text in left)
    ]


@cache
def english(language: str) -> list[re.Pattern[str]]:
    """Return patterns of the English texts, without those that are words of the language too."""
    entries = [
        message
        for domain in DOMAINS
        for message in read(language, domain)
        if message.id and is_translated(message)
    ]
    own = {part for message in entries for part in _parts(message.string)}
    theirs = {part for message in entries for part in _parts(message.id)}
    return [_pattern(part) for part in sorted(theirs - own)]


def _parts(texts: object) -> Iterator[str]:
    """Yield what a page shows of a text in one piece: what is between its tags."""
    for text in [texts] if isinstance(texts, str) else texts if isinstance(texts, tuple) else ():
        for part in TAG.split(text.replace("%%", "%")):
            words = " ".join(part.split())
            # Not what consists of values, such as “%(time)s: %(headline)s”.
            if any(map(str.isalpha, PLACEHOLDER.sub("", words))):
                yield words.lower()


def _pattern(text: str) -> re.Pattern[str]:
    # Two names with a comma are no time.
    values = ".+".join(map(re.escape, PLACEHOLDER.split(text)))
    return re.compile(values, re.IGNORECASE)
