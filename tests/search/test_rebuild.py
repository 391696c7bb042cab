"""The index is rebuilt, also in several goes, and compared with the stories."""

from itertools import islice
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from articles import writing
from articles.models import (
    NoteWords,
    PublishedVersion,
    Story,
    StoryWords,
    VersionWords,
    WireWords,
)
from articles.search import (
    differences,
    find_notes,
    find_stories,
    find_wire_copies,
    has_all_for_desk,
    has_all_stories,
    has_all_versions,
    parse,
    rebuild,
)
from articles.search.rebuild import BATCH
from tests.factories import make_story, make_version
from tests.helpers import draft, managing_editor
from tests.wire.helpers import article, story, take

pytestmark = pytest.mark.django_db


def written() -> list[Any]:
    rows = [*StoryWords.objects.order_by("pk"), *VersionWords.objects.order_by("pk")]
    return [(type(row), row.pk, row.analysis, row.words, row.tokens) for row in rows]


def stories(count: int) -> None:
    for number in range(count):
        make_version(make_story(headline=f"Story {number}"))


def test_a_rebuild_writes_what_was_written_with_the_stories() -> None:
    stories(BATCH + 1)
    before = written()
    StoryWords.objects.all().delete()
    VersionWords.objects.update(words="", tokens="")
    list(rebuild())
    assert written() == before
    assert not list(differences())


def test_a_stopped_rebuild_goes_on_where_it_was() -> None:
    stories(2 * BATCH)
    before = written()
    # Stopped after the first batch, and again after the next two.
    assert list(islice(rebuild(), 1)) == [(BATCH, 4 * BATCH)]
    assert list(islice(rebuild(), 2))[-1] == (2 * BATCH, 3 * BATCH)
    assert list(rebuild(missing=True))[-1] == (BATCH, BATCH)
    assert list(rebuild(missing=True)) == []
    assert written() == before


def test_the_search_works_meanwhile() -> None:
    stories(BATCH + 1)
    next(rebuild())
    assert find_stories(Story.objects.all(), parse("story")).count() == BATCH + 1


def test_it_is_known_whether_all_versions_are_there() -> None:
    assert has_all_versions()
    stories(2)
    assert has_all_versions()
    first = PublishedVersion.objects.order_by("pk").first()
    VersionWords.objects.filter(version=first).delete()
    assert not has_all_versions()


def test_notes_and_wire_copy_from_before_their_index_are_found_once_it_is_rebuilt() -> None:
    by = managing_editor()
    note = writing.add_note(draft(), "Is the zeppelin ours?", by=by)
    story(article("Zeppelin found"), by)
    update = take(article("Zeppelin found", text="It came from the lake."), by)
    for words in (StoryWords, NoteWords, WireWords):
        words.objects.all().delete()
    assert not has_all_stories()
    assert not find_notes(parse("zeppelin")).exists()

    call_command("search_index", "rebuild", "--missing", verbosity=0)

    assert has_all_for_desk()
    assert find_notes(parse("zeppelins")).get() == note
    assert find_wire_copies(parse("lakes")).get() == update.wire_copy


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("DELETE FROM articles_storywords", "articles_story {}: not in the index"),
        ("UPDATE articles_storywords SET words = ' other '", "articles_story {}: in the index"),
        ("UPDATE articles_versionwords SET tokens = '¤ x'", "articles_publishedversion {}: in the"),
    ],
)
def test_a_difference_fails_the_check(
    fault: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    version = make_version()
    call_command("search_index", "check")
    with connection.cursor() as cursor:
        cursor.execute(fault)
    with pytest.raises(CommandError, match="1 differences"):
        call_command("search_index", "check")
    pk = version.story_id if "story " in said else version.pk
    assert said.format(pk) in capsys.readouterr().out
    call_command("search_index", "rebuild", verbosity=0)
    call_command("search_index", "check")


@pytest.mark.once
def test_a_damaged_index_fails_the_check() -> None:
    make_version()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM articles_versionwords_index_data WHERE id > 10")
        cursor.execute("DELETE FROM articles_versionwords_index_idx")
    assert [one.table for one in differences()] == ["articles_versionwords"]
    call_command("search_index", "rebuild", verbosity=0)
    assert not list(differences())
