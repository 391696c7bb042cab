"""The search page of readers."""

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from pytest_django import DjangoAssertNumQueries
from selectolax.lexbor import LexborHTMLParser, LexborNode

from articles.models import SlugKind, VersionWords
from articles.publishing import move_slug
from articles.readers.search.search import PAGE
from tests.factories import HOUR, NOON, make_section, make_story, make_version

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

FIELDS = ("q", "section", "tag", "author", "place", "since", "until", "order", "after", "typing")


def read(client: Client, **query: str) -> LexborHTMLParser:
    answer = client.get("/search/", query)
    assert answer.status_code == 200
    return LexborHTMLParser(answer.text)


def one(page: LexborHTMLParser, selector: str) -> LexborNode:
    node = page.css_first(selector)
    assert node is not None, selector
    return node


def texts(page: LexborHTMLParser, selector: str) -> list[str]:
    return [node.text().strip() for node in page.css(selector)]


def test_stories_are_found_with_their_words_marked(client: Client) -> None:
    make_version(
        headline="Wheat & rice",
        summary="A good year.",
        body_html="<p>First.</p><p>The <em>wheat</em> &lt;is&gt; in.</p>",
        slug="wheat",
    )
    make_version(headline="Nothing")
    page = read(client, q="wheat")
    assert [it.attributes["href"] for it in page.css(".teaser-headline a")] == ["/news/wheat/"]
    assert one(page, ".teaser-headline a").inner_html == "<mark>Wheat</mark> &amp; rice"
    assert one(page, ".teaser-summary").inner_html == "The <mark>wheat</mark> &lt;is&gt; in."
    assert texts(page, ".search-total") == ["1 story"]
    assert one(page, "input[name=q]").attributes["value"] == "wheat"


def test_without_words_there_is_a_form_only(client: Client) -> None:
    make_version()
    page = read(client)
    assert not page.css(".search-result, .search-total")
    assert not read(client, q="%").css(".search-result")


def test_more_results_follow(client: Client) -> None:
    made = [make_version(make_story(slug=f"s{it}"), headline="Wheat") for it in range(PAGE + 3)]
    first = read(client, q="wheat", section="")
    more = one(first, "a[rel=next]").attributes["href"]
    second = LexborHTMLParser(client.get(f"/search/{more}").text)
    links = [
        it.attributes["href"] for page in (first, second) for it in page.css(".teaser-headline a")
    ]
    assert links == [f"/news/{version.slug}/" for version in reversed(made)]
    assert texts(first, ".search-total") == [f"{PAGE + 3} stories"]
    assert not second.css("a[rel=next]")
    assert client.get("/search/", {"q": "wheat", "after": "x"}).status_code == 404


def test_sections_are_counted_and_narrow_what_is_found(client: Client) -> None:
    land, sea = (make_section(name=it.title(), slug=it) for it in ("land", "sea"))
    make_section(name="Empty", slug="empty")
    for section in (land, land, sea, None):
        make_version(headline="Wheat", section=section)
    make_version(headline="Wheat", section=sea, visible_from=NOON + HOUR)
    counts = ["All sections 4", "Land 2", "Sea 1"]
    assert texts(read(client, q="wheat"), ".search-sections a") == counts
    chosen = read(client, q="wheat", section="land")
    assert texts(chosen, ".search-sections a") == counts
    assert texts(chosen, ".search-total") == ["2 stories"]
    assert texts(chosen, ".search-sections [aria-current]") == ["Land 2"]


def test_dates_are_days_of_the_newsroom(client: Client) -> None:
    make_version(headline="Wheat", visible_from=NOON - 12 * HOUR)
    assert read(client, q="wheat", since="2025-09-01", until="2025-09-01").css(".search-result")
    assert not read(client, q="wheat", since="2025-09-02").css(".search-result")
    wrong = read(client, q="wheat", since="yesterday")
    assert wrong.css(".search-result")
    assert "“yesterday” is not a date" in one(wrong, "#search-results").text()


def test_authors_tags_and_places_are_asked_by_name_also_by_a_former_one(client: Client) -> None:
    content = {"tags": ["Crop"], "authors": ["Ana Pérez"], "places": ["New York"]}
    make_version(headline="Wheat", content=content)
    make_version(headline="Wheat")
    move_slug(SlugKind.TAG, "crop", "harvest", "Harvest")
    named = {"tag": "HARVEST", "author": "ana pérez", "place": "New York"}
    for asked in (*({name: text} for name, text in named.items()), named, {"tag": "crop"}):
        assert texts(read(client, **asked), ".search-total") == ["1 story"], asked
    assert texts(read(client, q="wheat", tag="rice"), ".search-total") != ["1 story"]


def test_a_mistyped_word_is_corrected(client: Client) -> None:
    make_version(headline="Zeppelin lands")
    link = one(read(client, q="zepelin -x"), ".search-meant a")
    assert link.text() == "Zeppelin -x"
    assert LexborHTMLParser(client.get(f"/search/{link.attributes['href']}").text).css("mark")


def test_while_one_types_the_last_word_may_go_on(client: Client) -> None:
    make_version(headline="Zeppelin lands")
    nothing = read(client, q="zepp")
    assert not nothing.css(".search-result")
    assert nothing.css("main p a[href='/recent/']")
    assert read(client, q="zepp", typing="1").css(".search-result")


def test_it_says_that_it_is_being_built(client: Client) -> None:
    make_version()
    assert "is being built" not in one(read(client), "main").text()
    VersionWords.objects.all().delete()
    assert "is being built" in one(read(client), "main").text()


def test_nobody_caches_it_and_no_search_engine_lists_it(client: Client) -> None:
    answer = client.get("/search/?q=wheat")
    assert answer["Cache-Control"] == "private, no-cache"
    assert answer["X-Robots-Tag"] == "noindex"
    assert not answer.cookies
    assert "Disallow: /search/\n" in client.get("/robots.txt").text


@pytest.mark.parametrize("count", [1, 3, 30])
def test_it_takes_as_many_queries_whatever_is_found(
    client: Client, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    section = make_section(name="Land", slug="land")
    for _ in range(count):
        make_version(headline="Wheat", section=section)
    with django_assert_num_queries(10):
        client.get("/search/?q=wheat")


class TestAnything(TestCase):
    """Whatever is asked, there is an answer."""

    @settings(max_examples=60)
    @given(st.dictionaries(st.sampled_from(FIELDS), st.text(max_size=40), min_size=1))
    def test_any_characters_are_answered(self, query: dict[str, str]) -> None:
        sent = {name: text.encode(errors="replace").decode() for name, text in query.items()}
        assert self.client.get("/search/", sent).status_code in (200, 404)

    @settings(max_examples=40)
    @given(st.text(max_size=80))
    def test_any_query_is_answered(self, text: str) -> None:
        sent = {"q": text.encode(errors="replace").decode()}
        assert self.client.get("/search/", sent).status_code == 200

    def test_dates_and_places_beyond_all_bounds(self) -> None:
        for query in ("since=0001-01-01", "until=9999-12-31", "after=-999999999999999,9"):
            assert self.client.get(f"/search/?q=a&{query}").status_code == 200
