"""What is still open about a story is named before readers see it, in one place."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import writing
from articles.models import Story
from articles.stories import still_open
from tests.factories import NOON, make_link
from tests.helpers import draft, managing_editor, relate

pytestmark = pytest.mark.django_db


def said(story: Story) -> list[tuple[str, str]]:
    return [(one.field, one.message) for one in still_open(story, NOON)]


def test_open_notes_are_counted_and_resolved_ones_are_not() -> None:
    story, by = draft(), managing_editor()
    for text in ("Who says so?", "How many?", "Fine."):
        note = writing.add_note(story, text, by=by)
        writing.answer_note(note, "I ask.", by=by)
    writing.resolve_note(note, by=by)
    writing.add_note(draft("Another"), "Of another story.", by=by)
    assert said(story)[0] == ("notes", "2 notes are open.")


def test_links_on_which_nobody_has_decided_are_counted() -> None:
    story = draft()
    for number, state in enumerate(("suggested", "suggested", "approved", "rejected")):
        make_link(story, target=draft(f"Story {number}"), state=state)
    fields = dict(said(Story.objects.get(pk=story.pk)))
    assert "on 2 related links" in fields["related"]


def test_what_would_be_better_follows() -> None:
    assert ("summary", "There is no summary.") in said(draft())


@pytest.mark.parametrize("number", [1, 3, 30])
def test_it_takes_as_many_queries_however_much_is_open(number: int) -> None:
    story, by = draft(), managing_editor()
    for at in range(number):
        writing.add_note(story, f"Note {at}", by=by)
        relate(story, url=f"https://agency.example/{at}")
    story = Story.objects.get(pk=story.pk)
    with CaptureQueriesContext(connection) as captured:
        said(story)
    assert len(captured) <= 10
