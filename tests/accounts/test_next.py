"""Logging in or out leads to the page that was asked for, or to the start page."""

import pytest
from django.test import Client
from django.urls import reverse

from newsroom.accounts.models import User

pytestmark = pytest.mark.django_db

PASSWORD = "a long password"
UNSAFE = (
    "https://evil.example/",
    "//evil.example/",
    "///evil.example/",
    "/\\evil.example/",
    "\\\\evil.example",
    "javascript:alert(1)",
    "http:///[",
    "//[",
    "evil.example",
    "?x",
    "",
    " ",
    "/a\0b",
    "/a\r\nSet-Cookie: x=1",
    "\x1b/",
    "/" + "a" * 5000,
    "/admin/logout/",
    "/admin/logout/?again=1",
)


def client(name: str = "login") -> Client:
    anna = User.objects.create_superuser("anna", password=PASSWORD)
    browser = Client()
    if name == "logout":
        browser.force_login(anna)
    return browser


@pytest.mark.parametrize("url", UNSAFE, ids=range(len(UNSAFE)))
@pytest.mark.parametrize("name", ["login", "logout"])
def test_an_unsafe_next_leads_to_the_start_page(url: str, name: str) -> None:
    sent = {"username": "anna", "password": PASSWORD}
    answer = client(name).post(reverse(f"admin:{name}"), sent | {"next": url})
    assert (answer.status_code, answer.get("Location")) == (302, reverse("admin:index"))


@pytest.mark.parametrize("name", ["login", "logout"])
def test_so_does_one_in_the_query(name: str) -> None:
    sent = {"username": "anna", "password": PASSWORD}
    url = reverse(f"admin:{name}", query={"next": "//evil.example/"})
    answer = client(name).post(url, sent)
    assert (answer.status_code, answer.get("Location")) == (302, reverse("admin:index"))


def test_the_form_does_not_carry_an_unsafe_next() -> None:
    page = client().get(reverse("admin:login"), {"next": "//evil.example/"})
    assert 'name="next" value="/admin/"' in page.text


@pytest.mark.parametrize("name", ["login", "logout"])
def test_a_page_of_the_site_is_where_it_leads(name: str) -> None:
    sent = {"username": "anna", "password": PASSWORD, "next": "/admin/articles/story/?q=a%20b&é=1"}
    answer = client(name).post(reverse(f"admin:{name}"), sent)
    assert answer.status_code == 302
    assert answer["Location"] == "/admin/articles/story/?q=a%20b&%C3%A9=1"
