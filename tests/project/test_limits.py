"""What no page of the site can be asked is refused early, on either database."""

import pytest
from django.test import Client

from articles.readers.cache.page_cache import page_cache
from tests.helpers import managing_editor

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "url",
    [
        "/news/%00/",
        "/news/a%00b/",
        "/media/%00",
        "/admin/articles/story/?state=%00",
        "/admin/articles/story/search/?q=a%00",
        "/admin/articles/story/pictures/search/?q=%00",
        "/admin/articles/auditentry/?action=%00",
        "/admin/articles/relatedlink/?state=%00",
    ],
)
def test_nul_leads_to_no_page(url: str) -> None:
    client = Client()
    client.force_login(managing_editor())
    assert client.get(url).status_code == 404


def test_the_words_for_nul_are_let_through(client: Client) -> None:
    assert client.get("/recent/?q=%2500").status_code == 200


def test_nul_in_a_cookie_leads_to_no_page(client: Client) -> None:
    client.cookies["sessionid"] = "\0abcdefgh"
    assert client.get("/admin/").status_code == 404


@pytest.mark.parametrize("path", ["/", "/recent/", "/news/x/", "/nothing/", "/admin/", "/media/x"])
def test_overlong_urls_and_hosts_are_refused(client: Client, path: str) -> None:
    assert client.get(f"{path}{'a' * 60_000}").status_code == 414
    assert client.get(f"{path}?q={'a' * 60_000}").status_code == 414
    assert client.get(path, headers={"host": "a" * 60_000}).status_code == 400
    assert not page_cache.bytes


def test_long_slugs_and_searches_are_let_through(client: Client) -> None:
    assert client.get(f"/news/{'語' * 120}/").status_code == 404
    assert client.get(f"/recent/?q={'a' * 2000}").status_code == 200


def test_a_name_that_is_too_long_for_a_file_is_no_upload(client: Client) -> None:
    assert client.get(f"/media/{'a' * 300}").status_code == 404
    assert client.get(f"/media/{'a/' * 900}x").status_code == 404
