"""Two people who keep tags at the same time: no tag is lost, and none is there twice."""

from collections.abc import Callable
from threading import Thread
from time import sleep

import pytest
from django.db import connection, transaction
from taggit.models import Tag

from articles import writing
from articles.core import NewsroomError
from articles.models import FormerSlug, Story
from tests.helpers import draft

pytestmark = pytest.mark.django_db(transaction=True)


def meanwhile(verb: Callable[[], object], other: Callable[[], object]) -> list[str]:
    """Do `verb` while `other` is done and not yet committed; return what came of it."""
    came_of_it = []

    def run() -> None:
        try:
            verb()
            came_of_it.append("done")
        except NewsroomError:
            came_of_it.append("refused")
        finally:
            connection.close()

    thread = Thread(target=run)
    with transaction.atomic():
        other()
        thread.start()
        sleep(0.5)
    thread.join()
    return came_of_it


def tag(name: str) -> Tag:
    return Tag.objects.get(name=name)


def test_of_two_tags_that_are_merged_into_each_other_one_stays() -> None:
    draft(tags=("rain", "snow"))
    rain, snow = tag("rain"), tag("snow")
    both = (rain, snow)
    came = meanwhile(
        lambda: writing.merge_tags(both, into=snow), lambda: writing.merge_tags(both, into=rain)
    )
    assert came == ["refused"]
    assert list(Tag.objects.values_list("name", flat=True)) == ["rain"]
    assert [one.name for one in Story.objects.get().tags.all()] == ["rain"]


def test_two_tags_do_not_get_one_word() -> None:
    draft(tags=("rain", "snow"))
    rain, snow = tag("rain"), tag("snow")
    came = meanwhile(
        lambda: writing.rename_tag(rain, "WEATHER"), lambda: writing.rename_tag(snow, "Weather")
    )
    assert came == ["refused"]
    assert set(Tag.objects.values_list("name", flat=True)) == {"rain", "Weather"}


def test_two_tags_do_not_get_one_synonym() -> None:
    draft(tags=("rain", "snow"))
    rain, snow = tag("rain"), tag("snow")
    came = meanwhile(
        lambda: writing.add_synonym(rain, "wet"), lambda: writing.add_synonym(snow, "wet")
    )
    assert came == ["refused"]
    assert [one.name for one in FormerSlug.objects.present().filter(slug="wet")] == ["snow"]


def test_a_story_that_is_saved_with_a_tag_while_it_is_merged_gets_the_one_that_stays() -> None:
    draft("First", tags=("rain", "snow"))
    both = (tag("rain"), tag("snow"))
    came = meanwhile(
        lambda: draft("Second", tags=("snow",)), lambda: writing.merge_tags(both, into=both[0])
    )
    assert came == ["done"]
    second = Story.objects.get(headline="Second")
    assert [one.name for one in second.tags.all()] == ["rain"]


def test_a_story_that_is_saved_with_a_tag_while_it_is_deleted_gets_a_new_one() -> None:
    draft("First", tags=("rain",))
    came = meanwhile(
        lambda: draft("Second", tags=("rain",)), lambda: writing.delete_tag(tag("rain"))
    )
    assert came == ["done"]
    second = Story.objects.get(headline="Second")
    assert [one.name for one in second.tags.all()] == ["rain"]
