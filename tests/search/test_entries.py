"""A live blog is found by the words of its entries: by readers, of those that they see then."""

from typing import Any

import pytest
from django.core.management import CommandError, call_command

from articles import live
from articles.models import EntryVersionWords, EntryWords, Story, VersionKind
from articles.search import VersionSearch, find_entries, has_all_versions, meant, parse
from tests.factories import (
    HOUR,
    NOON,
    make_author,
    make_entry,
    make_live_entry,
    make_story,
    make_version,
)
from tests.helpers import managing_editor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
#: From hour to hour, None: without an end.
Period = tuple[int, int | None]
WORDS = ("zeppelin", "balloon")


def found(query: str, hour: float = 0) -> list[int]:
    """Return the primary keys of the stories found some hours after noon, in order."""
    search = VersionSearch(parse(query), NOON + hour * HOUR)
    versions = [place.pk for place in search.page(9)]
    assert search.total == len(versions)
    story = dict(
        Story.objects.filter(published_versions__in=versions).values_list(
            "published_versions", "pk"
        )
    )
    return [story[pk] for pk in versions]


def period(start: int, end: int | None) -> dict[str, Any]:
    return {
        "visible_from": NOON + start * HOUR,
        "visible_until": None if end is None else NOON + end * HOUR,
    }


def holds(one: Period, hour: float) -> bool:
    start, end = one
    return start <= hour and (end is None or hour < end)


def test_words_are_of_one_entry_and_the_order_is_that_of_the_stories() -> None:
    older = make_version(visible_from=NOON - 3 * HOUR, headline="Flood watch").story
    newer = make_version(visible_from=NOON - 2 * HOUR, headline="The rain").story
    named = make_version(visible_from=NOON - 900 * HOUR, headline="A dam").story
    make_live_entry(older, body="<p>The lower dams are closed.</p>", author="Ana Pérez")
    make_live_entry(older, headline="Ferries stop", body="<p>Until the morning.</p>")
    make_live_entry(newer, body="<p>A dam, closed.</p>", note="It was the upper one.")
    assert found("dam") == [named.pk, newer.pk, older.pk]
    assert found('"lower dams"') == found("closing pérez") == found("ferry morning") == [older.pk]
    # Each entry is a text of its own, and so is the story.
    assert found("dams ferries") == found("flood ferries") == []
    assert found("dam -lower") == [named.pk, newer.pk]
    assert found("upper OR ferries") == [newer.pk, older.pk]
    assert found("-ferries") == [newer.pk, older.pk, named.pk]


def test_entries_are_in_the_language_of_what_readers_got_first() -> None:
    story = make_version(headline="Die Flut", language="de").story
    make_live_entry(story, body="<p>Zwei Häuser.</p>")
    assert found("Haus") == [story.pk]


@pytest.mark.parametrize(
    ("story", "entries"),
    [
        ([(-2, None)], [(1, 2), (3, None)]),
        ([(0, 2), (3, 4)], [(-1, None), (4, None)]),
        ([(1, 1), (2, None)], [(0, 0), (0, 3)]),
    ],
)
def test_nothing_is_found_or_meant_that_readers_do_not_see(
    story: list[Period], entries: list[Period]
) -> None:
    blog, withdrawn = make_story(), make_version(kind=VersionKind.WITHDRAWAL).story
    for one in story:
        make_version(blog, **period(*one))
    for one, word in zip(entries, WORDS, strict=True):
        for of in (blog, withdrawn):
            make_live_entry(of, body=f"<p>A {word} lands.</p>", **period(*one))
    seen = []
    for hour in range(-3, 5):
        for one, word in zip(entries, WORDS, strict=True):
            is_seen = holds(one, hour) and any(holds(it, hour) for it in story)
            seen.append(is_seen)
            assert found(word, hour) == ([blog.pk] if is_seen else []), (word, hour)
            typed = word[:-1]
            assert meant(typed, parse(typed), NOON + hour * HOUR) == (word if is_seen else "")
    assert set(seen) == {True, False}


def test_the_verbs_write_what_is_found() -> None:
    by = managing_editor()
    story = make_version(visible_from=NOON - HOUR).story
    live.start_coverage(story, by=by)
    entry = live.write_entry(story, live.EntryCopy("<p>A zeppelin.</p>"), by=by)
    assert (find_entries(parse("zeppelins")).get(), found("zeppelin")) == (entry, [])
    live.publish_entry(entry, by=by)
    ana = make_author("Ana Pérez")
    live.save_entry(entry, live.EntryCopy("<p>A balloon.</p>", headline="It", author=ana), by=by)
    assert find_entries(parse("balloon perez")).exists()
    assert (found("zeppelin"), found("balloon")) == ([story.pk], [])
    live.publish_entry(entry, by=by)
    live.mark_key_moment(entry, by=by, is_key=True)
    assert (found("zeppelin"), found("balloon perez")) == ([], [story.pk])
    draft = live.write_entry(story, live.EntryCopy("<p>A glider.</p>"), by=by)
    call_command("search_index", "check")
    live.withdraw_entry(entry, by=by, reason="Wrong.")
    assert found("balloon") == []
    live.delete_entry(draft, by=by)
    assert not find_entries(parse("glider")).exists()


@pytest.mark.parametrize("words", [EntryWords, EntryVersionWords])
def test_what_is_missing_of_entries_is_noticed_and_written(
    words: type[EntryWords | EntryVersionWords], capsys: pytest.CaptureFixture[str]
) -> None:
    make_live_entry(make_version().story, body="<p>A zeppelin.</p>")
    make_entry(make_story(), body="<p>A balloon.</p>")
    stored = list(words.objects.order_by("pk").values_list())
    words.objects.all().delete()
    assert has_all_versions() == (words is EntryWords)
    with pytest.raises(CommandError, match=f"{len(stored)} differences"):
        call_command("search_index", "check")
    call_command("search_index", "rebuild", "--missing", verbosity=0)
    assert list(words.objects.order_by("pk").values_list()) == stored
    call_command("search_index", "check")
