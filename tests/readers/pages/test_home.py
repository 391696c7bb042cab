"""The front page."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from selectolax.lexbor import LexborHTMLParser

from articles.models import Section
from articles.readers.pages.home import ON_HOME
from tests.factories import HOUR, NOON, make_story, make_version

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_the_newest_story_leads(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    picture = {"src": "/media/a.jpg", "srcset": "", "width": 800, "height": 600, "alt": "A field"}
    for number in range(ON_HOME + 2):
        make_version(
            make_story(headline=f"Story {number}", summary="In short."),
            visible_from=NOON - number * HOUR,
            section=Section.objects.create(name=f"{number}", slug=f"{number}"),
            content={"picture": picture},
        )
    make_version(make_story(headline="Scheduled"), visible_from=NOON + HOUR)
    with django_assert_num_queries(1):
        response = client.get("/")
    tree = LexborHTMLParser(response.text)
    assert [node.text() for node in tree.css(".teaser h2 a")] == [
        f"Story {number}" for number in range(ON_HOME)
    ]
    assert [node.text() for node in tree.css(".teaser-large h2")] == ["Story 0"]
    assert len(tree.css(".teaser img[src='/media/a.jpg']")) == ON_HOME
    assert [node.text() for node in tree.css("h1")] == ["Newsroom"]


def test_the_front_page_of_a_new_site_says_so(client: Client) -> None:
    response = client.get("/")
    assert response.status_code == 200
    assert "No story has been published yet." in response.text
    assert not response.cookies
    assert client.post("/").status_code == 405
