"""A query that is made once gives what the query itself gives."""

from datetime import timedelta
from typing import NamedTuple

import pytest
from django.db import connection
from django.db.models import DateTimeField
from django.test.utils import CaptureQueriesContext

from articles.database import Parameter, PreparedQuery
from articles.models import PublishedVersion
from tests.factories import HOUR, NOON, make_version


class Row(NamedTuple):
    headline: str
    published_at: object
    content: object


QUERY = PreparedQuery(
    Row,
    lambda: (
        PublishedVersion.objects.visible(Parameter("at", DateTimeField()))
        .newest_first()
        .values_list(*Row._fields)
    ),
)


@pytest.mark.django_db
def test_rows_are_those_of_the_query_whatever_is_given() -> None:
    for number in range(3):
        make_version(visible_from=NOON - number * HOUR, content={"number": number})
    for at in (NOON, NOON - HOUR, NOON - timedelta(days=1)):
        plain = PublishedVersion.objects.visible(at).newest_first().values_list(*Row._fields)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            found = QUERY(at=at)
        assert found == list(plain)
        assert all(isinstance(row, Row) for row in found)
        assert len(queries) == 1
