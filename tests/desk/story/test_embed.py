"""What the editor of a body asks of a URL that is to be embedded."""

import pytest
from django.test import Client

from articles.embeds import Described
from articles.people import roles
from tests.helpers import person

URL = "/admin/articles/story/embed/"
pytestmark = pytest.mark.django_db


@pytest.fixture
def writer(client: Client) -> Client:
    client.force_login(person(roles.REPORTER))
    return client


def test_a_site_that_answers_nobody_leaves_a_url(writer: Client) -> None:
    said = writer.post(URL, {"url": " https://t.me/s/durov/215?single "}).json()
    assert said == {
        "url": "https://t.me/durov/215",
        "site": "Telegram",
        "title": "",
        "author": "",
    }


@pytest.mark.parametrize("url", ["https://example.org/", "", "javascript:x", "http://[::1"])
def test_what_cannot_be_embedded_is_told(writer: Client, url: str) -> None:
    said = writer.post(URL, {"url": url}).json()
    assert "YouTube, Vimeo" in said["errors"]["url"]


def test_only_who_may_view_drafts_is_answered(client: Client) -> None:
    client.force_login(person(""))
    assert client.post(URL, {"url": "https://t.me/durov/215"}).status_code == 403
    client.force_login(person(roles.REPORTER))
    assert client.get(URL).status_code == 405


def test_the_words_of_the_site_are_sent(writer: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "articles.desk.story.embed.describe", lambda found: Described("The summit", "Ana")
    )
    said = writer.post(URL, {"url": "https://youtu.be/dQw4w9WgXcQ"}).json()
    assert (said["title"], said["author"]) == ("The summit", "Ana")
