"""What goes with a story is of that story, and where it was listed stays: with plain SQL."""

import pytest

from articles import previews, publishing, writing
from articles.models import Note, PreviewLink, Story, Term, WireCopy
from tests.database.plain_sql import columns_of, insert, refused
from tests.database.test_erasure_rules import erase
from tests.factories import make_coverage, make_story, make_version
from tests.helpers import draft, managing_editor, ready
from tests.wire.helpers import article, take

pytestmark = pytest.mark.django_db


def test_where_a_version_is_listed_never_changes() -> None:
    publishing.publish(ready(tags=("land",)), by=managing_editor())
    refused("UPDATE articles_term SET name = 'x'", by="term_is_frozen")
    refused("DELETE FROM articles_term", by="term_is_kept")
    erase(Term.objects.get(), by="term_is_not_erased")


def test_wire_copy_stays_as_it_arrived() -> None:
    take(article("Harvest begins", "It began."), managing_editor())
    copy = WireCopy.objects.get()
    for column in ("source", "sha256", "text_sha256"):
        refused(f"UPDATE articles_wirecopy SET {column} = 'x'", by="wire_copy_is_frozen")
    refused("DELETE FROM articles_wirecopy", by="wire_copy_is_kept")
    erase(copy, by="wire_copy_is_not_erased")
    # What became of it is said later.
    writing.delete(Story.objects.get(), by=managing_editor())
    take(article("Harvest begins", "It began."), managing_editor())
    again = WireCopy.objects.get()
    assert (again.pk, again.story) == (copy.pk, Story.objects.get())


def test_coverage_that_readers_may_have_seen_is_kept() -> None:
    draft = make_coverage(make_story()).story
    make_coverage(make_version().story)
    refused("DELETE FROM articles_livecoverage", by="live_coverage_is_kept")
    # A draft goes with all that belongs to it.
    draft.delete()


def test_a_preview_link_opens_its_own_story() -> None:
    by, other = managing_editor(), draft("Another")
    link = previews.share_preview(draft(), by=by, for_whom="Ana", days=1)
    row = columns_of(link, story_id=other.pk)
    insert("articles_previewlink", row, by="new_preview_link_opens_its_story")
    refused(
        "UPDATE articles_previewlink SET story_id = %s", other.pk, by="preview_link_opens_its_story"
    )
    PreviewLink.objects.update(for_whom="Ada")


def test_an_answer_belongs_to_a_note_of_its_story() -> None:
    by, other = managing_editor(), draft("Another")
    note = writing.add_note(draft(), "Why?", by=by)
    answer = writing.answer_note(note, "So.", by=by)
    for changes in ({"story_id": other.pk}, {"answers_to_id": answer.pk}):
        row = columns_of(answer, **changes)
        insert("articles_note", row, by="new_note_answers_one_of_its_story")
    for column, value in (("story_id", other.pk), ("answers_to_id", answer.pk)):
        refused(
            f"UPDATE articles_note SET {column} = %s WHERE id = %s",
            value,
            answer.pk,
            by="note_answers_one_of_its_story",
        )
    refused(
        "UPDATE articles_note SET answers_to_id = id WHERE id = %s",
        note.pk,
        by="note_answers_one_of_its_story",
    )
    Note.objects.update(text="x")
