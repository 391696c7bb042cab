"""Each table that a public page reads renews the cache version, whatever code writes it."""

import pytest
from django.db import connection, transaction
from django.test import Client

from articles.database.cache_triggers import TABLES, sqlite_name
from articles.models import Section, VersionKind
from articles.readers.cache.validator import read_validator
from tests.factories import HOUR, NOON, make_correction, make_link, make_story, make_version
from tests.readers.cache.tables import public_patterns, tables_read, with_triggers

# What is requested for each public URL pattern: the path, and the status to expect.
REQUESTS = {
    "articles:home": [("/", 200)],
    "articles:recent": [("/recent/", 200), ("/recent/?before=2025-09-01T12:00:00Z,9", 200)],
    "articles:corrections": [
        ("/corrections/", 200),
        ("/corrections/?before=2025-09-01T12:00:00Z,9", 200),
    ],
    "articles:article": [
        ("/news/linking/", 200),
        ("/news/old/", 301),
        ("/news/withdrawn/", 410),
        ("/news/unknown/", 404),
    ],
}
# Files, which are not cached.
FILES = {"media", "None"}

committed = pytest.mark.django_db(transaction=True)


@pytest.fixture
def _site(clock: object) -> None:
    """A site on which each public page has something of everything."""
    section = Section.objects.create(name="Land", slug="land")
    story, target, gone = (make_story(slug=slug) for slug in ("linking", "target", "withdrawn"))
    make_version(story, slug="old", visible_from=NOON - 3 * HOUR, visible_until=NOON - 2 * HOUR)
    make_version(story, section=section)
    make_version(target, section=section)
    make_version(gone, visible_from=NOON - 3 * HOUR, visible_until=NOON - 2 * HOUR)
    make_version(gone, kind=VersionKind.WITHDRAWAL, visible_from=NOON - 2 * HOUR)
    make_link(story, target=target, state="approved")
    make_correction(story)
    make_link(story, key="key00001", headline="Waits", state="waiting")


def test_each_public_url_is_requested() -> None:
    assert set(public_patterns()) == set(REQUESTS) | FILES


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
        "INSERT INTO articles_section (name, slug, position) VALUES ('New', 'new', 2)",
        "UPDATE articles_section SET name = 'Country' WHERE slug = 'land'",
        "DELETE FROM articles_section WHERE slug = 'empty'",
        "UPDATE articles_relatedlink SET headline = 'Other'",
        "DELETE FROM articles_relatedlink",
        "UPDATE articles_publishedversion SET visible_until = NULL WHERE slug = 'target'",
    ],
)
def test_raw_sql_renews_the_cache_version(statement: str) -> None:
    Section.objects.create(name="Empty", slug="empty")
    before = read_validator(NOON)
    with connection.cursor() as cursor:
        cursor.execute(statement)
    after = read_validator(NOON)
    assert before
    assert after
    assert before.cache_version != after.cache_version


@committed
def test_with_nothing_written_yet_pages_are_built_and_not_cached(client: Client) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM articles_cacheversion")
    assert read_validator(NOON) is None
    assert client.get("/")["Cache-Control"] == "no-cache"
