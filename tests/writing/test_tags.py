"""Tags that are renamed, merged, or typed as another word."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django_tasks_db.models import DBTaskResult
from taggit.models import Tag

from articles.core import NotPossible, clock
from articles.models import FormerSlug, Story
from articles.publishing import NothingNew, check_publish, publish, situation_of
from articles.search import differences, find_stories, parse
from articles.stories import known_tags, working_copy_of
from articles.writing import add_synonym, delete_tag, make_ready, merge_tags, rename_tag, save
from articles.writing.tasks import index_stories_of_tag
from newsroom.tasks.work import run_all
from tests.factories import make_story
from tests.helpers import managing_editor, ready

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def tagged(*names: str) -> Story:
    story = make_story()
    story.tags.set(known_tags(names))
    return story


def test_a_renamed_tag_is_renamed_in_all_drafts_and_found_by_its_new_word() -> None:
    story = tagged("Crop")
    rename_tag(Tag.objects.get(), "Harvest")
    assert list(story.tags.names()) == ["Harvest"]
    assert known_tags(["crop", "CROP"]) == ("Harvest",)
    assert run_all("ana") == 1
    assert list(find_stories(Story.objects.all(), parse("harvest"))) == [story]
    assert not list(differences())


@pytest.mark.parametrize("number", [1, 3, 30])
def test_stories_of_a_renamed_tag_are_indexed_in_batches_in_the_background(number: int) -> None:
    stories = [tagged("Crop", "Rain") for _ in range(number)]
    with CaptureQueriesContext(connection) as in_request:
        rename_tag(Tag.objects.get(name="Crop"), "Harvest")
    assert len(in_request) < 15
    with CaptureQueriesContext(connection) as afterwards:
        index_stories_of_tag.call(Tag.objects.get(name="Harvest").pk)
    # A batch is twenty stories; after the last one, none is found.
    assert len(afterwards) <= 14 * (number // 20 + 1) + 1
    assert set(find_stories(Story.objects.all(), parse("harvest"))) == set(stories)
    assert not list(differences())


def test_a_tag_that_is_gone_by_then_is_no_failure() -> None:
    tagged("Crop")
    rename_tag(Tag.objects.get(), "Harvest")
    delete_tag(Tag.objects.get())
    assert run_all("ana") == 1
    assert DBTaskResult.objects.get().status == "SUCCESSFUL"


def rename() -> None:
    rename_tag(Tag.objects.get(name="Crop"), "Harvest")


def change_capitals() -> None:
    rename_tag(Tag.objects.get(name="Crop"), "CROP!")


def merge() -> None:
    tagged("Harvest")
    merge_tags(Tag.objects.all(), into=Tag.objects.get(name="Harvest"))


@pytest.mark.parametrize("change", [rename, change_capitals, merge])
def test_a_live_story_has_no_unpublished_changes_since_its_tag_is_called_otherwise(
    change: Callable[[], None],
) -> None:
    story = ready("Live", tags=("Crop", "C"))
    publish(story, by=managing_editor())
    change()
    now = situation_of(Story.objects.get(pk=story.pk), clock.now())
    assert isinstance(check_publish(now, by=managing_editor()), NothingNew)


@pytest.mark.parametrize("tags", [("Crop",), ("Crop", "C++"), ("Crop", "C", "Rain")])
def test_another_tag_is_an_unpublished_change(tags: tuple[str, ...]) -> None:
    story = ready("Live", tags=("Crop", "C"))
    publish(story, by=managing_editor())
    tagged("C", "C++")
    rename()
    story = Story.objects.get(pk=story.pk)
    copy = replace(working_copy_of(story), tags=tags)
    story = make_ready(save(story, copy, by=managing_editor()), by=managing_editor())
    assert check_publish(situation_of(story, clock.now()), by=managing_editor()) is None


def test_merged_tags_are_the_one_with_most_stories() -> None:
    first, second, third = tagged("Harvest"), tagged("Harvest", "Crop"), tagged("Урожай")
    kept = merge_tags(Tag.objects.all())
    assert {tuple(story.tags.names()) for story in (first, second, third)} == {("Harvest",)}
    assert list(Tag.objects.all()) == [kept]
    assert known_tags(["УРОЖАЙ", "Crop", "Rain"]) == ("Harvest", "Rain")


def test_a_synonym_becomes_the_tag() -> None:
    tagged("Harvest")
    add_synonym(Tag.objects.get(), "Reaping")
    assert known_tags(["reaping"]) == ("Harvest",)


@pytest.mark.parametrize("word", ["", " ", "КИЇВ", "київ"])
def test_a_word_that_is_another_tag_or_none_is_refused(word: str) -> None:
    tagged("Harvest", "Київ")
    tag = Tag.objects.get(name="Harvest")
    for change in (rename_tag, add_synonym):
        with pytest.raises(NotPossible):
            change(tag, word)
    assert not FormerSlug.objects.exists()
    assert Tag.objects.filter(name="Harvest").exists()


def test_one_tag_cannot_be_merged() -> None:
    tagged("Harvest")
    for chosen in (Tag.objects.all(), Tag.objects.none()):
        with pytest.raises(NotPossible, match="at least two"):
            merge_tags(chosen)


def test_tags_of_which_a_story_has_two_are_merged() -> None:
    first, second = tagged("A", "B"), tagged("B", "C")
    third = tagged("A")
    merge_tags(Tag.objects.all())
    assert {tuple(story.tags.names()) for story in (first, second, third)} == {("A",)}


def test_no_tag_takes_the_page_of_another() -> None:
    tagged("C++", "coding", "airports")
    coding = Tag.objects.get(name="coding")
    for change in (add_synonym, rename_tag):
        with pytest.raises(NotPossible, match="already a tag “C\\+\\+”"):
            change(coding, "C#")
    add_synonym(coding, "programming")
    with pytest.raises(NotPossible, match="synonym of the tag “coding”"):
        add_synonym(Tag.objects.get(name="airports"), "programming")
    with pytest.raises(NotPossible, match="needs a letter"):
        add_synonym(coding, "😀")


def test_a_deleted_tag_leaves_no_synonym() -> None:
    tagged("airports")
    tag = Tag.objects.get()
    add_synonym(tag, "aerodrome")
    delete_tag(tag)
    assert known_tags(["aerodrome"]) == ("aerodrome",)
