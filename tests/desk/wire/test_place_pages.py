"""The desk's page for naming the pages of places."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from selectolax.lexbor import LexborHTMLParser

from articles.people import roles
from tests.factories import make_version
from tests.helpers import managing_editor, person

URL = "/admin/articles/place/pages/"
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(managing_editor())
    return client


def rows(client: Client) -> list[list[str]]:
    tree = LexborHTMLParser(client.get(URL).text)
    return [
        [" ".join(cell.text().split()) for cell in row.css("th, td")][:3]
        for row in tree.css("tbody tr")
    ]


def test_a_place_is_renamed_and_parted_again(editor: Client) -> None:
    for name in ("Kiev", "Kyiv", "Kyiv", "Астана"):
        make_version(content={"places": [name]})
    assert rows(editor) == [["Kiev", "1", ""], ["Kyiv", "2", ""], ["Астана", "1", ""]]

    answer = editor.post(f"{URL}?place=kiev", {"name": "Kyiv"}, follow=True)
    assert "under “Kyiv”" in answer.text
    assert rows(editor) == [["Kyiv", "3", "kiev"], ["Астана", "1", ""]]
    assert editor.get(f"{URL}?place=kiev").status_code == 404

    editor.post(f"{URL}?place=kyiv", {"name": "Kyiv", "forgotten": ["kiev"]})
    assert [row[0] for row in rows(editor)] == ["Kiev", "Kyiv", "Астана"]


@pytest.mark.parametrize("sent", [{"name": "!"}, {"name": "KIEV"}, {}, {"forgotten": ["x"]}])
def test_what_cannot_be_is_told_and_asked_again(editor: Client, sent: dict[str, str]) -> None:
    make_version(content={"places": ["Kiev"]})
    answer = editor.post(f"{URL}?place=kiev", sent)
    assert answer.status_code == 200
    assert "errorlist" in answer.text
    assert rows(editor) == [["Kiev", "1", ""]]


def test_the_list_of_places_leads_there(editor: Client) -> None:
    tree = LexborHTMLParser(editor.get("/admin/articles/place/").text)
    assert tree.css_first(f'.object-tools a[href="{URL}"]')


def test_there_may_be_none(editor: Client) -> None:
    assert "No story with a dateline" in editor.get(URL).text
    assert editor.get(f"{URL}?place=nowhere").status_code == 404


def test_only_who_may_change_places_does(client: Client) -> None:
    make_version(content={"places": ["Kiev"]})
    client.force_login(person(roles.REPORTER))
    assert client.get(URL).status_code == 403
    assert client.post(f"{URL}?place=kiev", {"name": "Kyiv"}).status_code == 403


def test_it_takes_as_many_queries_for_many_places(editor: Client) -> None:
    counts = set()
    # The first request learns who asks.
    editor.get(URL)
    for number in (1, 3, 30):
        for at in range(number):
            make_version(content={"places": [f"Place {number} {at}"]})
        with CaptureQueriesContext(connection) as queries:
            editor.get(URL)
        counts.add(len(queries))
    assert len(counts) == 1
