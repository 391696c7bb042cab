"""An earlier version is brought back as a save like any other, and says what it cannot bring."""

from dataclasses import replace
from typing import Any

import pytest

from articles import writing
from articles.core import EditConflict, NotAllowed, NotPossible
from articles.models import Revision, Story, WorkflowState
from articles.people import REPORTER
from articles.stories import working_copy, working_copy_of
from articles.writing.revisions.read import read_revision
from tests.factories import make_author, make_picture, make_section
from tests.helpers import draft, managing_editor, person, ready

pytestmark = pytest.mark.django_db


def version(story: Story, number: int) -> Revision:
    return Revision.objects.get(story=story, number=number)


def save(story: Story, **changes: Any) -> Story:
    copy = replace(working_copy_of(Story.objects.get(pk=story.pk)), **changes)
    return writing.save(story, copy, by=managing_editor())


def test_an_old_version_comes_back_whole_as_a_new_one() -> None:
    section = make_section(name="World", slug="world")
    zoe, ana = (make_author(name=name) for name in ("Zoe", "Ana"))
    authors = (zoe, working_copy.BylineText("With agencies"), ana)
    story = draft(
        "Old",
        slug="old",
        summary="Old.",
        section=section,
        authors=authors,
        tags=("a", "b"),
        places=("Kyiv",),
        date="Sept 5",
        agency="AP",
        lead_picture=make_picture(caption="A field"),
    )
    old = working_copy_of(story)
    writing.save(story, working_copy.WorkingCopy("New"), by=managing_editor())

    brought = writing.restore_revision(version(story, 1), by=managing_editor("Ada"))

    assert working_copy_of(Story.objects.get()) == old
    assert (brought.version, brought.changed_by) == (3, managing_editor("Ada"))
    assert read_revision(version(story, 3)) == read_revision(version(story, 1))
    entry = story.audit_log.get(action="revision_restored")
    assert (entry.by, entry.detail) == (
        managing_editor("Ada"),
        {"revision": version(story, 1).pk, "text": "version 1"},
    )
    assert entry.reason == ""


def test_blocks_that_come_back_find_their_rows_again() -> None:
    quote = '<aside data-block="pull-quote" data-key="quote0001">two words</aside>'
    story = draft(body=f"<p>two words</p>{quote}")
    row = story.pull_quotes.get()
    save(story, body="<p>two words</p>")
    writing.restore_revision(version(story, 1), by=managing_editor())
    again = story.pull_quotes.get()
    assert (again.pk, again.removed_at) == (row.pk, None)


def test_what_was_deleted_since_is_told_and_the_rest_comes_back() -> None:
    section = make_section(name="World", slug="world")
    ana, ben = (make_author(name=name) for name in ("Ana", "Ben"))
    lead, inside = make_picture(caption="A field"), make_picture(caption="A river")
    figure = (
        f'<figure data-block="figure" data-key="figure001" data-picture="{inside.pk}"'
        ' data-alt="Water"><figcaption>By the river</figcaption></figure>'
    )
    body = f"<p>The harvest has begun.</p>{figure}<p>It goes on.</p>"
    story = draft("Old", body=body, section=section, authors=(ana, ben), lead_picture=lead)
    writing.save(story, working_copy.WorkingCopy("New"), by=managing_editor())
    story.figures.all().delete()
    for row in (section, ana, lead, inside):
        row.delete()

    writing.restore_revision(version(story, 1), by=managing_editor())

    copy = working_copy_of(Story.objects.get())
    assert (copy.headline, copy.section, copy.authors, copy.lead_picture) == (
        "Old", None, (ben,), None,
    )  # fmt: skip
    assert copy.body == "<p>The harvest has begun.</p>\n<p>It goes on.</p>"
    gone = "has been deleted and cannot be restored."
    assert story.audit_log.get(action="revision_restored").reason == (
        f"The section “World” {gone} The picture “A field” {gone} The author “Ana” {gone}"
        f" The picture “By the river” {gone}"
    )


def test_the_present_address_stays_where_another_story_has_the_old_one() -> None:
    story = draft("Old", slug="harvest")
    save(story, slug="other", headline="New")
    draft("Taken", slug="harvest")

    assert writing.restored_copy(version(story, 1)).notes == (
        "The slug “harvest” belongs to another story now, so “other” is kept.",
    )
    brought = writing.restore_revision(version(story, 1), by=managing_editor())
    assert (brought.headline, brought.slug) == ("Old", "other")


def test_it_is_a_save_with_its_rules() -> None:
    writer = person(REPORTER)
    story = ready()
    save(story, headline="New")
    with pytest.raises(NotAllowed):
        writing.restore_revision(version(story, 1), by=writer)
    save(story, headline="Newer")
    with pytest.raises(EditConflict):
        writing.restore_revision(version(story, 1), by=managing_editor(), version=2)
    story = writing.make_ready(story, by=managing_editor())
    assert (
        writing.restore_revision(version(story, 1), by=managing_editor()).state
        == WorkflowState.DRAFT
    )


def test_what_the_draft_is_already_is_not_brought_back() -> None:
    story = draft()
    with pytest.raises(NotPossible, match="version 1"):
        writing.restore_revision(version(story, 1), by=managing_editor())
    assert not story.audit_log.filter(action="revision_restored")
