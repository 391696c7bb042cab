"""Requests outlive connections that the database ends."""

import contextlib

import pytest
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from newsroom.retry import RetryMiddleware
from tests.helpers import managing_editor

pytestmark = pytest.mark.django_db(transaction=True)


def end_connection() -> None:
    """End this thread's connection as the server does, unknown to Django."""
    connection.ensure_connection()
    if connection.vendor == "sqlite":
        connection.connection.close()
    else:
        with contextlib.suppress(Exception), connection.connection.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")


def query() -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("built")


class Site:
    """Loses the connection in its first request."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self, request: HttpRequest) -> HttpResponse:
        self.asked += 1
        if self.asked == 1:
            end_connection()
        try:
            return query()
        except Exception:  # Django turns all of them into 500
            return HttpResponse(status=500)


@pytest.mark.parametrize("method", ["get", "head", "options", "post", "put", "delete"])
def test_only_a_request_that_reads_is_tried_again(rf: RequestFactory, method: str) -> None:
    site = Site()
    # Nobody ends a connection to SQLite's file but the process itself.
    again = connection.vendor == "postgresql" and method in ("get", "head", "options")
    try:
        status = RetryMiddleware(site)(getattr(rf, method)("/")).status_code
    finally:
        connection.close()
    assert (status, site.asked) == ((200, 2) if again else (500, 1))


def test_other_errors_are_not_tried_again(rf: RequestFactory) -> None:
    asked = []

    def fails(request: HttpRequest) -> HttpResponse:
        asked.append(request)
        return HttpResponse(status=500)

    assert RetryMiddleware(fails)(rf.get("/")).status_code == 500
    assert len(asked) == 1


@pytest.mark.parametrize("url", ["/", "/recent/", "/admin/articles/story/"])
def test_a_connection_that_ended_between_two_requests_is_replaced(url: str) -> None:
    client = Client()
    client.force_login(managing_editor())
    for _ in range(3):
        end_connection()
        # As a request that ended gives it back to the pool.
        connection.close()
        assert client.get(url).status_code == 200
