"""What would make a story better, but keeps nobody from publishing it."""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from html import unescape
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils.translation import gettext

from articles import body
from articles.models import Picture, PublishedVersion
from articles.stories.checks import Problem
from articles.stories.slugs import stories_of
from articles.stories.working_copy import WorkingCopy
from articles.text import both_forms, slug_form

#: Search engines cut longer ones in their lists, and they read badly on phones.
HEADLINE_LENGTH = 70
SUMMARY_LENGTH = 160
#: Links in a clean body.
URLS = re.compile(r'<a href="([^"]*)"')


def advice(copy: WorkingCopy, at: datetime) -> list[Problem]:
    """Return what would be better before readers see this copy at the timezone-aware `at`."""
    blocks = body.read(copy.body)
    return [
        *_of_words(copy),
        *_of_fields(copy),
        *_of_pictures(blocks),
        *_of_embeds(blocks),
        *_of_links(copy, blocks, at),
        *_of_paths(copy, at),
    ]


def _of_words(copy: WorkingCopy) -> Iterator[Problem]:
    if len(copy.headline) > HEADLINE_LENGTH:
        yield Problem("headline", gettext("The headline is long: search results will cut it."))
    if not copy.summary:
        yield Problem("summary", gettext("There is no summary."))
    elif len(copy.summary) > SUMMARY_LENGTH:
        yield Problem("summary", gettext("The summary is long: search results will cut it."))


def _of_fields(copy: WorkingCopy) -> Iterator[Problem]:
    if not copy.section:
        yield Problem("section", gettext("The story is in no section."))
    if not copy.authors:
        yield Problem("byline", gettext("The story has no author."))
    if not copy.tags:
        yield Problem("tags", gettext("The story has no tags."))
    if not copy.lead_picture:
        yield Problem("lead_picture", gettext("There is no lead picture."))


def _of_pictures(blocks: Iterable[body.Block]) -> Iterator[Problem]:
    figures = [block for block in blocks if isinstance(block, body.Figure)]
    if not figures:
        return
    used = Picture.objects.filter(pk__in={figure.picture for figure in figures})
    uncredited = set(used.filter(credit="").values_list("pk", flat=True))
    for figure in figures:
        if not figure.caption.strip():
            yield Problem("body", gettext("A picture in the text has no caption."))
        if figure.picture in uncredited and not figure.credit:
            message = gettext("The picture “%(name)s” in the text has no credit.")
            name = figure.caption or gettext("without caption")
            yield Problem("body", message % {"name": name})


def _of_embeds(blocks: Iterable[body.Block]) -> Iterator[Problem]:
    for block in blocks:
        if isinstance(block, body.Embed) and not block.title:
            message = gettext(
                "The embed from %(site)s has no title: say in the text what it shows."
            )
            yield Problem("body", message % {"site": body.site_of(block.url)})


def _of_links(copy: WorkingCopy, blocks: Iterable[body.Block], at: datetime) -> Iterator[Problem]:
    in_text = {block.story for block in blocks if isinstance(block, body.AlsoRead)} - {None}
    after = {link.story for link in copy.related} - {None}
    if not in_text | after:
        return
    notices = PublishedVersion.objects.withdrawals(at)
    for withdrawn in notices.filter(story__in=in_text | after):
        message = gettext("A link leads to “%(headline)s”, which was withdrawn.")
        field = "body" if withdrawn.story_id in in_text else "related"
        yield Problem(field, message % {"headline": withdrawn})


def _of_paths(copy: WorkingCopy, at: datetime) -> Iterator[Problem]:
    """Yield what is wrong with links in the text to pages of this site."""
    slugs: dict[str, tuple[str, ...]] = {}
    files = (settings.STATIC_URL, settings.MEDIA_URL)
    for url in dict.fromkeys(unescape(url) for url in URLS.findall(copy.body)):
        path = url.removeprefix(settings.NEWSROOM_URL)
        if not path.startswith("/") or path.startswith(("//", *files)):
            continue
        try:
            page = resolve(unquote(urlsplit(path).path))
        except Resolver404:
            yield _leads_nowhere(url)
            continue
        if page.namespace == "admin":
            message = gettext(
                "The link to “%(path)s” leads to the desk, which readers cannot open."
            )
            yield Problem("body", message % {"path": url})
        elif page.view_name == "articles:article":
            slugs[url] = both_forms(slug_form(page.kwargs["slug"]))
    if slugs:
        yield from _of_stories(slugs, at)


def _of_stories(slugs: dict[str, tuple[str, ...]], at: datetime) -> Iterator[Problem]:
    """Yield what is wrong with links to stories, of which the slug is known in all its forms."""
    known = stories_of(slug for forms in slugs.values() for slug in forms)
    seen = PublishedVersion.objects.visible(at).filter(
        story__in={pk for of in known.values() for pk in of}
    )
    visible = set(seen.values_list("story", flat=True))
    for url, forms in slugs.items():
        stories = {pk for slug in forms for pk in known.get(slug, ())}
        if not stories:
            yield _leads_nowhere(url)
        elif stories.isdisjoint(visible):
            message = gettext("The link to “%(path)s” leads to a story that readers do not see.")
            yield Problem("body", message % {"path": url})


def _leads_nowhere(path: str) -> Problem:
    message = gettext("The link to “%(path)s” leads nowhere: this site has no such page.")
    return Problem("body", message % {"path": path})
