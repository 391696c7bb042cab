"""A real browser, Debian's Chromium, against a real server; any complaint fails the test."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.db import connections
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from pytest_django.live_server_helper import LiveServer

from newsroom.accounts.models import User

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
    "--no-first-run",
]
Scheme = Literal["light", "dark"]
# Long enough for a machine that is busy with other things.
expect.set_options(timeout=20_000)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One browser for all browser tests.

    Playwright keeps an event loop in this thread, in which Django refuses to touch the
    database, although nothing here is asynchronous. The refusal is lifted as long as it runs.
    In the loop Django opens a connection of its own, which ends with it.
    """
    if not CHROMIUM.exists():
        pytest.fail(f"{CHROMIUM} is missing. Run: make chromium")
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=FLAGS,
            chromium_sandbox=os.geteuid() != 0,
        )
        yield browser
        browser.close()
        connections.close_all()


@pytest.fixture
def context(browser: Browser, live_server: LiveServer) -> Iterator[BrowserContext]:
    """A fresh browser profile for the test's own server."""
    context = browser.new_context(base_url=live_server.url, locale="en-GB")
    yield context
    context.close()


@pytest.fixture
def complaints() -> list[str]:
    """What the browser complained of; a test that provokes a complaint removes it itself."""
    return []


@pytest.fixture
def page(context: BrowserContext, live_server: LiveServer, complaints: list[str]) -> Iterator[Page]:
    """A page of a reader: `page.goto("/")`.

    The test fails on an error in the console (a violation of the Content-Security-Policy is
    one), an exception in a script, and a request to any other host.
    """
    page = context.new_page()
    watch(page, urlsplit(live_server.url).netloc, complaints)
    yield page
    assert not complaints


def watch(page: Page, host: str, complaints: list[str]) -> None:
    """Collect what the browser complains of, and its requests to other hosts."""
    page.on(
        "console",
        lambda message: complaints.append(message.text) if message.type == "error" else None,
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "request",
        lambda request: (
            None
            if urlsplit(request.url).netloc in {host, ""}
            else complaints.append(f"asked another host: {request.url}")
        ),
    )


@pytest.fixture
def editor(transactional_db: None) -> User:
    """Somebody who may do everything in the admin."""
    return User.objects.create_superuser("editor", "editor@news.example", "a long password")


@pytest.fixture
def log_in(context: BrowserContext, live_server: LiveServer) -> Callable[[User], None]:
    """Log an account in to the browser: `log_in(user)`."""

    def enter(user: User) -> None:
        client = Client()
        client.force_login(user)
        session = client.cookies[settings.SESSION_COOKIE_NAME]
        context.add_cookies([{"name": session.key, "value": session.value, "url": live_server.url}])

    return enter


@pytest.fixture
def editor_page(page: Page, log_in: Callable[[User], None], editor: User) -> Page:
    """A page of a logged-in editor: `page.goto("/admin/")`."""
    log_in(editor)
    return page


@pytest.fixture
def axe() -> Callable[..., None]:
    """Check the accessibility of a page with axe-core, in light and dark: `axe(page)`.

    `axe(page, dark=False)` leaves dark out, where the page was checked in it before.
    """

    def check(page: Page, *, dark: bool = True) -> None:
        if page.locator("form textarea[name=body]").count():
            # The editor names its field, then its toolbar, when it has started.
            expect(page.get_by_role("toolbar", name="Formatting")).to_be_visible()
        find(page, "light")
        # Nothing but colours differs.
        if dark:
            find(page, "dark", {"runOnly": ["color-contrast"]})
        page.emulate_media(color_scheme="light", reduced_motion="no-preference")

    def find(page: Page, scheme: Scheme, options: dict[str, list[str]] | None = None) -> None:
        # Colours that are still changing would be measured halfway.
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.evaluate(
            "Promise.all(document.getAnimations().filter(a => a instanceof CSSTransition)"
            ".map(a => a.finished.catch(() => null)))"
        )
        # What passes is not described, and a page gets axe-core once: both take longer than it.
        only = {"resultTypes": ["violations"], **(options or {})}
        there = page.evaluate("typeof axe !== 'undefined'")
        results = (Axe("axe.version") if there else Axe()).run(page, options=only)
        assert results.violations_count == 0, results.generate_report()

    return check
