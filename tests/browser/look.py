"""Every screen of the desk at each width, light and dark, to be looked at: `make screenshots`.

The pictures go to var/screenshots/; those in the docs are taken by screenshots.py.
"""

from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from articles.models import Story
from newsroom.accounts.models import User
from tests.browser.conftest import Scheme
from tests.browser.screens import screens

FOLDER = Path(__file__).resolve().parents[2] / "var" / "screenshots"
WIDTHS = (390, 1024, 1440)
#: What one opens on a screen, by the name of the picture: the screen, and what is clicked.
OPENED = {
    "keys": ("queue", "#user-tools summary, [popovertarget=frame-keys]"),
    "queue-edit": ("queue", ".queue-edit summary"),
    "queue-reject": ("queue", ".queue-reject summary"),
    "portrait": ("author", ".chooser-open"),
    "filter": ("stories", ".filters summary"),
    "selected": ("stories", ".action-select"),
    "selected-tags": ("stories", ".action-select, [data-bulk=tags]"),
}


def asked(editor: User) -> dict[str, str]:
    """Return the URLs of all screens, of questions before an action, and of what is not there."""
    found = screens(editor)
    ready = Story.objects.get(headline="Ready for tomorrow")
    for name in ("publish", "schedule"):
        found[f"{name}-question"] = reverse(f"admin:articles_story_{name}", args=[ready.pk])
    live = Story.objects.get(headline="Harvest begins")
    for name in ("withdraw", "add_correction", "preview"):
        found[name] = reverse(f"admin:articles_story_{name}", args=[live.pk])
    return found | {"nowhere": f"{reverse('admin:index')}nowhere/"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_take(
    editor_page: Page, editor: User, complaints: list[str], width: int, scheme: Scheme
) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    urls = asked(editor)
    editor_page.set_viewport_size({"width": width, "height": 900})
    editor_page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    for name, url in urls.items():
        editor_page.goto(url)
        if editor_page.locator("form textarea[name=body]").count():
            expect(editor_page.get_by_role("toolbar", name="Formatting")).to_be_visible()
        editor_page.screenshot(path=FOLDER / f"{name}-{width}-{scheme}.png", full_page=True)
    for name, (screen, clicked) in OPENED.items():
        editor_page.goto(urls[screen])
        for selector in clicked.split(", "):
            editor_page.locator(selector).first.click()
        editor_page.screenshot(path=FOLDER / f"{name}-{width}-{scheme}.png")
    editor_page.context.clear_cookies()
    editor_page.goto(reverse("admin:login"))
    editor_page.screenshot(path=FOLDER / f"login-{width}-{scheme}.png")
    complaints.clear()
