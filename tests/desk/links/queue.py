"""The queue of related links as its page and its script ask for it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from articles import publishing
from articles.models import RelatedLink, Story
from articles.people import MANAGING_EDITOR, REPORTER
from newsroom.accounts.models import User
from tests.factories import HOUR, NOON, make_link
from tests.helpers import person, ready

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
Desk = Callable[[User], Client]
LIST = "/admin/articles/relatedlink/"
QUEUE = f"{LIST}queue/"
JSON = {"Accept": "application/json"}


def suggested(number: int, story: Story | None = None) -> list[RelatedLink]:
    """Return links that reporters added, each to a live story, one a minute."""
    reporter, found = person(REPORTER), []
    for at in range(number):
        target = ready(f"Target {at}")
        publishing.publish(target, by=person(MANAGING_EDITOR))
        link = make_link(story or ready(f"Linking {at}"), target=target, suggested_by=reporter)
        RelatedLink.objects.filter(pk=link.pk).update(suggested_at=NOON - HOUR + at * HOUR / 60)
        found.append(RelatedLink.objects.get(pk=link.pk))
    return found


def shown(client: Client, **query: Any) -> RelatedLink | None:
    card = client.get(QUEUE, query).context["card"]
    return card.link if card else None


def decide(client: Client, link: RelatedLink, **data: str) -> Any:
    """Send the form of the queue's card, as it is without JavaScript."""
    card = client.get(QUEUE, {"link": link.pk}).context["card"]
    return send(client, link, shown=card.shown, **data)


def send(client: Client, link: RelatedLink, **data: Any) -> Any:
    url = reverse("admin:articles_relatedlink_queue_decide", args=[link.pk])
    headers = data.pop("headers", None)
    return client.post(url, data, headers=headers, follow=True)
