"""The pages of tags, authors and places: what was published under them, and under which names."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from selectolax.lexbor import LexborHTMLParser

from articles.models import SlugKind
from articles.publishing import move_slug, publish
from articles.readers.listings.paging import PAGE
from tests.factories import HOUR, NOON, make_author, make_picture, make_story, make_version
from tests.helpers import managing_editor, ready

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def page(client: Client, url: str) -> LexborHTMLParser:
    response = client.get(url)
    assert response.status_code == 200, url
    return LexborHTMLParser(response.text)


def text(tree: LexborHTMLParser, selector: str) -> str:
    return "".join(node.text() for node in tree.css(selector)[:1])


def listed(client: Client, url: str) -> list[str]:
    return [node.text() for node in page(client, url).css(".teaser-headline a")]


def version(headline: str, **fields: Any) -> None:
    names = {key: fields.pop(key, []) for key in ("tags", "authors", "places")}
    make_version(make_story(headline=headline), content=names, **fields)


@pytest.mark.parametrize(
    ("key", "name", "url"),
    [
        ("tags", "Zweites Leben", "/tag/zweites-leben/"),
        ("authors", "Ana O’Neil", "/author/ana-oneil/"),
        ("places", "Алматы", "/place/алматы/"),
    ],
)
def test_it_lists_what_readers_see_under_the_name_newest_first(
    client: Client, key: str, name: str, url: str
) -> None:
    version("Second", visible_from=NOON - 2 * HOUR, **{key: [name]})
    version("First", **{key: [name, "another"]})
    version("Elsewhere", **{key: ["another"]})
    version("Scheduled", visible_from=NOON + HOUR, **{key: [name]})
    version("Ended", visible_until=NOON, **{key: [name]})
    assert listed(client, url) == ["First", "Second"]
    assert text(page(client, url), "h1") == name


def test_what_is_published_is_listed_by_what_was_frozen(client: Client) -> None:
    story = ready(tags=("Harvest",), places=("Astana",))
    publish(story, by=managing_editor())
    assert listed(client, "/tag/harvest/") == listed(client, "/place/astana/") == [story.headline]


@pytest.mark.parametrize("state", ["scheduled", "ended", "none"])
def test_nothing_tells_of_a_name_that_readers_do_not_see_yet(client: Client, state: str) -> None:
    make_author(name="Ana", bio="A secret")
    if state != "none":
        times = {"scheduled": {"visible_from": NOON + HOUR}, "ended": {"visible_until": NOON}}
        version("Secret", tags=["Ana"], authors=["Ana"], places=["Ana"], **times[state])
    for kind in ("tag", "author", "place"):
        for url in (
            f"/{kind}/ana/",
            f"/{kind}/ana/rss.xml",
            f"/{kind}/ana/?before=2030-01-01T00:00:00Z,9",
        ):
            response = client.get(url)
            assert response.status_code == 404
            assert "secret" not in response.text.lower()


def test_older_pages_neither_miss_nor_repeat_a_story(client: Client) -> None:
    for number in range(2 * PAGE + 5):
        then = NOON - HOUR - timedelta(microseconds=number // 3)
        version(f"{number}", tags=["Harvest"], visible_from=then)
    found, url = [], "/tag/harvest/"
    while url:
        tree = page(client, url)
        found += [node.text() for node in tree.css(".teaser-headline a")]
        older = tree.css_first("a[rel=next]")
        url = f"/tag/harvest/{older.attributes['href']}" if older else ""
    assert len(found) == len(set(found)) == 2 * PAGE + 5


def test_a_former_name_leads_to_the_present_one_with_all_stories(client: Client) -> None:
    version("Old", tags=["Crop"])
    version("Both", tags=["Crop", "Harvest"], visible_from=NOON - 2 * HOUR)
    move_slug(SlugKind.TAG, "crop", "harvest", "Harvest")
    move_slug(SlugKind.TAG, "harvest", "harvests", "Harvests")
    version("New", tags=["Crop"], visible_from=NOON - 3 * HOUR)
    for former in ("crop", "harvest"):
        response = client.get(f"/tag/{former}/")
        assert (response.status_code, response["Location"]) == (301, "/tag/harvests/")
    assert listed(client, "/tag/harvests/") == ["Old", "Both", "New"]
    assert text(page(client, "/tag/harvests/"), "h1") == "Harvests"
    # And back again: nothing leads in a circle.
    move_slug(SlugKind.TAG, "harvests", "crop", "Crop")
    assert listed(client, "/tag/crop/") == ["Old", "Both", "New"]
    assert client.get("/tag/harvest/")["Location"] == "/tag/crop/"


def test_capitals_and_decomposed_letters_lead_to_the_page(client: Client) -> None:
    version("Here", places=["Köln"])
    for typed in ("Köln", "ko\u0308ln", "KÖLN"):
        assert client.get(f"/place/{typed}/", follow=True).redirect_chain == [
            ("/place/k%C3%B6ln/", 301)
        ]


@pytest.mark.parametrize("typed", ["／", "℀", "．．", "%EF%BC%8F", "ａ／b"])
def test_what_is_no_slug_has_no_page(client: Client, typed: str) -> None:
    assert client.get(f"/tag/{typed}/").status_code == 404


def test_a_former_name_tells_nothing_before_the_first_story(client: Client) -> None:
    move_slug(SlugKind.AUTHOR, "whistle-blower", "real-name", "Real Name")
    version("Secret", authors=["Real Name"], visible_from=NOON + HOUR)
    assert client.get("/author/whistle-blower/").status_code == 404


def test_two_tags_that_differ_in_signs_only_list_a_story_once(client: Client) -> None:
    version("Once", tags=["C", "C++"])
    assert listed(client, "/tag/c/") == ["Once"]


def test_an_author_has_a_page_with_what_readers_may_know(client: Client) -> None:
    make_author(
        "Ana Li",
        role="Asia",
        bio="One.\n\nTwo <b>.",
        email="ana@news.example",
        links="https://www.example.org/ana/",
        portrait=make_picture(alt="Ana"),
    )
    version("Hers", authors=["Ana Li"])
    tree = page(client, "/author/ana-li/")
    assert [node.text() for node in tree.css(".bio p")] == ["One.", "Two <b>."]
    assert [(a.attributes["href"], a.text()) for a in tree.css(".contact a")] == [
        ("mailto:ana%40news.example", "ana@news.example"),
        ("https://www.example.org/ana/", "example.org/ana"),
    ]
    assert tree.css_first(".portrait") is not None
    assert '"@type": "ProfilePage"' in text(tree, '[type="application/ld+json"]')


def test_a_story_links_to_the_pages_of_what_it_names(client: Client) -> None:
    names = {"tags": ["Rain"], "authors": ["Ana", "🔥"], "places": ["Astana", "Oral"]}
    make_version(
        make_story(slug="here"),
        content={**names, "dateline": "Astana/Oral: "},
        body_html='<p><span class="dateline">Astana/Oral: </span>It rains in Astana.</p>',
    )
    tree = page(client, "/news/here/")
    assert text(tree, "address.byline") == "By Ana and 🔥"
    links = [a.attributes["href"] for a in tree.css(".byline a, .dateline a, .tags a")]
    assert links == ["/author/ana/", "/place/astana/", "/place/oral/", "/tag/rain/"]
    assert text(tree, ".body p") == "Astana/Oral: It rains in Astana."


@pytest.mark.parametrize("number", [1, 3, 30])
def test_it_takes_the_same_queries_however_long_it_is(
    client: Client, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(number):
        version("One", tags=["Rain"])
    client.get("/tag/rain/")
    # Former slugs of it, and of what leads to it; its name; its stories; the masthead.
    with django_assert_num_queries(6):
        client.get("/tag/rain/")
