"""Parts of readers' pages that many pages share, each rendered once."""

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

from django.conf import settings
from django.template.loader import get_template
from django.urls import reverse
from django.utils import translation
from django.utils.safestring import SafeString, mark_safe

from articles.readers.listings.teasers import Headline, Teaser


def navigation(path: str) -> SafeString:
    """Return the main menu, in which the page at the path is marked as the present one."""
    return _navigation(path if path in _menu() else "", settings.LANGUAGE_CODE)


@cache
def _navigation(here: str, language: str) -> SafeString:
    return _macro("navigation", language, *_menu(), here)


@cache
def _menu() -> tuple[str, str]:
    return reverse("articles:home"), reverse("articles:recent")


def colophon() -> SafeString:
    """Return the foot of each page."""
    return _colophon(settings.NEWSROOM_NAME, settings.LANGUAGE_CODE)


@cache
def _colophon(name: str, language: str) -> SafeString:
    return _macro("colophon", language, name)


def teasers(stories: Iterable[Teaser], *, large: bool = False) -> SafeString:
    """Return the stories as lists show them; `large` at the top of the front page."""
    zone, language = settings.TIME_ZONE, settings.LANGUAGE_CODE
    # Rendered from a template, which escapes.
    return mark_safe("".join(_teaser(story, large, zone, language) for story in stories))


# After each write all lists are rebuilt, mostly of stories that did not change.
@lru_cache(maxsize=1024)
def _teaser(story: Teaser, large: bool, zone: str, language: str) -> SafeString:
    return _macro("teaser", language, story, large)


def recent_item(story: Headline) -> SafeString:
    """Return a story as “Recent News” beside an article shows it."""
    return _macro("recent_item", settings.LANGUAGE_CODE, story)


def _macro(name: str, language: str, *arguments: object) -> SafeString:
    """Return what the macro of this name makes of the arguments, in this language."""
    template: Any = get_template(f"articles/_{name}.html")
    macro = getattr(template.template.module, name)
    with translation.override(language):
        # Jinja has escaped what is in it.
        html: SafeString = mark_safe(macro(*arguments))
    return html
