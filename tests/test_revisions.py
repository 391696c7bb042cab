"""An earlier version is brought back as a save like any other, and says what it cannot bring."""

from dataclasses import replace
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from articles import history, moves, revisions, working_copy, writing
from articles.enums import Act, State
from articles.exceptions import EditConflict, IllegalMove, NotAllowed
from articles.models import Author, Picture, Revision, Section, Story
from articles.roles import REPORTER
from tests.admin.test_picture_upload import SAMPLE
from tests.desk import chief, draft, person, ready

pytestmark = pytest.mark.django_db


def version(story: Story, number: int) -> Revision:
    return Revision.objects.get(story=story, number=number)


def save(story: Story, **changes: Any) -> Story:
    copy = replace(working_copy.of(Story.objects.get(pk=story.pk)), **changes)
    return writing.save(story, copy, by=chief())


def picture(caption: str) -> Picture:
    image = SimpleUploadedFile("a.jpg", SAMPLE.read_bytes())
    return Picture.objects.create(image=image, caption=caption)


def test_an_old_version_comes_back_whole_as_a_new_one() -> None:
    section = Section.objects.create(name="World", slug="world")
    authors = tuple(Author.objects.create(name=name) for name in ("Zoe", "Ana"))
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
        lead_picture=picture("A field"),
    )
    old = working_copy.of(story)
    writing.save(story, working_copy.WorkingCopy("New"), by=chief())

    brought = revisions.bring_back(version(story, 1), by=chief("Ada"))

    assert working_copy.of(Story.objects.get()) == old
    assert (brought.version, brought.changed_by) == (3, chief("Ada"))
    assert history.read(version(story, 3)) == history.read(version(story, 1))
    event = story.events.get(act=Act.BROUGHT_BACK)
    assert (event.by, event.detail) == (
        chief("Ada"),
        {"revision": version(story, 1).pk, "text": "version 1"},
    )
    assert event.why == ""


def test_blocks_that_come_back_find_their_rows_again() -> None:
    quote = '<aside data-block="pull-quote" data-key="quote0001">two words</aside>'
    story = draft(body=f"<p>two words</p>{quote}")
    row = story.pull_quotes.get()
    save(story, body="<p>two words</p>")
    revisions.bring_back(version(story, 1), by=chief())
    again = story.pull_quotes.get()
    assert (again.pk, again.removed_at) == (row.pk, None)


def test_what_was_deleted_since_is_told_and_the_rest_comes_back() -> None:
    section = Section.objects.create(name="World", slug="world")
    ana, ben = (Author.objects.create(name=name) for name in ("Ana", "Ben"))
    lead, inside = picture("A field"), picture("A river")
    figure = (
        f'<figure data-block="figure" data-key="figure001" data-picture="{inside.pk}"'
        ' data-alt="Water"><figcaption>By the river</figcaption></figure>'
    )
    body = f"<p>The harvest has begun.</p>{figure}<p>It goes on.</p>"
    story = draft("Old", body=body, section=section, authors=(ana, ben), lead_picture=lead)
    writing.save(story, working_copy.WorkingCopy("New"), by=chief())
    story.figures.all().delete()
    for row in (section, ana, lead, inside):
        row.delete()

    revisions.bring_back(version(story, 1), by=chief())

    copy = working_copy.of(Story.objects.get())
    assert (copy.headline, copy.section, copy.authors, copy.lead_picture) == (
        "Old", None, (ben,), None,
    )  # fmt: skip
    assert copy.body == "<p>The harvest has begun.</p>\n<p>It goes on.</p>"
    gone = "has been deleted and does not come back."
    assert story.events.get(act=Act.BROUGHT_BACK).why == (
        f"The section “World” {gone} The picture “A field” {gone} The author “Ana” {gone}"
        f" The picture “By the river” {gone}"
    )


def test_the_present_address_stays_where_another_story_has_the_old_one() -> None:
    story = draft("Old", slug="harvest")
    save(story, slug="other", headline="New")
    draft("Taken", slug="harvest")

    assert revisions.restore(version(story, 1)).notes == (
        "The address “harvest” belongs to another story by now: “other” stays.",
    )
    brought = revisions.bring_back(version(story, 1), by=chief())
    assert (brought.headline, brought.slug) == ("Old", "other")


def test_it_is_a_save_with_its_rules() -> None:
    writer = person(REPORTER)
    story = ready()
    save(story, headline="New")
    with pytest.raises(NotAllowed):
        revisions.bring_back(version(story, 1), by=writer)
    save(story, headline="Newer")
    with pytest.raises(EditConflict):
        revisions.bring_back(version(story, 1), by=chief(), version=2)
    story = moves.make_ready(story, by=chief())
    assert revisions.bring_back(version(story, 1), by=chief()).state == State.DRAFT


def test_what_the_draft_is_already_is_not_brought_back() -> None:
    story = draft()
    with pytest.raises(IllegalMove, match="version 1"):
        revisions.bring_back(version(story, 1), by=chief())
    assert not story.events.filter(act=Act.BROUGHT_BACK)
