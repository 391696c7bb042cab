"""The desk finds private notes and wire copy, too, for those who may read them."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from articles import writing
from articles.models import Note, Story, WireCopy
from newsroom.accounts.models import User
from tests.desk.conftest import WRITER, person
from tests.factories import make_entry
from tests.helpers import draft, managing_editor
from tests.wire.helpers import article, take

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

Desk = Callable[[User], Client]
FIND = "admin:articles_search"
KILL = b"STORY WITHDRAWN: Zeppelin lands\n\nEditors, please withdraw the story about the zeppelin."


@pytest.fixture
def everything() -> Story:
    """A draft, a note on another one, and wire copy that became no story, about a zeppelin."""
    by = managing_editor()
    draft("A zeppelin lands", body="<p>It came from the lake.</p>")
    noted = draft("Harvest begins", body="<p>The wheat is <em>ripe</em>.</p>")
    writing.add_note(noted, "Was there a zeppelin <b>too</b>?", by=by)
    copy = take(article("Council meets", text="The zeppelin was not on the list."), by)
    assert copy.story
    writing.delete(copy.story, by=by)
    return noted


def found(client: Client, query: str) -> dict[str, list[str]]:
    page = client.get(reverse(FIND), {"q": query})
    assert page.status_code == 200
    return {part.name: [row.words for row in part.rows] for part in page.context["parts"]}


@pytest.fixture
def reader(desk: Desk) -> Client:
    """A browser of somebody who may read all of it."""
    return desk(person("reader", *WRITER, "view_wirecopy"))


@pytest.mark.usefixtures("everything")
def test_all_of_it_is_found_with_its_words_marked(reader: Client) -> None:
    assert found(reader, "zeppelins") == {
        "stories": ["A <mark>zeppelin</mark> lands"],
        "notes": ["Harvest begins"],
        "wire": ["Council meets"],
    }
    page = reader.get(reverse(FIND), {"q": "zeppelins"}).content.decode()
    assert "Was there a <mark>zeppelin</mark> &lt;b&gt;too&lt;/b&gt;?" in page
    assert "The <mark>zeppelin</mark> was not on the list." in page
    assert "#story-notes" in page


def test_entries_are_found_as_they_are_written(desk: Desk, reader: Client) -> None:
    entry = make_entry(draft("Harvest begins"), body="<p>A zeppelin <em>lands</em>.</p>")
    assert found(reader, "zeppelins") == {"entries": ["Harvest begins"]}
    page = reader.get(reverse(FIND), {"q": "zeppelins"}).text
    assert "A <mark>zeppelin</mark> lands." in page
    assert reverse("admin:articles_story_live_entry", args=[entry.story_id, entry.pk]) in page
    # Who reads drafts and writes none has no page of the entry.
    page = desk(person("ana", "view_story")).get(reverse(FIND), {"q": "zeppelins"}).text
    assert reverse("admin:articles_story_change", args=[entry.story_id]) in page
    assert "/live/" not in page
    stories = reverse("admin:articles_story_changelist")
    assert "1 live entry" in reader.get(stories, {"q": "zeppelin"}).text


@pytest.mark.usefixtures("everything")
@pytest.mark.parametrize(
    ("permissions", "parts"),
    [
        (("view_story",), {"stories", "notes"}),
        (("view_wirecopy",), {"wire"}),
        (("view_story", "view_wirecopy"), {"stories", "notes", "wire"}),
    ],
)
def test_each_finds_what_they_may_read(
    desk: Desk, permissions: tuple[str, ...], parts: set[str]
) -> None:
    assert set(found(desk(person("ana", *permissions)), "zeppelin")) == parts


@pytest.mark.usefixtures("everything")
def test_whoever_may_read_none_of_it_has_no_page(desk: Desk, client: Client) -> None:
    assert desk(person("moderator", "moderate_relatedlink")).get(reverse(FIND)).status_code == 403
    assert client.get(reverse(FIND)).status_code == 302


def test_copy_that_became_a_story_is_found_as_that_story(reader: Client) -> None:
    copy = take(article("Council meets", text="The zeppelin was on the list."), managing_editor())
    assert set(found(reader, "zeppelin")) == {"stories"}
    update = take(article("Council meets", text="The airship was on the list."), managing_editor())
    assert update.outcome == "offered"
    assert found(reader, "airship") == {"wire": ["Council meets"]}
    assert WireCopy.objects.count() == 2
    assert copy.story


def test_a_note_is_found_by_what_it_says_now_and_by_the_words_that_it_is_on(
    reader: Client, everything: Story
) -> None:
    note = Note.objects.get()
    writing.edit_note(note, "Was there a balloon?", by=note.by)
    assert "notes" not in found(reader, "zeppelin")
    assert "notes" in found(reader, "balloons")
    Note.objects.filter(pk=note.pk).delete()
    assert found(reader, "balloons") == {}


@pytest.mark.usefixtures("everything")
def test_the_list_of_stories_says_what_else_was_found(desk: Desk, reader: Client) -> None:
    stories = reverse("admin:articles_story_changelist")
    page = reader.get(stories, {"q": "zeppelin"}).content.decode()
    assert f'href="{reverse(FIND)}?q=zeppelin"' in page
    assert "1 private note" in page
    assert "1 piece of wire copy" in page
    for query in ("lake", ""):
        assert f"{reverse(FIND)}?q=" not in reader.get(stories, {"q": query}).content.decode()
    without = desk(person("ana", *WRITER)).get(stories, {"q": "zeppelin"}).content.decode()
    assert "1 private note" in without
    assert "wire copy that" not in without


@pytest.mark.parametrize("query", ["", "   ", "-", '"', "***", "(", "NEAR(", "'; --", "🙂"])
def test_whatever_is_typed_is_a_search(reader: Client, query: str) -> None:
    assert found(reader, query) == {}


@pytest.mark.parametrize("count", [1, 3, 30])
def test_it_takes_as_many_queries_however_much_is_found(
    reader: Client, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    by = managing_editor()
    for number in range(count):
        story = draft(f"Zeppelin {number}")
        make_entry(story, body="<p>Zeppelin</p>")
        writing.add_note(story, "Zeppelin", by=by)
        copy = take(article(f"Council {number}", text=f"Zeppelin {number} landed."), by).story
        assert copy
        writing.delete(copy, by=by)
    with django_assert_num_queries(QUERIES):
        found(reader, "zeppelin")


#: Session and person, permissions, what the frame counts, whether all is indexed, and two or three
#: for each part.
QUERIES = 21
