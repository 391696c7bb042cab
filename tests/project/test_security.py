"""What the headers of each page allow a browser to do."""

from pathlib import Path

import pytest
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from pytest_django import Settings

from articles.embeds import frame_sources
from newsroom.accounts.models import User
from newsroom.security import ContentSecurityPolicyMiddleware
from tests.factories import make_picture, make_version
from tests.helpers import managing_editor

PUBLIC = "/no-such-page/"
LOGIN = f"/{settings.NEWSROOM_ADMIN_PATH}login/"

pytestmark = pytest.mark.django_db


def policy(client: Client, url: str) -> dict[str, list[str]]:
    """Return the Content-Security-Policy of a page, as sources by directive."""
    parts = (part.split() for part in client.get(url)["Content-Security-Policy"].split(";"))
    return {name: sources for name, *sources in parts}


@pytest.mark.parametrize("url", [PUBLIC, LOGIN])
def test_page_cannot_be_framed_and_posts_only_to_this_site(client: Client, url: str) -> None:
    found = policy(client, url)
    assert found["default-src"] == ["'self'"]
    assert found["frame-ancestors"] == ["'none'"]
    assert found["form-action"] == ["'self'"]
    assert found["base-uri"] == ["'none'"]
    assert found["object-src"] == ["'none'"]


@pytest.mark.parametrize("url", [PUBLIC, LOGIN])
def test_frames_come_from_the_sites_of_embeds_only(client: Client, url: str) -> None:
    assert policy(client, url)["frame-src"] == frame_sources()


def test_public_page_allows_nothing_inline(client: Client) -> None:
    found = policy(client, PUBLIC)
    assert not {"script-src", "style-src", "img-src"} & found.keys()
    assert "unsafe" not in str(found)


def test_admin_allows_only_its_own_scripts(client: Client) -> None:
    found = policy(client, LOGIN)
    assert found["script-src"] == ["'self'"]
    assert "'unsafe-inline'" in found["style-src"]
    assert "unsafe" not in str(found["script-src"] + found["default-src"])


def test_admin_allows_inline_scripts_with_the_nonce(rf: RequestFactory) -> None:
    def page(request: HttpRequest) -> HttpResponse:
        return HttpResponse(str(request.csp_nonce))  # type: ignore[attr-defined]  # csp sets it

    response = ContentSecurityPolicyMiddleware(page)(rf.get(LOGIN))
    assert isinstance(response, HttpResponse)
    assert f"'nonce-{response.text}'" in response["Content-Security-Policy"]


@pytest.mark.parametrize("url", [PUBLIC, LOGIN])
def test_other_headers(client: Client, url: str) -> None:
    response = client.get(url)
    assert response["X-Frame-Options"] == "DENY"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"


def test_public_page_is_the_same_for_everybody(client: Client) -> None:
    response = client.get(PUBLIC)
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_scripts_cannot_read_the_session_cookie(client: Client) -> None:
    User.objects.create_superuser("editor", password="a long password")
    cookies = client.post(LOGIN, {"username": "editor", "password": "a long password"}).cookies
    assert cookies["sessionid"]["httponly"]
    assert cookies["sessionid"]["samesite"] == "Lax"
    assert cookies["csrftoken"]["httponly"]


def test_uploaded_file_is_served_with_a_type_that_browsers_must_not_guess(client: Client) -> None:
    picture = make_picture()
    make_version(picture=picture)
    name = picture.renditions[0]["name"]
    (Path(settings.MEDIA_ROOT) / name).write_bytes(b"<script>alert(1)</script>")
    response = client.get(f"/media/{name}")
    response.getvalue()
    assert response["Content-Type"] == "image/jpeg"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"].startswith("public, max-age=3600")
    assert not response.cookies


@pytest.mark.parametrize("path", ["missing.png", "../newsroom.sqlite3", "%2e%2e/settings.py", ""])
def test_nothing_but_uploaded_files_is_served_as_media(client: Client, path: str) -> None:
    assert client.get(f"/media/{path}").status_code in {400, 404}


def test_answers_to_bad_requests_and_errors_have_the_headers_too(
    client: Client, monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    settings.SECURE_HSTS_SECONDS = 60
    client.raise_request_exception = False
    monkeypatch.setattr("articles.readers.pages.home.newest", lambda *_: 1 / 0)
    for url, host, status in (
        (PUBLIC, "else.example", 400),
        (LOGIN, "else.example", 400),
        (f"/{'a' * 9000}", "testserver", 414),
        ("/%00", "testserver", 404),
        ("/", "testserver", 500),
    ):
        response = client.get(url, headers={"host": host}, secure=True)
        assert response.status_code == status
        assert "default-src 'self'" in response["Content-Security-Policy"]
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["X-Frame-Options"] == "DENY"
        assert response["Referrer-Policy"] == "strict-origin-when-cross-origin"
        assert response["Cross-Origin-Opener-Policy"] == "same-origin"
        assert response["Strict-Transport-Security"] == "max-age=60"


def test_no_cache_keeps_an_error_page_of_the_desk(client: Client) -> None:
    client.force_login(managing_editor())
    for answer, status in (
        (client.get("/admin/nowhere/"), 404),
        (client.get("/admin/articles/auditentry/add/"), 403),
        (client.post("/admin/articles/story/1/change/", {"body": "a"}), 409),
        (Client().post("/admin/articles/story/1/change/", {"body": "a"}), 403),
        (Client(enforce_csrf_checks=True).post(LOGIN, {"username": "a"}), 403),
    ):
        assert answer.status_code == status
        assert "no-store" in answer["Cache-Control"]
