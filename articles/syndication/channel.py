"""What a feed is of: all stories, or those that a page lists."""

from datetime import datetime
from typing import NamedTuple

from django.http import Http404
from django.urls import reverse

from articles.models import PublishedVersion, PublishedVersionQuerySet, SlugKind, TermKind
from articles.readers import Listing, find_section, find_term


class Channel(NamedTuple):
    """The stories of a feed, newest first, and the page that lists them too, with its name.

    `slug` is that of the page at present: whoever asks for a former one is led there.
    """

    name: str
    page: str
    slug: str
    versions: PublishedVersionQuerySet


def channel_of(kind: str, slug: str, at: datetime) -> Channel:
    """Return the channel at the timezone-aware datetime `at`. Raise Http404 if there is none.

    The kind is "" for all stories, or else one of `SlugKind`.
    """
    if not kind:
        newest = PublishedVersion.objects.visible(at).newest_first()
        return Channel("", reverse("articles:home"), "", newest)
    found: Listing | None
    is_section = kind == SlugKind.SECTION
    found = find_section(slug, at) if is_section else find_term(TermKind(kind), slug, at)
    if found is None:
        raise Http404
    return Channel(found.name, found.url, found.slug, found.stories(at, None))
