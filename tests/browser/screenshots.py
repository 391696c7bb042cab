"""The screenshots in the docs, taken from the running product: `make screenshots`."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect
from time_machine import TimeMachineFixture

from articles import publishing, writing
from articles.models import Author, Change, Section, Story
from articles.stories import working_copy_of
from articles.wire import ingest
from newsroom.accounts.models import User
from tests.factories import NOON
from tests.helpers import ready

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "docs" / "pictures"
SAMPLE = ROOT / "tests" / "samples" / "xi-putin-sco.txt"
HOUR = timedelta(hours=1)
SCHEDULED = {
    "Harvest begins a week late": 26 * HOUR,
    "Council votes on the bridge": 45 * HOUR,
    "Choir sings in the old mill": 70 * HOUR,
}


@pytest.fixture
def story(editor: User, clock: TimeMachineFixture) -> Story:
    """The sample, published and corrected, with changes in its draft; others are scheduled."""
    story = ingest(SAMPLE.read_bytes(), name=SAMPLE.name, by=editor).story
    assert story
    copy = replace(
        working_copy_of(story),
        section=Section.objects.create(name="World", slug="world"),
        authors=(Author.objects.create(name="Ana Lee"),),
        tags=("central asia", "security"),
    )
    story = writing.make_ready(writing.save(story, copy, by=editor), by=editor)
    publishing.publish(story, by=editor)
    clock.move_to(NOON + HOUR, tick=False)
    note = "An earlier version gave another year for the founding of the organisation."
    publishing.publish(story, by=editor, change=Change.CORRECTION, note=note)
    copy = replace(copy, summary=copy.summary.replace("expanded to include", "grown to take in"))
    story = writing.save(story, copy, by=editor)
    for headline, after in SCHEDULED.items():
        other = ready(headline, summary="What is known of it so far, in short.")
        publishing.schedule(other, by=editor, at=NOON + after)
    return story


def of(name: str, story: Story) -> str:
    return reverse(f"admin:articles_story_{name}", args=[story.pk])


PAGES: dict[str, Callable[[Story], str]] = {
    "story-form": lambda story: of("change", story),
    "publish": lambda story: of("publish", story),
    "schedule": lambda story: f"{reverse('admin:articles_schedule')}?view=week&day=2025-09-01",
    "history": lambda story: of("history", story),
    "compare": lambda story: f"{of('compare', story)}?before=live&after=draft",
    "article": lambda story: story.published_versions.latest("visible_from").get_absolute_url(),
}


@pytest.mark.parametrize("name", PAGES)
def test_take(name: str, editor_page: Page, story: Story) -> None:
    editor_page.set_viewport_size({"width": 1180, "height": 820})
    editor_page.goto(PAGES[name](story))
    if name == "story-form":
        expect(editor_page.get_by_role("toolbar", name="Formatting")).to_be_visible()
    if name == "schedule":
        editor_page.set_viewport_size({"width": 1180, "height": 1400})
    editor_page.screenshot(path=PICTURES / f"{name}.png")
