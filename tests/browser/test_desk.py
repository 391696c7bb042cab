"""The desk's pages, as people use them: readable, reachable, nothing published by accident."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from articles import publishing, writing
from articles.desk.actions.actions import ASKING
from articles.desk.history.as_seen import as_seen_url
from articles.models import PublishedVersion, Story
from articles.stories import working_copy_of
from newsroom.accounts.models import User
from tests.factories import make_link, make_story
from tests.helpers import changed, draft, managing_editor, ready
from tests.wire.helpers import article, take

BODY = (
    "<h2>Fields</h2><p>The two words, and more.</p>"
    '<aside data-block="pull-quote" data-key="quote0001" data-speaker="Xi">two words</aside>'
    '<aside data-block="also-read" data-key="also00001" data-label="Also Read | ">Else</aside>'
)
LATER = f"<p>A new start.</p>{BODY.replace('and more', 'and less')}<h2>Fields</h2>"


@pytest.fixture
def pages(editor: User) -> dict[str, str]:
    """The URLs of the desk's pages, each with something on it."""
    story = ready("Harvest begins", body=BODY, tags=("land",), places=("Kyiv",))
    publishing.publish(story, by=editor)
    make_link(story, headline="Undecided", url="https://else.test")
    take(article("Council meets", "Harvest begins"), editor)
    offer = take(article("Council meets", text="The council met on Tuesday instead."), editor)
    assert offer.wire_copy
    compare = reverse("admin:articles_story_compare", args=[story.pk])
    tomorrow = timezone.now() + timedelta(days=1)
    update = publishing.schedule(changed(story), by=editor, at=tomorrow)
    publishing.withdraw(story, by=editor, at=tomorrow + timedelta(days=1))
    later = replace(working_copy_of(story), summary="Changed since.", body=LATER)
    writing.save(Story.objects.get(pk=story.pk), later, by=editor)
    held = draft("Held")
    publishing.set_embargo(held, by=editor, until=tomorrow, reason="They ask.")
    schedule, day = reverse("admin:articles_schedule"), tomorrow.date()
    return {
        "index": reverse("admin:index"),
        "stories": reverse("admin:articles_story_changelist"),
        "story": reverse("admin:articles_story_change", args=[story.pk]),
        "story under embargo": reverse("admin:articles_story_change", args=[held.pk]),
        "schedule": schedule,
        "week": f"{schedule}?view=week&day={day}",
        "month": f"{schedule}?view=month&day={day}",
        "reschedule": reverse("admin:articles_story_reschedule", args=[story.pk]),
        "cancel scheduling": reverse("admin:articles_story_unschedule", args=[story.pk]),
        "embargo": reverse("admin:articles_story_embargo", args=[held.pk]),
        "lift the embargo": reverse("admin:articles_story_lift_embargo", args=[held.pk]),
        "version": reverse("admin:articles_story_version", args=[story.pk, update.pk]),
        "new story": reverse("admin:articles_story_add"),
        "links": reverse("admin:articles_relatedlink_changelist"),
        "pictures": reverse("admin:articles_picture_changelist"),
        "new picture": reverse("admin:articles_picture_add"),
        "sections": reverse("admin:articles_section_changelist"),
        "wire copy": reverse("admin:articles_wirecopy_changelist"),
        "import": reverse("admin:articles_wirecopy_import"),
        "update": reverse("admin:articles_wirecopy_compare", args=[offer.wire_copy.pk]),
        "history": reverse("admin:articles_story_history", args=[story.pk]),
        "compare": f"{compare}?before=live&after=draft",
        "restore": reverse("admin:articles_story_restore_revision", args=[story.pk, 1]),
        "as seen": f"{reverse('admin:articles_story_as_seen')}?story={story.pk}",
        "front page then": as_seen_url(timezone.now(), "/"),
        "article then": as_seen_url(timezone.now(), f"/news/{story.slug}/"),
    }


def settled(page: Page) -> None:
    """Wait for the editor if there is one, and open everything that is collapsed."""
    if page.locator("form textarea[name=body]").count():
        expect(page.get_by_role("toolbar", name="Formatting")).to_be_visible()
    page.evaluate("document.querySelectorAll('main details').forEach(part => part.open = true)")


def test_axe_finds_nothing_on_the_desks_pages(
    editor_page: Page,
    pages: dict[str, str],
    axe: Callable[[Page], None],
) -> None:
    for url in pages.values():
        editor_page.goto(url)
        settled(editor_page)
        axe(editor_page)


@pytest.mark.once
def test_axe_finds_nothing_on_the_questions(editor_page: Page, axe: Callable[[Page], None]) -> None:
    story = ready("Harvest begins")
    make_link(make_story(headline="It links here"), target=story, state="approved")
    publishing.publish(story, by=managing_editor())
    publishing.publish(changed(story), by=managing_editor(), note="Two more have come.")
    editor_page.set_viewport_size({"width": 320, "height": 640})
    for name in ASKING:
        editor_page.goto(reverse(f"admin:articles_story_{name}", args=[story.pk]))
        axe(editor_page)
        assert editor_page.evaluate("document.documentElement.scrollWidth") <= 320, name


def test_axe_finds_nothing_on_the_login_page(
    page: Page, axe: Callable[[Page], None], transactional_db: None
) -> None:
    page.goto(reverse("admin:login"))
    axe(page)


def test_no_page_of_the_desk_scrolls_sideways_on_a_phone(
    editor_page: Page, pages: dict[str, str]
) -> None:
    editor_page.set_viewport_size({"width": 320, "height": 640})
    wide = []
    for name, url in pages.items():
        editor_page.goto(url)
        settled(editor_page)
        # What is still being laid out, on a busy machine, may be wider for a moment.
        for _ in range(20):
            width = editor_page.evaluate("document.documentElement.scrollWidth")
            if width <= 320:
                break
            editor_page.wait_for_timeout(100)
        else:
            wide.append((name, width))
    assert wide == []


def test_a_long_headline_keeps_clear_of_the_buttons_and_of_its_column(editor_page: Page) -> None:
    story = draft("The council meets and speaks of the harvest " * 6)
    editor_page.goto(reverse("admin:articles_story_change", args=[story.pk]))
    headline = editor_page.get_by_label("Headline")
    assert headline.evaluate("field => field.scrollHeight <= field.clientHeight")
    words, panel = headline.bounding_box(), editor_page.locator("#story-panel").bounding_box()
    assert words
    assert panel
    assert words["x"] + words["width"] < panel["x"]

    editor_page.set_viewport_size({"width": 320, "height": 640})
    editor_page.goto(reverse("admin:articles_story_changelist"))
    cell = editor_page.locator(".story-headline").bounding_box()
    assert cell
    assert cell["width"] > 160


def test_enter_in_a_line_saves_and_publishes_nothing(editor_page: Page, editor: User) -> None:
    story = ready("Harvest begins")
    editor_page.goto(reverse("admin:articles_story_change", args=[story.pk]))
    settled(editor_page)
    editor_page.locator("#id_slug").fill("typed")
    with editor_page.expect_navigation():
        editor_page.locator("#id_slug").press("Enter")
    expect(editor_page.locator(".messagelist")).to_contain_text("saved")
    assert Story.objects.get(pk=story.pk).slug == "typed"
    assert not PublishedVersion.objects.exists()


def test_a_preview_shows_unsaved_words_in_a_tab_of_its_own(editor_page: Page, editor: User) -> None:
    story = draft("Harvest begins")
    editor_page.goto(reverse("admin:articles_story_change", args=[story.pk]))
    settled(editor_page)
    editor_page.locator("#id_headline").fill("Not saved yet")
    with editor_page.expect_popup() as popup:
        editor_page.get_by_role("button", name="Preview").click()
    expect(popup.value.locator("h1")).to_have_text("Not saved yet")
    expect(editor_page.locator("#id_headline")).to_have_value("Not saved yet")
    story.refresh_from_db()
    assert story.headline == "Harvest begins"
