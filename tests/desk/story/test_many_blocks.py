"""A form with many blocks opens and saves with as many queries as one with few."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Figure, Picture, PullQuote, RelatedLink, Story
from newsroom.accounts.models import User
from tests.factories import make_picture
from tests.helpers import draft, managing_editor, sent

pytestmark = pytest.mark.django_db
Desk = Callable[[User], Client]
#: As many blocks of each of five kinds: 15, and 150.
FEW, MANY = 3, 30


def body_of(number: int, key: str, words: str = "said") -> str:
    """Return `number` blocks of each kind, which lead to different stories and pictures."""
    targets, pictures = Story.objects.order_by("pk"), Picture.objects.order_by("pk")
    return "".join(
        f"<h2>Part {at}</h2><p>It was {words} {at}.</p>"
        f'<aside data-block="pull-quote" data-key="q{key}{at:06}" data-speaker="Xi">{words}</aside>'
        f'<aside data-block="also-read" data-key="a{key}{at:06}" data-label="Also Read | "'
        f' data-story="{target.pk}">{target}</aside>'
        f'<figure data-block="figure" data-key="f{key}{at:06}" data-picture="{picture.pk}"'
        f' data-alt="A hall"><figcaption>{words}</figcaption></figure>'
        for at, (target, picture) in enumerate(zip(targets[:number], pictures, strict=False))
    )


def queries(client: Client, number: int) -> list[int]:
    """Return how many queries it takes to open a form, to save it, and to replace all blocks."""
    story = draft(f"Story {number}", body=body_of(number, f"one{number}"))
    url = reverse("admin:articles_story_change", args=[story.pk])
    counts = []
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    counts.append(len(captured))
    # What is edited and moved keeps its row; what is new gets one, and what is gone is marked.
    moved = "<hr>" + body_of(number, f"one{number}", "told")
    for body in (moved, body_of(number, f"two{number}")):
        fields = sent(Story.objects.get(pk=story.pk), body=body)
        with CaptureQueriesContext(connection) as captured:
            assert client.post(url, fields | {"_continue": "1"}).status_code == 302
        counts.append(len(captured))
    for rows in (PullQuote.objects, Figure.objects, RelatedLink.objects):
        own = rows.filter(story=story)
        assert own.filter(removed_at=None).count() == own.exclude(removed_at=None).count() == number
    return counts


def test_queries_do_not_grow_with_blocks(desk: Desk) -> None:
    for at in range(MANY):
        draft(f"Linked {at}")
        make_picture(caption=f"Hall {at}")
    client = desk(managing_editor())
    client.get(reverse("admin:index"))
    assert queries(client, FEW) == queries(client, MANY)
