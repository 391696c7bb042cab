"""Tags that are renamed, merged, or typed as another word."""

import pytest
from taggit.models import Tag

from articles.core import NotPossible
from articles.models import FormerSlug, Story
from articles.search import differences, find_stories, parse
from articles.stories import known_tags
from articles.writing import add_synonym, delete_tag, merge_tags, rename_tag
from tests.factories import make_story

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
    assert list(find_stories(Story.objects.all(), parse("harvest"))) == [story]
    assert not list(differences())


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
        with pytest.raises(NotPossible, match="“C\\+\\+” already"):
            change(coding, "C#")
    add_synonym(coding, "programming")
    with pytest.raises(NotPossible, match="another word for the tag “coding”"):
        add_synonym(Tag.objects.get(name="airports"), "programming")
    with pytest.raises(NotPossible, match="needs a letter"):
        add_synonym(coding, "😀")


def test_a_deleted_tag_leaves_no_synonym() -> None:
    tagged("airports")
    tag = Tag.objects.get()
    add_synonym(tag, "aerodrome")
    delete_tag(tag)
    assert known_tags(["aerodrome"]) == ("aerodrome",)
