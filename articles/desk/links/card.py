"""A related link as the queue shows it: what it says, why it is there, and both its stories."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from django.http import HttpRequest
from django.utils.translation import gettext

from articles.core import clock
from articles.desk.links.side import Side, side
from articles.desk.people.acting import acting
from articles.links import Suggestion, death_of, moderation, review_of, stored_suggestions
from articles.models import LinkState, RelatedLink
from articles.people import name_of
from articles.readers import also_read_label

MOST_OTHERS = 3


@dataclass(frozen=True, slots=True)
class Card:
    """One link to decide on; `waits_since` is timezone-aware.

    `again` says why an approved link is to be looked at again, or that the page to which it leads
    has died; "" otherwise.
    """

    link: RelatedLink
    state: LinkState
    label: str
    words: str
    place: str
    why: str
    waits_since: datetime
    again: str
    decided_by: str
    shown: str
    refusal: str
    source: Side
    target: Side | None
    host: str
    #: Stories that were found for this one, and to which it does not link.
    others: Sequence[Suggestion]


def card_of(link: RelatedLink, request: HttpRequest) -> Card:
    """Return what the queue shows of the link to the person who asks."""
    at, by = clock.now(), acting(request)
    refusal = moderation.check_decide(link, by=by)
    review = review_of(link, at)
    told = review or death_of(link, at)
    target = side(link.target, at, by) if link.target else None
    return Card(
        link=link,
        state=LinkState(link.state),
        label=(link.label or also_read_label()).strip(" |:") if link.key else "",
        words=link.headline or (target.headline if target else link.url),
        place=gettext("In the text") if link.key else gettext("After the text"),
        why=why(link),
        waits_since=review.since if review else link.suggested_at,
        again=told.why if told else "",
        decided_by=name_of(link.decided_by) if link.decided_by else "",
        shown=moderation.shown_of_link(link),
        refusal=str(refusal) if refusal else "",
        source=side(link.story, at, by, link),
        target=target,
        host=host(link),
        others=stored_suggestions(link.story, at, MOST_OTHERS),
    )


def why(link: RelatedLink) -> str:
    """Return why the link is suggested, as a sentence without its end."""
    if link.score is not None:
        if link.score >= 100:
            return gettext("Same headline")
        return gettext("Headlines %(score)s %% alike") % {"score": round(link.score)}
    if link.suggested_by is None:
        return gettext("From the copy")
    return gettext("Added by %(person)s") % {"person": name_of(link.suggested_by)}


def host(link: RelatedLink) -> str:
    """Return the name of the other site to which the link leads; "" if it is to a story."""
    try:
        return urlsplit(link.url).hostname or ""
    except ValueError:
        # It has passed Django's check of URLs, which lets some through that Python cannot read.
        return link.url
