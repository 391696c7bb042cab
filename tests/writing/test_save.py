"""Saving keeps every word, and the rows in step with the document."""

from dataclasses import replace

import pytest
import time_machine

from articles import writing
from articles.core import EditConflict, NewsroomError, NotAllowed, SlugTaken
from articles.models import AuditEntry, LinkState, Story, WorkflowState
from articles.stories import WorkingCopy, working_copy_of
from newsroom.accounts.models import User
from tests.factories import make_author
from tests.helpers import draft, managing_editor, ready, reporter

pytestmark = pytest.mark.django_db
QUOTE = '<aside data-block="pull-quote" data-key="quote0001" data-speaker="Xi">two words</aside>'
ALSO = '<aside data-block="also-read" data-key="also00001" data-label="Also Read | ">Else</aside>'


def save(story: Story, body: str) -> Story:
    copy = WorkingCopy(story.headline, slug=story.slug, body=body)
    return writing.save(story, copy, by=managing_editor())


def test_what_is_saved_is_what_is_read_again() -> None:
    author = make_author(name="Z. First"), make_author(name="A. Second")
    copy = WorkingCopy(
        "Headline",
        slug="address",
        summary="Summary",
        body="<p>Two words</p>",
        authors=author,
        tags=("asia",),
        places=("Kyiv", "Moscow"),
        date="Sept 5",
        agency="Reuters",
    )
    assert (
        working_copy_of(Story.objects.get(pk=writing.create(copy, by=managing_editor()).pk)) == copy
    )


def test_a_moved_and_edited_block_keeps_its_row() -> None:
    story = draft(body=f"<p>two words</p>{QUOTE}")
    row = story.pull_quotes.get()
    save(story, f"{QUOTE.replace('two words', 'other words')}<p>two words</p>")
    again = story.pull_quotes.get()
    assert (again.pk, again.words) == (row.pk, "other words")


def test_a_removed_block_is_noted_and_finds_its_row_when_it_comes_back() -> None:
    story = draft(body=f"<p>two words</p>{QUOTE}{ALSO}")
    quote, link = story.pull_quotes.get(), story.related_links.get()
    save(story, "<p>two words</p>")
    noted = AuditEntry.objects.filter(story=story, action="block_removed")
    assert sorted(entry.detail["text"] for entry in noted) == ["Else", "two words"]
    assert not story.related_links.placed()
    save(story, f"<p>two words</p>{QUOTE}{ALSO}")
    assert (story.pull_quotes.get().pk, story.related_links.placed().get().pk) == (
        quote.pk,
        link.pk,
    )


def test_a_line_without_story_waits_and_a_chosen_one_is_approved_by_who_may_decide() -> None:
    target = draft("Target")
    story = draft("Linking", body=f"<p>Text</p>{ALSO}")
    assert story.related_links.get().state == LinkState.WAITING
    chosen = ALSO.replace("data-key", f'data-story="{target.pk}" data-key')
    save(story, f"<p>Text</p>{chosen}")
    link = story.related_links.get()
    assert (link.state, link.target, link.decided_by) == (
        LinkState.APPROVED,
        target,
        managing_editor(),
    )


def test_a_ready_copy_that_is_edited_is_a_draft_again() -> None:
    story = ready()
    assert save(story, story.body).state == WorkflowState.READY
    assert save(story, "<p>Other.</p>").state == WorkflowState.DRAFT


def test_saving_what_is_stored_already_leaves_the_story_as_it_is() -> None:
    story = draft(tags=("zinc", "asia"), places=("Kyiv",))
    writing.save(story, working_copy_of(story), by=managing_editor("second"), version=1)
    stored = Story.objects.get(pk=story.pk)
    assert (stored.version, stored.changed_by) == (1, managing_editor())
    assert not AuditEntry.objects.filter(story=story, action="saved")


def test_a_dateline_that_did_not_change_keeps_its_rows() -> None:
    story = draft(places=("Kyiv", "Moscow"))
    places = [place.pk for place in story.dateline.places.all()]
    writing.save(story, replace(working_copy_of(story), headline="Other"), by=managing_editor())
    assert [place.pk for place in Story.objects.get().dateline.places.all()] == places


def test_a_save_over_somebody_elses_is_refused_and_loses_nothing(
    clock: time_machine.TimeMachineFixture,
) -> None:
    story = draft()
    User.objects.update(display_name="Ada Stone")
    copy = WorkingCopy("Mine", body="<p>Mine.</p>")
    writing.save(
        story, WorkingCopy("Theirs", body="<p>Theirs.</p>"), by=managing_editor(), version=1
    )
    with pytest.raises(
        EditConflict, match="Ada Stone saved this story on 1 September 2025, 12:00 UTC"
    ):
        writing.save(story, copy, by=managing_editor(), version=1)
    story.refresh_from_db()
    assert story.headline == "Theirs"


def test_nobody_writes_without_the_permission() -> None:
    story = draft()
    with pytest.raises(NotAllowed):
        writing.create(WorkingCopy("Forged"), by=reporter())
    with pytest.raises(NotAllowed):
        writing.save(story, WorkingCopy("Forged"), by=reporter())


def test_a_headline_is_needed() -> None:
    with pytest.raises(NewsroomError, match="headline"):
        writing.create(WorkingCopy("  "), by=managing_editor())


def test_an_empty_address_is_made_from_the_headline_in_any_script() -> None:
    assert draft("Köln: der Rat").slug == "köln-der-rat"
    assert draft("北京的消息").slug == "北京的消息"
    assert draft("…").slug == "story"
    assert draft("…").slug == "story-2"


def test_an_address_of_another_story_is_refused() -> None:
    draft("One", slug="one")
    with pytest.raises(SlugTaken, match="one"):
        draft("Two", slug="one")


def test_the_log_tells_who_deleted_a_story_and_when(
    clock: time_machine.TimeMachineFixture,
) -> None:
    story = draft("Never mind")
    clock.shift(60)
    writing.delete(story, by=managing_editor("Ada"))
    entry = AuditEntry.objects.get(action="deleted")
    assert (entry.headline, entry.by, f"{entry.at:%H:%M}") == (
        "Never mind",
        managing_editor("Ada"),
        "12:01",
    )
    assert not Story.objects.exists()


def test_hostile_html_is_not_stored() -> None:
    story = draft(body='<p onclick="x()">Text<script>x()</script></p><iframe src="x"></iframe>')
    assert story.body == "<p>Text</p>"
