"""Parts of readers' pages that many pages share, each rendered once."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from django.conf import settings
from django.template.loader import get_template
from django.utils import translation
from django.utils.safestring import SafeString, mark_safe

from articles.readers.listings.teasers import Headline, Teaser
from articles.readers.pages.related_links import AfterBody
from articles.text import keeping


def colophon() -> SafeString:
    """Return the foot of each page."""
    return _colophon(settings.NEWSROOM_NAME, settings.LANGUAGE_CODE)


@cache
def _colophon(name: str, language: str) -> SafeString:
    return macro("colophon", language, name)


def teasers(
    stories: Iterable[Teaser], kind: str = "row", *, level: int = 2, section: bool = True
) -> SafeString:
    """Return the stories as lists show them.

    The kind is one of those of `_teaser.html`; headlines have this level, and each story names its
    section unless the list is of one.
    """
    zone, language = settings.TIME_ZONE, settings.LANGUAGE_CODE
    # Rendered from a template, which escapes.
    return mark_safe(
        "".join(_teaser(story, kind, level, section, zone, language) for story in stories)
    )


# After each write all lists are rebuilt, mostly of stories that did not change.
@keeping(4 * 1024**2)
def _teaser(
    story: Teaser, kind: str, level: int, section: bool, zone: str, language: str
) -> SafeString:
    return macro("teaser", language, story, kind, level, section)


def related_cards(links: Iterable[AfterBody]) -> SafeString:
    """Return the links after a body, each as an item of a list."""
    zone, language = settings.TIME_ZONE, settings.LANGUAGE_CODE
    # Rendered from a template, which escapes.
    return mark_safe("".join(_related_card(link, zone, language) for link in links))


# The same stories are linked from many pages, and all cards of a page are needed again when one
# thing of it has changed.
@keeping(4 * 1024**2)
def _related_card(link: AfterBody, zone: str, language: str) -> SafeString:
    return macro("related_card", language, link)


def recent_item(story: Headline) -> SafeString:
    """Return a story as “Recent News” beside an article shows it."""
    return macro("recent_item", settings.LANGUAGE_CODE, story)


def recent_list(items: Sequence[SafeString]) -> SafeString:
    """Return the list of “Recent News” with these items; "" if there are none."""
    return macro("recent_list", settings.LANGUAGE_CODE, items)


def macro(name: str, language: str, *arguments: object) -> SafeString:
    """Return what the macro `_name.html` makes of the arguments, in this language."""
    template: Any = get_template(f"articles/_{name}.html")
    made = getattr(template.template.module, name)
    with translation.override(language):
        # Jinja has escaped what is in it.
        html: SafeString = mark_safe(made(*arguments))
    return html
