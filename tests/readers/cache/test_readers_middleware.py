"""Readers' pages pass through the middleware that they need, whoever requests them."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.helpers import managing_editor

pytestmark = pytest.mark.django_db
HOME = "/"


def test_a_readers_page_has_no_session_and_the_desk_has_one() -> None:
    client = Client()
    client.force_login(managing_editor())
    assert not hasattr(client.get(HOME).wsgi_request, "session")
    assert client.get(reverse("admin:index")).wsgi_request.user.is_authenticated


def test_a_missing_page_has_the_security_headers_too(client: Client) -> None:
    headers = client.get("/news/nothing/").headers
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert "default-src 'self'" in headers["Content-Security-Policy"]


def test_a_host_that_is_not_allowed_is_refused(client: Client) -> None:
    assert client.get(HOME, headers={"host": "else.example"}).status_code == 400


def test_an_error_shows_the_error_page(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    client.raise_request_exception = False
    monkeypatch.setattr("articles.readers.pages.home.newest", lambda *_: 1 / 0)
    answer = client.get(HOME)
    assert answer.status_code == 500
    assert "went wrong" in answer.text


def test_a_post_to_a_readers_page_is_refused(client: Client) -> None:
    assert client.post(HOME).status_code == 405
