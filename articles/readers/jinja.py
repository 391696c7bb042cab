"""What the templates of readers' pages may call (`templates/pages`, in Jinja)."""

from functools import cache, partial
from typing import Any

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from jinja2 import Environment, StrictUndefined

from articles.body import figure_html, image_html
from articles.readers.formatting import byline, moment, paragraphs
from articles.readers.language import gettext, language, ngettext, right_to_left
from articles.readers.parts import colophon, navigation, teasers

#: In the order in which they apply.
STYLES = ("reset", "tokens", "base", "layout", "components", "utilities", "print")


def environment(**options: Any) -> Environment:
    """Return Jinja's environment, in which an unknown name is an error."""
    made = Environment(**{**options, "undefined": StrictUndefined})  # noqa: S701 (Django's options escape)
    made.globals.update(
        _=gettext,
        gettext=gettext,
        ngettext=ngettext,
        language=language,
        right_to_left=right_to_left,
        byline=byline,
        moment=moment,
        paragraphs=paragraphs,
        colophon=colophon,
        navigation=navigation,
        teasers=teasers,
        image=image_html,
        lead_picture=partial(figure_html, lead=True),
        site_name=site_name,
        # Neither changes while the process runs, and each page asks.
        head_files=cache(head_files),
        url=cache(reverse),
    )
    return made


def head_files() -> SafeString:
    """Return the links to the site's icon and stylesheets, for the head of a page."""
    icon = format_html('<link rel="icon" href="{}" type="image/svg+xml">', static("icon.svg"))
    styles = format_html_join(
        "",
        '<link rel="stylesheet" href="{}"{}>',
        (
            (static(f"css/{name}.css"), mark_safe(' media="print"') if name == "print" else "")
            for name in STYLES
        ),
    )
    return icon + styles


def site_name() -> str:
    """Return the name of the newsroom."""
    name: str = settings.NEWSROOM_NAME
    return name
