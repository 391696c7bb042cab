"""The screenshots in the docs, taken from the demo newsroom: `make screenshots`."""

from collections.abc import Callable
from pathlib import Path

from django.conf import settings as project
from django.test import Client
from django.urls import reverse
from PIL import Image
from playwright.sync_api import BrowserContext, Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer
from time_machine import TimeMachineFixture

from articles.demo import fill
from articles.models import Story
from articles.people import EDITOR
from newsroom.accounts.models import User
from tests.helpers import person

PICTURES = Path(__file__).resolve().parents[2] / "docs" / "pictures"


def headed(start: str) -> Story:
    return Story.objects.get(headline__startswith=start)


def of(name: str, start: str) -> str:
    return reverse(f"admin:articles_story_{name}", args=[headed(start).pk])


def article(start: str) -> str:
    return headed(start).published_versions.latest("visible_from").get_absolute_url()


#: What a window shows, in pixels; more of what goes on far below.
WIDTH, HEIGHT, TALL = 1180, 820, {"front": 1560}
PAGES: dict[str, Callable[[], str]] = {
    "front": lambda: reverse("articles:home"),
    "front-editing": lambda: reverse("admin:articles_front_changelist"),
    "article": lambda: article("The map of everything"),
    "right-to-left": lambda: article("سوق"),
    "desk": lambda: reverse("admin:index"),
    "stories": lambda: reverse("admin:articles_story_changelist"),
    "story-form": lambda: of("change", "Xi and Putin"),
    "publish": lambda: of("publish", "She broke"),
    "schedule": lambda: f"{reverse('admin:articles_schedule')}?view=week&day=2025-09-01",
    "history": lambda: of("history", "Central bank"),
    "compare": lambda: f"{of('compare', 'She broke')}?before=live&after=draft",
}


def test_take(
    page: Page,
    context: BrowserContext,
    live_server: LiveServer,
    clock: TimeMachineFixture,
    settings: Settings,
) -> None:
    """Take all pictures of one newsroom: filling it in takes as long as they do."""
    settings.NEWSROOM_DEVELOPMENT = True
    # It also installs the roles, which a test before may have removed.
    person(EDITOR)
    fill(password="a long password")
    client = Client()
    client.force_login(User.objects.get(username="ruth"))
    session = client.cookies[project.SESSION_COOKIE_NAME]
    context.add_cookies([{"name": session.key, "value": session.value, "url": live_server.url}])
    for name, url in PAGES.items():
        page.set_viewport_size({"width": WIDTH, "height": TALL.get(name, HEIGHT)})
        page.goto(url())
        if name == "story-form":
            expect(page.get_by_role("toolbar", name="Formatting")).to_be_visible()
        page.wait_for_load_state("networkidle")
        file = PICTURES / f"{name}.png"
        page.screenshot(path=file)
        # Few colours are enough, and a third of the bytes.
        with Image.open(file) as picture:
            picture.convert("RGB").quantize(256).save(file, optimize=True)
