"""Sitemaps and robots.txt."""

from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from articles.syndication.sitemaps import google_language
from tests.factories import HOUR, NOON, make_story, make_version

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
SITE = "http://testserver"


def read(client: Client, url: str) -> ElementTree.Element:
    response = client.get(url)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/xml; charset=utf-8"
    return ElementTree.fromstring(response.content)  # noqa: S314 (our own)


def places(tree: ElementTree.Element) -> list[tuple[str | None, str | None]]:
    return [(one.findtext(f"{MAP}loc"), one.findtext(f"{MAP}lastmod")) for one in tree]


def test_the_index_has_each_month_in_which_stories_began(client: Client) -> None:
    make_version(visible_from=datetime(2024, 2, 29, 23, 59, 59, tzinfo=UTC))
    make_version(visible_from=datetime(2024, 3, 1, tzinfo=UTC))
    make_version(visible_from=NOON - HOUR)
    make_version(visible_from=NOON + timedelta(days=40))
    make_version(visible_from=datetime(2023, 1, 1, tzinfo=UTC), visible_until=NOON)
    assert places(read(client, "/sitemap.xml")) == [
        (f"{SITE}/sitemap-news.xml", None),
        (f"{SITE}/sitemap-2025-09.xml", "2025-09-01T11:00:00+00:00"),
        (f"{SITE}/sitemap-2024-03.xml", "2024-03-01T00:00:00+00:00"),
        (f"{SITE}/sitemap-2024-02.xml", "2024-02-29T23:59:59+00:00"),
    ]
    assert len(places(read(client, "/sitemap-2024-02.xml"))) == 1
    assert len(places(read(client, "/sitemap-2024-03.xml"))) == 1


def test_a_month_has_what_readers_see_of_it(client: Client) -> None:
    make_version(make_story(slug="ähren"), published_at=NOON - 3 * HOUR, modified_at=NOON - HOUR)
    make_version(visible_from=NOON + HOUR)
    make_version(visible_until=NOON)
    assert places(read(client, "/sitemap-2025-09.xml")) == [
        (f"{SITE}/news/%C3%A4hren/", "2025-09-01T11:00:00+00:00")
    ]


@pytest.mark.parametrize("name", ["2025-08", "2025-13", "0000-01", "9999-12", "2025-9", "02025-09"])
def test_there_is_no_sitemap_of_a_month_without_stories(client: Client, name: str) -> None:
    make_version()
    assert client.get(f"/sitemap-{name}.xml").status_code == 404


def test_the_news_sitemap_has_two_days(client: Client, settings: Settings) -> None:
    settings.NEWSROOM_NAME = "Post & Mail"
    make_version(make_story(headline="Fresh & new", slug="fresh"), language="zh-Hant")
    make_version(make_story(headline="Too old"), visible_from=NOON - 48 * HOUR)
    make_version(make_story(headline="Scheduled"), visible_from=NOON + HOUR)
    (story,) = read(client, "/sitemap-news.xml")
    assert story.findtext(f"{MAP}loc") == f"{SITE}/news/fresh/"
    news = story.find(f"{NEWS}news")
    assert news is not None
    assert [part.text for part in news.iter() if part.text and part.text.strip()] == [
        *("Post & Mail", "zh-tw", "2025-09-01T11:00:00+00:00", "Fresh & new")
    ]


def test_a_language_is_as_google_has_it() -> None:
    codes = {"en-gb": "en", "kk": "kk", "zh": "zh-cn", "zh-Hans": "zh-cn", "zh-TW": "zh-tw"}
    assert {code: google_language(code) for code in codes} == codes


def test_characters_that_xml_cannot_hold_are_left_out(client: Client) -> None:
    make_version(make_story(headline="A\x0bB"))
    assert "AB" in ElementTree.tostring(read(client, "/sitemap-news.xml"), "unicode")


@pytest.mark.parametrize("number", [1, 3, 30])
def test_each_takes_one_query(
    client: Client, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(number):
        make_version()
    for url in ("/sitemap.xml", "/sitemap-2025-09.xml", "/sitemap-news.xml"):
        with django_assert_num_queries(1):
            read(client, url)


def test_a_new_site_has_sitemaps(client: Client) -> None:
    assert len(read(client, "/sitemap.xml")) == 1
    assert len(read(client, "/sitemap-news.xml")) == 0


def test_robots_are_told_of_the_sitemaps_and_not_of_the_desk(
    client: Client, settings: Settings
) -> None:
    text = client.get("/robots.txt").text
    assert f"Sitemap: {SITE}/sitemap.xml\nSitemap: {SITE}/sitemap-news.xml\n" in text
    assert settings.NEWSROOM_ADMIN_PATH.strip("/") not in text
