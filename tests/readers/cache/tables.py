"""Which tables the answers of public addresses read, and which of them have triggers."""

import re

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver

from articles.desk.actions.actions import ACTIONS
from articles.models import CacheVersion

READ = re.compile(r'(?:FROM|JOIN)\s+"?(\w+)"?', re.IGNORECASE)

# A statement's row of pg_trigger has a bit for each act.
POSTGRESQL_TRIGGERS = """
SELECT class.relname, (trigger.tgtype & 4) > 0, (trigger.tgtype & 16) > 0, (trigger.tgtype & 8) > 0
FROM pg_trigger trigger
JOIN pg_class class ON class.oid = trigger.tgrelid
JOIN pg_proc function ON function.oid = trigger.tgfoid
WHERE function.proname = 'articles_renew_cache_version' AND trigger.tgenabled = 'O'
"""
SQLITE_TRIGGERS = """
SELECT tbl_name, sql LIKE '%AFTER INSERT%', sql LIKE '%AFTER UPDATE%', sql LIKE '%AFTER DELETE%'
FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%INTO articles_cacheversion%'
"""


def public_patterns() -> list[str]:
    """Give the names of all addresses of the site that are not the admin's."""
    found = []

    def walk(patterns: list[URLPattern | URLResolver], prefix: str = "") -> None:
        for pattern in patterns:
            if isinstance(pattern, URLPattern):
                found.append(f"{prefix}{pattern.name}")
            elif pattern.namespace != "admin":
                walk(pattern.url_patterns, f"{pattern.namespace}:" if pattern.namespace else prefix)

    walk(get_resolver().url_patterns)
    return found


def tables_read(address: str, status: int = 200) -> set[str]:
    """Give the tables that building the answer at this address reads."""
    with CaptureQueriesContext(connection) as queries:
        assert Client().get(address).status_code == status
    return {table for query in queries for table in READ.findall(query["sql"])}


def with_triggers() -> set[str]:
    """Give the tables of which each insert, update and delete renews the cache_version."""
    actions: dict[str, set[str]] = {}
    with connection.cursor() as cursor:
        cursor.execute(
            POSTGRESQL_TRIGGERS if connection.vendor == "postgresql" else SQLITE_TRIGGERS
        )
        for table, *does in cursor.fetchall():
            has = actions.setdefault(table, set())
            has.update(action for action, it_does in zip(ACTIONS, does, strict=True) if it_does)
    return {table for table, has in actions.items() if has == set(ACTIONS)} | {
        CacheVersion._meta.db_table
    }
