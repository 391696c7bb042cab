"""Whoever is logged in but not allowed to do something gets a page that says what to do."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.people import REPORTER
from newsroom.accounts.models import User
from tests.helpers import draft, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def reporter(client: Client) -> User:
    """A reporter, who is logged in."""
    user = person(REPORTER)
    client.force_login(user)
    return user


@pytest.mark.parametrize("url", ["/admin/articles/author/", "/admin/articles/section/add/"])
def test_it_is_a_page_of_the_desk(client: Client, reporter: User, url: str) -> None:
    page = client.get(url)
    assert page.status_code == 403
    assert "Your account “reporter” does not have the permission" in page.text
    assert f'href="{reverse("admin:index")}"' in page.text
    assert page["Content-Security-Policy"]


def test_it_is_in_the_language_of_the_person(client: Client, reporter: User) -> None:
    reporter.language = "de"
    reporter.save()
    page = client.get("/admin/articles/author/")
    assert page.status_code == 403
    assert 'lang="de"' in page.text


def test_words_that_were_sent_can_be_copied(client: Client, reporter: User) -> None:
    story = draft()
    url = reverse("admin:articles_story_change", args=[story.pk])
    page = client.post(url, {"headline": "My <words>", "version": "1", "csrfmiddlewaretoken": "x"})
    assert page.status_code == 403
    assert "My &lt;words&gt;</textarea>" in page.text
    assert page.text.count("<textarea") == 1
