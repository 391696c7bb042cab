"""The page that the desk shows when the site itself has failed."""

import pytest
from django.test import Client, RequestFactory
from django.urls import get_resolver

from tests.helpers import draft, managing_editor, sent

BROKEN = "articles.desk.stories.story_list.tabs"


@pytest.fixture
def client() -> Client:
    """A browser of an editor, to whom the site answers even if it has failed."""
    client = Client(raise_request_exception=False)
    client.force_login(managing_editor())
    return client


@pytest.mark.django_db
def test_the_desk_says_so_itself(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(BROKEN, fail)
    answer = client.get("/admin/articles/story/")
    assert answer.status_code == 500
    assert "Something went wrong" in answer.text
    assert 'href="/admin/"' in answer.text


@pytest.mark.django_db
def test_what_was_sent_can_be_copied(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object, **kwargs: object) -> None:
        raise RuntimeError

    story = draft()
    monkeypatch.setattr("articles.writing.save", fail)
    words = {**sent(story), "summary": "Forty lines of work"}
    answer = client.post(f"/admin/articles/story/{story.pk}/change/", words)
    assert answer.status_code == 500
    assert "Forty lines of work" in answer.text


def test_it_asks_the_database_nothing() -> None:
    """Without a database, this test fails where the page asks one."""
    request = RequestFactory().post("/admin/articles/story/add/", {"headline": "Words"})
    assert get_resolver().resolve_error_handler(500)(request).status_code == 500
