"""Each table that a public page reads renews the cache version, whatever code writes it."""

import pytest
from django.db import connection, transaction

from articles.database import TABLES
from articles.database.cache_triggers import sqlite_name
from articles.frontpage import show_breaking
from articles.models import SlugKind, VersionKind
from articles.publishing import move_slug
from articles.readers.cache.changes import changes
from articles.readers.live.stream import PAGE
from tests.factories import (
    HOUR,
    NOON,
    make_author,
    make_correction,
    make_coverage,
    make_entry,
    make_entry_version,
    make_link,
    make_section,
    make_story,
    make_version,
)
from tests.frontpage.fronts import front_of
from tests.helpers import managing_editor
from tests.readers.cache.at_the_door import Reader, state
from tests.readers.cache.tables import NOT_CACHED, public_patterns, tables_read, with_triggers

# What is requested for each public URL pattern: the path, and the status to expect.
REQUESTS = {
    "articles:home": [("/", 200)],
    "articles:recent": [("/recent/", 200), ("/recent/?before=2025-09-01T12:00:00Z,9", 200)],
    "articles:section": [
        ("/section/land/", 200),
        ("/section/land/?before=2025-09-01T12:00:00Z,9", 200),
        ("/section/none/", 404),
    ],
    "articles:rss": [("/rss.xml", 200)],
    "articles:atom": [("/atom.xml", 200)],
    "articles:section_rss": [("/section/land/rss.xml", 200), ("/section/none/rss.xml", 404)],
    "articles:section_atom": [("/section/land/atom.xml", 200)],
    "articles:tag": [("/tag/harvest/", 200), ("/tag/yield/", 301), ("/tag/none/", 404)],
    "articles:tag_rss": [("/tag/harvest/rss.xml", 200), ("/tag/yield/rss.xml", 301)],
    "articles:tag_atom": [("/tag/harvest/atom.xml", 200), ("/tag/none/atom.xml", 404)],
    "articles:author": [("/author/ana/", 200), ("/author/none/", 404)],
    "articles:author_rss": [("/author/ana/rss.xml", 200)],
    "articles:author_atom": [("/author/ana/atom.xml", 200)],
    "articles:place": [("/place/astana/", 200), ("/place/none/", 404)],
    "articles:place_rss": [("/place/astana/rss.xml", 200)],
    "articles:place_atom": [("/place/astana/atom.xml", 200)],
    "articles:archive": [("/archive/", 200)],
    "articles:archive_year": [("/archive/2025/", 200), ("/archive/2024/", 404)],
    "articles:archive_month": [("/archive/2025/9/", 200), ("/archive/2025/13/", 404)],
    "articles:archive_day": [("/archive/2025/9/1/", 200), ("/archive/2025/2/30/", 404)],
    "articles:robots": [("/robots.txt", 200)],
    "articles:sitemap_index": [("/sitemap.xml", 200)],
    "articles:sitemap_news": [("/sitemap-news.xml", 200)],
    "articles:sitemap": [("/sitemap-2025-09.xml", 200), ("/sitemap-2025-10.xml", 404)],
    "articles:corrections": [
        ("/corrections/", 200),
        ("/corrections/?before=2025-09-01T12:00:00Z,9", 200),
    ],
    "articles:article": [
        ("/news/linking/", 200),
        ("/news/old/", 301),
        ("/news/withdrawn/", 410),
        ("/news/unknown/", 404),
        ("/news/linking/?entry=entry0000001", 200),
    ],
    "articles:live_updates": [
        ("/news/linking/live/", 200),
        ("/news/old/live/", 301),
        ("/news/target/live/", 404),
        ("/news/unknown/live/", 404),
    ],
}

committed = pytest.mark.django_db(transaction=True)


@pytest.fixture
def _site(clock: object) -> None:
    """A site on which each public page has something of everything."""
    section = make_section(name="Land", slug="land")
    story, target, gone = (make_story(slug=slug) for slug in ("linking", "target", "withdrawn"))
    make_version(story, slug="old", visible_from=NOON - 3 * HOUR, visible_until=NOON - 2 * HOUR)
    make_author(name="Ana")
    move_slug(SlugKind.TAG, "yield", "harvest", "Harvest")
    named = {"tags": ["Harvest"], "authors": ["Ana"], "places": ["Astana"], "dateline": "Astana: "}
    make_version(story, section=section, content=named)
    make_version(target, section=section)
    make_version(gone, visible_from=NOON - 3 * HOUR, visible_until=NOON - 2 * HOUR)
    make_version(gone, kind=VersionKind.WITHDRAWAL, visible_from=NOON - 2 * HOUR)
    make_link(story, target=target, state="approved")
    make_correction(story)
    make_link(story, key="key00001", headline="Waits", state="waiting")
    for of in (None, section):
        front_of(story, section=of)
    show_breaking("The bridge is closed", by=managing_editor())
    make_coverage(story)
    for number in range(PAGE + 2):
        entry = make_entry(story, key=f"entry{number:07}")
        make_entry_version(entry, headline="A", is_key=not number % 2)


def test_each_public_url_is_requested() -> None:
    assert set(public_patterns()) == set(REQUESTS) | NOT_CACHED


def unguarded() -> set[str]:
    requests = [request for requests in REQUESTS.values() for request in requests]
    read = {table for path, status in requests for table in tables_read(path, status)}
    return read - with_triggers()


@pytest.mark.django_db
@pytest.mark.usefixtures("_site")
def test_each_table_that_a_public_page_reads_has_its_triggers() -> None:
    assert unguarded() == set()


@pytest.mark.django_db
@pytest.mark.usefixtures("_site")
@pytest.mark.parametrize("table", TABLES)
def test_a_missing_trigger_is_found(table: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # A table with pending deferred triggers cannot be changed.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute(f"DROP TRIGGER renew_{table} ON {table}")
        else:
            cursor.execute(f"DROP TRIGGER {sqlite_name(table, 'DELETE')}")
        assert unguarded() == {table}
        transaction.set_rollback(True)


@committed
@pytest.mark.usefixtures("_site")
@pytest.mark.parametrize(
    "statement",
    [
        (
            "INSERT INTO articles_sectionperiod (section_id, name, slug, position, valid_from)"
            " VALUES (0, 'New', 'new', 2, '2025-09-01 12:00:00')"
        ),
        "UPDATE articles_sectionperiod SET valid_until = valid_from WHERE slug = 'land'",
        "UPDATE articles_linkdecision SET valid_until = valid_from",
        "UPDATE articles_publishedversion SET visible_until = NULL WHERE slug = 'target'",
        "UPDATE articles_front SET valid_until = '2025-09-01 12:00:00'",
        "UPDATE articles_breakingnews SET valid_until = '2025-09-01 12:00:00'",
    ],
)
def test_raw_sql_renews_the_cache_version(statement: str) -> None:
    before = state()
    with connection.cursor() as cursor:
        cursor.execute(statement)
    assert state().cache_version != before.cache_version


@committed
def test_with_nothing_written_yet_pages_are_built_and_not_cached(reader: Reader) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM articles_cacheversion")
    assert changes.present() is None
    assert reader.get("/")["Cache-Control"] == "no-cache"
