"""Nobody sees on any URL what is not for them: new pages are tried by themselves."""

from typing import Any

import pytest
from django.test import Client

from articles.people import EDITOR, MANAGING_EDITOR, MODERATOR, REPORTER
from tests.helpers import person
from tests.project.site import SECRET, fill, newsroom, routes, secrets, slugs, url_of

pytestmark = pytest.mark.django_db

WITHOUT_DRAFTS = (MODERATOR, "", "reader")


def client_of(who: str) -> Client:
    client = Client(raise_request_exception=False)
    if who != "reader":
        client.force_login(person(who))
    return client


def text_of(response: Any) -> str:
    return "" if response.streaming else response.text


@pytest.mark.parametrize("who", [REPORTER, EDITOR, MANAGING_EDITOR, *WITHOUT_DRAFTS])
def test_each_page_is_shown_or_refused(who: str) -> None:
    newsroom()
    stories = secrets()
    client = client_of(who)
    seen = []
    for route in routes():
        urls = [url_of(route)]
        if "story/<" in route:
            urls = [url_of(route, story.pk) for story in stories]
        if "<any_slug:slug>" in route:
            urls = [fill(route, lambda _, slug=slug: slug) for slug in slugs()]  # type: ignore[misc]
        for url in urls:
            response = client.get(url)
            assert response.status_code < 500, url
            if SECRET in text_of(response):
                seen.append(url)
    assert bool(seen) == (who not in WITHOUT_DRAFTS), seen


def test_readers_get_no_page_of_the_desk(client: Client) -> None:
    newsroom()
    shown = {
        route
        for route in routes()
        if route.startswith("admin/") and client.get(url_of(route)).status_code == 200
    }
    # The log-in page.
    assert shown == {"admin/login/"}
