"""The desk as a newsroom runs it: collected files, the server of the docs, no development."""

import os
import re
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Response, expect

from tests.browser.conftest import watch

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "a long password"
HASHED = re.compile(r"\.[0-9a-f]{12}\.\w+$")


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    """The URL of a site that is started as docs/operations.md says, without TLS."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    ours = ("NEWSROOM_", "SECRET_KEY", "ALLOWED_HOSTS", "DEBUG", "DATABASE_URL", "DJANGO_")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    environment |= {
        "SECRET_KEY": secrets.token_urlsafe(50),
        "ALLOWED_HOSTS": "localhost",
        "NEWSROOM_DATA_DIR": str(tmp_path),
        "NEWSROOM_SSL_REDIRECT": "false",
        "DJANGO_SUPERUSER_PASSWORD": PASSWORD,
    }
    for arguments in (
        "migrate --verbosity 0",
        "collectstatic --noinput --verbosity 0",
        "createsuperuser --noinput --username editor --email editor@news.example --verbosity 0",
    ):
        command = [sys.executable, "manage.py", *arguments.split()]
        subprocess.run(command, cwd=ROOT, env=environment, check=True)
    server = subprocess.Popen(
        [
            str(Path(sys.executable).with_name("granian")),
            *f"--interface wsgi --host 127.0.0.1 --port {port}".split(),
            "newsroom.wsgi:application",
        ],
        cwd=ROOT,
        env=environment,
    )
    try:
        _wait_for(port)
        yield f"http://localhost:{port}"
    finally:
        server.terminate()
        server.wait(20)


def _wait_for(port: int) -> None:
    for _ in range(300):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("The server did not start within 30 seconds.")


@pytest.fixture
def desk(browser: Browser, site: str, complaints: list[str]) -> Iterator[Page]:
    """A page of a managing editor who is logged in on the site."""
    context = browser.new_context(base_url=site)
    page = context.new_page()
    watch(page, urlsplit(site).netloc, complaints)
    page.goto("/admin/")
    page.get_by_label("Username").fill("editor")
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.locator("#user-tools")).to_be_visible()
    yield page
    context.close()


def test_the_editor_opens_and_each_of_its_files_may_be_cached_for_ever(
    desk: Page, complaints: list[str]
) -> None:
    answers: list[Response] = []
    desk.on("response", lambda answer: answers.append(answer))
    desk.goto("/admin/articles/story/add/")
    expect(desk.get_by_role("toolbar", name="Formatting")).to_be_visible()
    desk.get_by_role("textbox", name="Headline").fill("Made in production")
    body = desk.get_by_role("textbox", name="Body")
    body.click()
    desk.keyboard.type("As readers get it.")
    expect(desk.locator("#id_body")).to_have_value("<p>As readers get it.</p>")

    static = [answer for answer in answers if "/static/" in answer.url]
    assert any("js/editor/dialog" in answer.url for answer in static)
    assert [answer.url for answer in static if not HASHED.search(answer.url)] == []
    assert [
        answer.url for answer in static if "immutable" not in answer.headers["cache-control"]
    ] == []
    desk.get_by_role("button", name="Save", exact=True).click()
    expect(desk.locator(".messagelist")).to_contain_text("has been saved")
    assert complaints == []
