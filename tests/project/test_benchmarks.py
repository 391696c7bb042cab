"""`make bench` is run by hand: its site must keep up with the models in the meantime."""

import pytest
from django.test import Client
from selectolax.lexbor import LexborHTMLParser

from tests.benchmarks import search
from tests.benchmarks.pages import PAGES
from tests.benchmarks.stories import LINKS, fill, index

pytestmark = pytest.mark.django_db


def test_the_pages_of_the_benchmark_are_full(client: Client) -> None:
    fill(100)
    pages = {name: LexborHTMLParser(client.get(path).text) for name, path in PAGES.items()}
    assert len(pages["article"].css(".related a, .also-read a")) == LINKS
    assert len(pages["article"].css(".recent a")) == 8
    assert len(pages["recent"].css(".teaser img")) == 20


def test_the_searches_of_the_benchmark_find_something(client: Client) -> None:
    fill(100)
    index()
    found = {
        name: LexborHTMLParser(client.get(path).text).css(".search-total")[0].text()
        for name, path in search.PAGES.items()
    }
    assert found == {"common": "99 stories", "phrase": "2 stories", "rare": "1 story"}
