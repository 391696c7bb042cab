"""What a feed is of: all stories, or those that a page lists."""

from datetime import datetime
from typing import NamedTuple

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from articles.models import PublishedVersion, PublishedVersionQuerySet, Section, TermKind
from articles.readers import find_term


class Channel(NamedTuple):
    """The stories of a feed, newest first, and the page that lists them too, with its name."""

    name: str
    page: str
    versions: PublishedVersionQuerySet


def channel_of(kind: str, slug: str, at: datetime) -> Channel:
    """Return the channel at the timezone-aware datetime `at`. Raise Http404 if there is none.

    The kind is "" for all stories, "section", or that of a term.
    """
    newest = PublishedVersion.objects.visible(at).newest_first()
    if not kind:
        return Channel("", reverse("articles:home"), newest)
    if kind == "section":
        section = get_object_or_404(Section, slug=slug)
        page = reverse("articles:section", args=[slug])
        return Channel(section.name, page, newest.filter(section=section))
    # Who has subscribed under a former slug keeps the feed, under the name that it has now.
    term = find_term(TermKind(kind), slug, at)
    if term is None:
        raise Http404
    return Channel(term.name, term.url, term.stories(at, None))
