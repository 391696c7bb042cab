"""What a browser is told it may do, on each page."""

from pathlib import Path

import pytest
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from newsroom.accounts.models import User
from newsroom.security import ContentSecurityPolicyMiddleware

PUBLIC = "/no-such-page/"
LOGIN = f"/{settings.NEWSROOM_ADMIN_PATH}login/"

pytestmark = pytest.mark.django_db


def policy(client: Client, address: str) -> dict[str, list[str]]:
    """Read the Content-Security-Policy of a page: directive to sources."""
    parts = (part.split() for part in client.get(address)["Content-Security-Policy"].split(";"))
    return {name: sources for name, *sources in parts}


@pytest.mark.parametrize("address", [PUBLIC, LOGIN])
def test_page_is_framed_by_nobody_and_posts_to_us_only(client: Client, address: str) -> None:
    found = policy(client, address)
    assert found["default-src"] == ["'self'"]
    assert found["frame-ancestors"] == ["'none'"]
    assert found["form-action"] == ["'self'"]
    assert found["base-uri"] == ["'none'"]
    assert found["object-src"] == ["'none'"]


def test_public_page_lets_nothing_inline_in(client: Client) -> None:
    found = policy(client, PUBLIC)
    assert not {"script-src", "style-src", "img-src"} & found.keys()
    assert "unsafe" not in str(found)


def test_admin_lets_no_script_in_that_it_did_not_send(client: Client) -> None:
    found = policy(client, LOGIN)
    assert found["script-src"] == ["'self'"]
    assert "'unsafe-inline'" in found["style-src"]
    assert "unsafe" not in str(found["script-src"] + found["default-src"])


def test_admin_lets_in_the_inline_script_that_carries_the_nonce(rf: RequestFactory) -> None:
    def page(request: HttpRequest) -> HttpResponse:
        return HttpResponse(str(request.csp_nonce))  # type: ignore[attr-defined]  # csp sets it

    response = ContentSecurityPolicyMiddleware(page)(rf.get(LOGIN))
    assert isinstance(response, HttpResponse)
    assert f"'nonce-{response.text}'" in response["Content-Security-Policy"]


@pytest.mark.parametrize("address", [PUBLIC, LOGIN])
def test_other_headers(client: Client, address: str) -> None:
    response = client.get(address)
    assert response["X-Frame-Options"] == "DENY"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"


def test_public_page_is_the_same_for_all(client: Client) -> None:
    response = client.get(PUBLIC)
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_session_cookie_is_out_of_reach_of_scripts(client: Client) -> None:
    User.objects.create_superuser("editor", password="a long password")
    cookies = client.post(LOGIN, {"username": "editor", "password": "a long password"}).cookies
    assert cookies["sessionid"]["httponly"]
    assert cookies["sessionid"]["samesite"] == "Lax"
    assert cookies["csrftoken"]["httponly"]


def test_uploaded_file_is_given_with_a_type_that_nobody_may_doubt(client: Client) -> None:
    (Path(settings.MEDIA_ROOT) / "a.png").write_bytes(b"<script>alert(1)</script>")
    response = client.get("/media/a.png")
    response.close()
    assert response["Content-Type"] == "image/png"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"] == "public, max-age=86400"
    assert not response.cookies


@pytest.mark.parametrize("path", ["missing.png", "../newsroom.sqlite3", "%2e%2e/settings.py", ""])
def test_media_gives_nothing_else(client: Client, path: str) -> None:
    assert client.get(f"/media/{path}").status_code in {400, 404}
