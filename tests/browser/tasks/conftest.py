"""Each task is done twice: with mouse and keyboard, and with the keyboard alone."""

from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page
from pytest_django.live_server_helper import LiveServer

from newsroom.accounts.models import User
from tests.browser.conftest import watch
from tests.browser.tasks.hands import Hands

Desk = Callable[[User], Hands]


@pytest.fixture(params=["mouse", "keyboard"])
def desk(
    request: pytest.FixtureRequest,
    browser: Browser,
    live_server: LiveServer,
    complaints: list[str],
    transactional_db: None,
) -> Iterator[Desk]:
    """Sit a person down at the start page, in a browser profile of their own: `desk(user)`."""
    contexts: list[BrowserContext] = []

    def sit_down(user: User) -> Hands:
        client = Client()
        client.force_login(user)
        session = client.cookies[settings.SESSION_COOKIE_NAME]
        context = browser.new_context(base_url=live_server.url, locale="en-GB")
        context.add_cookies([{"name": session.key, "value": session.value, "url": live_server.url}])
        contexts.append(context)
        page: Page = context.new_page()
        watch(page, live_server.url.removeprefix("http://"), complaints)
        page.goto("/admin/")
        return Hands(page, has_mouse=request.param == "mouse")

    yield sit_down
    for context in contexts:
        context.close()
    assert not complaints
