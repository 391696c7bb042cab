"""RSS 2.0 and Atom, of all stories and of each list: section, tag, author, place."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, get_tag_uri
from django.views.decorators.http import require_safe

from articles.readers import cached, largest_image, moved, page_time
from articles.syndication.channel import channel_of
from articles.syndication.entries import Entry, entries_of, xml_text

ENTRIES = 50


class RssFeed(Rss201rev2Feed):
    """RSS 2.0 with pictures, as the Media RSS module has them."""

    def rss_attributes(self) -> dict[str, str]:
        """Return the attributes of the root, with the module's namespace."""
        return {**super().rss_attributes(), "xmlns:media": "http://search.yahoo.com/mrss/"}

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        """Write the elements of an item."""
        super().add_item_elements(handler, item)
        if picture := item["picture"]:
            handler.addQuickElement("media:content", None, picture)


@cached()
@require_safe
def rss(request: HttpRequest, kind: str = "", slug: str = "") -> HttpResponse:
    """Return the newest stories as RSS 2.0: all, or those of a page's list. Raise Http404.

    A former slug leads to the present feed.
    """
    return _answer(request, RssFeed, kind, slug)


@cached()
@require_safe
def atom(request: HttpRequest, kind: str = "", slug: str = "") -> HttpResponse:
    """Return the newest stories as Atom: all, or those of a page's list. Raise Http404."""
    return _answer(request, Atom1Feed, kind, slug)


def _answer(
    request: HttpRequest, feed_type: type[Rss201rev2Feed | Atom1Feed], kind: str, slug: str
) -> HttpResponse:
    at = page_time(request)
    channel = channel_of(kind, slug, at)
    if channel.slug != slug:
        feed_name = request.path.rsplit("/", 1)[-1]
        return moved(request, f"{channel.page}{feed_name}")
    name = f"{settings.NEWSROOM_NAME} – {channel.name}" if kind else settings.NEWSROOM_NAME
    feed = feed_type(
        title=xml_text(name),
        link=request.build_absolute_uri(channel.page),
        description=xml_text(name),
        language=settings.LANGUAGE_CODE,
        feed_url=request.build_absolute_uri(request.path),
    )
    for entry in entries_of(channel.versions, ENTRIES, at):
        feed.add_item(**_item(request, entry))
    response = HttpResponse(content_type=feed.content_type)
    feed.write(response, "utf-8")
    return response


def _item(request: HttpRequest, entry: Entry) -> dict[str, Any]:
    # A slug can change; feed readers must not show the story as new again.
    home = request.build_absolute_uri(reverse("articles:home"))
    return {
        "title": xml_text(entry.headline),
        "link": request.build_absolute_uri(entry.url),
        "description": xml_text(entry.summary),
        "unique_id": get_tag_uri(f"{home}story/{entry.story_id}", entry.published_at),
        "unique_id_is_permalink": False,
        "pubdate": entry.published_at,
        "updateddate": entry.modified_at or entry.published_at,
        "author_name": xml_text(", ".join(entry.authors)) or None,
        "categories": [xml_text(entry.section)] if entry.section else [],
        "picture": _picture(request, entry),
    }


def _picture(request: HttpRequest, entry: Entry) -> dict[str, str] | None:
    if not entry.picture:
        return None
    image = largest_image(entry.picture)
    said = {"url": request.build_absolute_uri(image.url), "medium": "image"}
    if image.height:
        said |= {"width": f"{image.width}", "height": f"{image.height}"}
    return said
