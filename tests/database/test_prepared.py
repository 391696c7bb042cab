"""A prepared query returns what the query itself returns: one test for each API that it uses."""

import threading
from datetime import datetime, timedelta
from typing import Any, NamedTuple

import pytest
from django.db import connection
from django.db.models import CharField, DateTimeField, Value
from django.test.utils import CaptureQueriesContext

from articles.database import Parameter, PreparedQuery
from articles.models import PublishedVersion
from tests.factories import HOUR, NOON, make_version

pytestmark = pytest.mark.django_db


class Row(NamedTuple):
    headline: str
    published_at: datetime
    visible_until: datetime | None
    content: dict[str, object]


def query(at: Any) -> Any:
    return PublishedVersion.objects.visible(at).newest_first().values_list(*Row._fields)


QUERY = PreparedQuery(Row, lambda: query(Parameter("at", DateTimeField())))


def make_versions() -> None:
    for number in range(3):
        make_version(
            visible_from=NOON - number * HOUR,
            visible_until=NOON + HOUR if number else None,
            content={"number": number, "note": None},
        )


def test_rows_are_those_of_the_query_for_any_values() -> None:
    make_versions()
    for at in (NOON, NOON - HOUR, NOON - timedelta(days=1)):
        with CaptureQueriesContext(connection) as queries:
            found = QUERY(at=at)
        assert found == list(query(at))
        assert all(isinstance(row, Row) for row in found)
        assert len(queries) == 1


def test_get_compiler_is_asked_once_in_each_thread() -> None:
    made: list[int] = []

    def counted() -> Any:
        made.append(threading.get_ident())
        return query(Parameter("at", DateTimeField()))

    once = PreparedQuery(Row, counted)
    assert [once(at=NOON), once(at=NOON)] == [[], []]
    assert made == [threading.get_ident()]

    def in_another_thread() -> None:
        once(at=NOON)
        connection.close()

    thread = threading.Thread(target=in_another_thread)
    thread.start()
    thread.join()
    assert len(set(made)) == len(made) == 2


def test_as_sql_keeps_fixed_and_named_values_in_their_places() -> None:
    make_version(visible_from=NOON, headline="Fixed", slug="one")
    make_version(visible_from=NOON, headline="Fixed", slug="two")
    make_version(visible_from=NOON, headline="Other", slug="one-more")

    def named(headline: Any, slug: Any, at: Any) -> Any:
        return (
            PublishedVersion.objects.filter(headline=headline, slug=slug)
            .visible(at)
            .annotate(word=Value("fixed"), given=slug)
            .values_list("slug", "word", "given")
        )

    slug = Parameter("slug", CharField())
    once = PreparedQuery(
        lambda *row: row, lambda: named("Fixed", slug, Parameter("at", DateTimeField()))
    )
    for wanted in ("one", "two", "one-more"):
        assert once(slug=wanted, at=NOON) == list(named("Fixed", Value(wanted), NOON))
    assert once(slug="two", at=NOON) == [("two", "fixed", "two")]


def test_get_converters_and_apply_converters_make_values_of_python() -> None:
    make_versions()
    newest, older, oldest = QUERY(at=NOON)
    assert (newest.published_at, newest.visible_until) == (NOON, None)
    assert (older.published_at, older.visible_until) == (NOON - HOUR, NOON + HOUR)
    assert oldest.content == {"number": 2, "note": None}


def test_a_query_without_converters_returns_its_rows_too() -> None:
    make_versions()
    once = PreparedQuery(
        lambda kind: kind,
        lambda: PublishedVersion.objects.filter(kind=Parameter("kind", CharField())).values_list(
            "kind"
        ),
    )
    assert once(kind="story") == ["story"] * 3


def test_a_call_without_one_of_its_values_raises_an_error() -> None:
    with pytest.raises(KeyError):
        QUERY()


def test_postgresql_plans_it_once() -> None:
    for _ in range(3):
        QUERY(at=NOON)
    assert bool(plans_kept()) == (connection.vendor == "postgresql")


def plans_kept() -> int:
    """Return for how many queries on published versions the connection keeps the plan."""
    if connection.vendor == "sqlite":
        return 0
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE %s",
            ['SELECT "articles_publishedversion"."headline"%"visible_until"%'],
        )
        count: int = cursor.fetchone()[0]
    return count
