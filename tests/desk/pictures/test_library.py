"""The library: what it finds, what it says of each picture, and where a picture is used."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles import publishing
from articles.frontpage import Placed
from articles.models import Picture
from articles.people import EDITOR, REPORTER
from newsroom.accounts.models import User
from tests.factories import (
    HOUR,
    NOON,
    make_author,
    make_entry,
    make_entry_version,
    make_picture,
    make_section,
)
from tests.frontpage.fronts import front_of
from tests.helpers import draft, managing_editor, person, ready

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
Desk = Callable[[User], Client]
WORDS = {"alt": "A field", "caption": "At dawn", "credit": "Ana"}
LIST = "/admin/articles/picture/"


@pytest.fixture
def client(desk: Desk) -> Client:
    return desk(person(EDITOR))


def listed(client: Client, query: str = "") -> list[int]:
    response = client.get(f"{LIST}?{query}")
    assert response.status_code == 200
    return sorted(picture.pk for picture in response.context["cl"].result_list)


def licensed(until: date, **words: str) -> Picture:
    return make_picture(**{**WORDS, **words}, licence_until=until.isoformat())


@pytest.mark.parametrize(
    "words", ["ЁЛКА алматы", "елка", "jose", "reuters", "IMG_1", "© newsroom", "fields"]
)
def test_a_picture_is_found_by_its_words_and_its_file(client: Client, words: str) -> None:
    make_picture(**WORDS)
    found = make_picture(
        alt="Fields", caption="Ёлка в Алматы", credit="José/Reuters", copyright="© Newsroom"
    )
    Picture.objects.filter(pk=found.pk).update(filename="IMG_1234.jpg")
    assert listed(client, f"q={words}") == [found.pk]


def test_filters_by_use(client: Client) -> None:
    live, drafted, front, ahead, portrait, entry, unused = (make_picture(**WORDS) for _ in range(7))
    story = ready(lead_picture=live)
    publishing.publish(story, by=managing_editor())
    draft("Another", lead_picture=drafted)
    make_author("Bo Li", portrait=portrait)
    front_of(Placed(story.pk, picture=front), section=make_section())
    front_of(Placed(story.pk, picture=ahead), at=NOON + HOUR)
    make_entry_version(make_entry(story, picture=entry), picture=entry)
    seen = [live.pk, front.pk, portrait.pk, entry.pk]
    assert listed(client, "use=live") == seen
    assert listed(client, "use=used") == sorted([*seen, drafted.pk, ahead.pk])
    assert listed(client, "use=unused") == [unused.pk]

    Picture.objects.update(licence_until=NOON.date() - timedelta(days=1))
    assert listed(client, "licence=live") == seen
    ended = client.get(f"{LIST}?licence=live").context["cl"].result_list
    assert [[place.name for place in picture.seen_in] for picture in ended] == [
        ["Harvest begins"],
        ["Bo Li"],
        ["Front page: Land"],
        ["Harvest begins"],
    ]


def test_filters_by_licence(client: Client) -> None:
    today = NOON.date()
    yesterday = licensed(today - timedelta(days=1))
    ends_today, in_30, _in_31 = (licensed(today + timedelta(days=days)) for days in (0, 30, 31))
    make_picture(**WORDS)
    seen = licensed(today, caption="Seen")
    publishing.publish(ready("Harvest begins", lead_picture=seen), by=managing_editor())
    Picture.objects.filter(pk=seen.pk).update(licence_until=today - timedelta(days=1))
    assert listed(client, "licence=ended") == [yesterday.pk, seen.pk]
    assert listed(client, "licence=soon") == [ends_today.pk, in_30.pk]
    assert listed(client, "licence=live") == [seen.pk]
    page = client.get(f"{LIST}?licence=live").text
    assert "Licence ended on 31 August 2025" in page
    assert "“Harvest begins”" in page


def test_filters_by_missing_words_and_by_who_added_it(client: Client) -> None:
    no_alt, no_credit = make_picture(caption="A", credit="B"), make_picture(alt="A")
    own = make_picture(**WORDS)
    Picture.objects.filter(pk=own.pk).update(added_by=User.objects.get(username="editor"))
    assert listed(client, "lacking=alt") == [no_alt.pk]
    assert listed(client, "lacking=credit") == [no_credit.pk]
    assert listed(client, "lacking=either") == [no_alt.pk, no_credit.pk]
    assert listed(client, "mine=own") == [own.pk]


def figure(picture: Picture) -> str:
    return (
        '<p>The harvest has begun.</p><figure data-block="figure" data-key="figure001"'
        f' data-picture="{picture.pk}" data-alt="Water"><figcaption>A river</figcaption></figure>'
    )


def test_the_page_of_a_picture_says_where_it_is_used(client: Client, desk: Desk) -> None:
    picture = make_picture(**WORDS)
    make_author("Bo Li", portrait=picture)
    by = managing_editor()
    publishing.publish(ready("Seen", lead_picture=picture, body=figure(picture)), by=by)
    publishing.schedule(ready("Coming", body=figure(picture)), by=by, at=NOON + HOUR)
    in_work = draft("In work", lead_picture=picture)
    draft("Without it")
    slot = Placed(in_work.pk, picture=picture)
    front_of(slot)
    front_of(slot, section=make_section(), at=NOON + HOUR)
    withdrawn = ready("Withdrawn", body=figure(picture))
    publishing.publish(withdrawn, by=by)
    publishing.withdraw(withdrawn, by=by, note="Gone.")
    page = reverse("admin:articles_picture_change", args=[picture.pk])
    context = client.get(page).context
    assert {use.story.headline: use.places for use in context["used_in"]} == {
        "Seen": [
            "Working copy: lead picture, in the text",
            "Readers: lead picture, in the text",
        ],
        "Coming": [
            "Working copy: in the text",
            "From 1 September 2025, 13:00 UTC: in the text",
        ],
        "In work": ["Working copy: lead picture"],
        "Withdrawn": ["Working copy: in the text"],
    }
    assert [(front.title, front.place) for front in context["fronts"]] == [
        ("Front page", "Not shown now"),
        ("Front page: Land", "From 1 September 2025, 13:00 UTC"),
    ]
    shown = client.get(page).text
    assert shown.count('data-state="live"') == 1
    assert "Bo Li" in shown
    stranger = person("", "stranger")
    stranger.user_permissions.add(Permission.objects.get(codename="view_picture"))
    assert "In work" not in desk(stranger).get(page).text


@pytest.mark.parametrize("url", [LIST, f"{LIST}?licence=live", f"{LIST}?use=unused", "page"])
def test_as_many_queries_however_much_there_is(client: Client, url: str) -> None:
    counts = []
    made: list[Picture] = []
    by = managing_editor()
    first = make_picture(**WORDS)
    page = reverse("admin:articles_picture_change", args=[first.pk])
    for many in (1, 3, 30):
        while len(made) < many:
            made.append(make_picture(**WORDS))
            name = f"Story {len(made)}"
            publishing.publish(ready(name, lead_picture=made[-1], body=figure(first)), by=by)
            draft(f"Draft of {name}", lead_picture=first)
        Picture.objects.exclude(pk=first.pk).update(licence_until=NOON.date() - timedelta(days=1))
        client.get(page if url == "page" else url)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(page if url == "page" else url).status_code == 200
        counts.append(len(queries))
    assert counts == [counts[0]] * 3


def test_a_reporter_finds_the_form_for_several_and_without_javascript_that_for_one(
    desk: Desk,
) -> None:
    page = desk(person(REPORTER)).get(LIST).text
    assert "<picture-uploads" in page
    assert "/admin/articles/picture/add/" in page
