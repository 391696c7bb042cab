"""Which tables the pages at public URLs read, and which tables have triggers."""

import re
from collections.abc import Callable
from typing import Any

from django.db import connection
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from articles.database.cache_triggers import EVENTS
from articles.models import CacheVersion

READ = re.compile(r'(?:FROM|JOIN)\s+"?(\w+)"?', re.IGNORECASE)

#: The only page of readers that is not cached: anybody can make up what to search for.
SEARCH = "articles:search"
#: The search, files, redirects to the neighbours of a story, and what a signed link opens.
NOT_CACHED = {
    SEARCH,
    "articles:picture_file",
    "articles:previous",
    "articles:next",
    "None",
    "articles:preview",
    "articles:preview_picture",
}

# tgtype in pg_trigger has a bit for each event.
POSTGRESQL_TRIGGERS = """
SELECT class.relname, (trigger.tgtype & 4) > 0, (trigger.tgtype & 16) > 0, (trigger.tgtype & 8) > 0
FROM pg_trigger trigger
JOIN pg_class class ON class.oid = trigger.tgrelid
JOIN pg_proc function ON function.oid = trigger.tgfoid
WHERE function.proname LIKE 'articles_renew_%' AND trigger.tgenabled = 'O'
"""
SQLITE_TRIGGERS = """
SELECT tbl_name, sql LIKE '%AFTER INSERT%', sql LIKE '%AFTER UPDATE%', sql LIKE '%AFTER DELETE%'
FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%INTO articles_cacheversion%'
"""


def public_patterns() -> list[str]:
    """Return the names of all URL patterns of the site but the admin's."""
    found = []

    def walk(patterns: list[URLPattern | URLResolver], prefix: str = "") -> None:
        for pattern in patterns:
            if isinstance(pattern, URLPattern):
                found.append(f"{prefix}{pattern.name}")
            elif pattern.namespace != "admin":
                walk(pattern.url_patterns, f"{pattern.namespace}:" if pattern.namespace else prefix)

    walk(get_resolver().url_patterns)
    return found


def tables_read(url: str, status: int = 200) -> set[str]:
    """Return the tables that are read while the page at this URL is built."""
    statements: list[str] = []

    def note(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        statements.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(note):
        assert Client().get(url).status_code == status
    return {table for sql in statements for table in READ.findall(sql)}


def with_triggers() -> set[str]:
    """Return the tables of which every insert, update and delete renews the cache version."""
    events: dict[str, set[str]] = {}
    with connection.cursor() as cursor:
        cursor.execute(
            POSTGRESQL_TRIGGERS if connection.vendor == "postgresql" else SQLITE_TRIGGERS
        )
        for table, *does in cursor.fetchall():
            has = events.setdefault(table, set())
            has.update(event for event, it_does in zip(EVENTS, does, strict=True) if it_does)
    return {table for table, has in events.items() if has == set(EVENTS)} | {
        CacheVersion._meta.db_table
    }
