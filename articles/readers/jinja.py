"""What the templates of readers' pages may call (`templates/pages`, in Jinja)."""

from collections.abc import Sequence
from functools import cache, partial
from typing import Any

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from jinja2 import Environment, StrictUndefined

from articles.body import LEAD_SIZES, figure_html, image_html, preload_html
from articles.models import Shape
from articles.readers.formatting import byline, clock_time, moment, paragraphs, short_moment
from articles.readers.language import attributes, gettext, inside, language, ngettext, own
from articles.readers.listings.teasers import Teaser
from articles.readers.masthead import bare_masthead
from articles.readers.parts import colophon, related_cards, teasers
from articles.text import isolated

#: How wide the story that leads a page shows its picture.
TEASER_SIZES = "(max-width: 64rem) 100vw, 50rem"
#: In the order in which they apply.
STYLES = (
    "reset",
    "tokens",
    "base",
    "layout",
    "masthead",
    "teasers",
    "components",
    "colophon",
    "utilities",
    "print",
)


def environment(**options: Any) -> Environment:
    """Return Jinja's environment, in which an unknown name is an error."""
    made = Environment(**{**options, "undefined": StrictUndefined})  # noqa: S701 (Django's options escape)
    made.globals.update(
        _=gettext,
        gettext=gettext,
        ngettext=ngettext,
        language=language,
        attributes=attributes,
        inside=inside,
        isolated=isolated,
        own=own,
        print_byline=byline,
        moment=moment,
        short_moment=short_moment,
        clock_time=clock_time,
        paragraphs=paragraphs,
        bare_masthead=bare_masthead,
        colophon=colophon,
        teasers=teasers,
        related_cards=related_cards,
        image=image_html,
        lead_picture=partial(figure_html, lead=True),
        preload=preload_html,
        preload_lead=preload_lead,
        LEAD_SIZES=LEAD_SIZES,
        TEASER_SIZES=TEASER_SIZES,
        site_name=site_name,
        shown_url=shown_url,
        # Neither changes while the process runs, and each page asks.
        head_files=cache(head_files),
        edit_script=cache(edit_script),
        live_style=cache(live_style),
        url=cache(reverse),
        file=cache(static),
    )
    return made


def preload_lead(stories: Sequence[Teaser]) -> str:
    """Return the link that has a browser fetch the picture of a story that leads a page."""
    picture = stories[0].picture(Shape.WIDE) if stories else None
    return preload_html(picture, TEASER_SIZES) if picture else ""


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


def live_style() -> SafeString:
    """Return the link to the stylesheet of live blogs, which no other page needs."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/live.css"))


def edit_script() -> SafeString:
    """Return the script that offers editors a link from a story's page to its form."""
    return format_html('<script type="module" src="{}"></script>', static("js/edit-link.js"))


def shown_url(url: str) -> str:
    """Return a URL as people write it: host and path."""
    return url.partition("://")[2].removeprefix("www.").rstrip("/")


def site_name() -> str:
    """Return the name of the newsroom."""
    name: str = settings.NEWSROOM_NAME
    return name
