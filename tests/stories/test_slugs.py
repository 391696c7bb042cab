"""Slugs: made from headlines, free, and as long-lived as what was public under them."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from articles import publishing, writing
from articles.models import PublishedVersion, Story
from articles.stories import free_slug, working_copy_of
from tests.factories import build_story, make_story, make_user, make_version
from tests.helpers import draft, managing_editor, ready, sent

pytestmark = pytest.mark.django_db


def rename(story: Story, headline: str) -> str:
    """Return the slug that the story has once it has another headline."""
    copy = replace(working_copy_of(Story.objects.get(pk=story.pk)), headline=headline)
    return writing.save(story, copy, by=managing_editor()).slug


def test_a_slug_is_made_from_the_headline_and_numbered() -> None:
    assert [draft("Fees rise").slug for _ in range(3)] == [
        "fees-rise",
        "fees-rise-2",
        "fees-rise-3",
    ]


def test_a_gap_between_the_numbers_is_filled() -> None:
    for slug in ("fees", "fees-2", "fees-4", "fees-and-taxes"):
        make_story(slug=slug)
    assert free_slug("Fees") == "fees-3"
    assert free_slug("Fees", Story.objects.get(slug="fees-2")) == "fees-2"


def test_a_slug_that_readers_had_is_not_free() -> None:
    make_version(make_story(slug="now"), slug="fees")
    assert free_slug("Fees") == "fees-2"


@pytest.mark.parametrize("number", [0, 1, 40, 299])
def test_it_takes_one_query_however_many_have_the_headline(
    number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    _namesakes(number)
    with django_assert_num_queries(1):
        assert free_slug("Weather") == ("weather" if not number else f"weather-{number + 1}")


def test_so_many_that_numbers_run_out(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    _namesakes(300)
    with django_assert_num_queries(2):
        one, other = free_slug("Weather"), free_slug("Weather")
    assert one != other
    assert one.startswith("weather-")


def _namesakes(number: int) -> None:
    slugs = ["weather", *(f"weather-{at}" for at in range(2, number + 1))][:number]
    by = make_user()
    Story.objects.bulk_create(build_story(by, slug=slug) for slug in slugs)


def test_a_draft_gets_its_slug_from_its_new_headline() -> None:
    draft("Final")
    story, second = draft("Working title"), draft("Working title")
    assert rename(story, "Final") == "final-2"
    assert rename(second, "Ready now") == "ready-now"
    assert rename(second, "Ready now!") == "ready-now"
    assert rename(second, "Working title") == "working-title"


def test_so_it_is_in_the_form(client: Client) -> None:
    story = draft("Working title")
    client.force_login(managing_editor())
    url = reverse("admin:articles_story_change", args=[story.pk])

    client.post(url, sent(story, headline="Final"))
    story.refresh_from_db()
    assert story.slug == "final"

    client.post(url, sent(story, headline="Final again", slug="mine"))
    story.refresh_from_db()
    client.post(url, sent(story, headline="Other words"))
    story.refresh_from_db()
    assert story.slug == "mine"

    client.post(url, sent(story, slug=""))
    story.refresh_from_db()
    assert story.slug == "other-words"


@pytest.mark.parametrize(
    "slug", ["budget", "working-title-of-ours", "working-title-2025", "working"]
)
def test_a_slug_that_somebody_set_stays(slug: str) -> None:
    assert rename(draft("Working title", slug=slug), "Final") == slug


def test_a_slug_that_was_or_will_be_public_stays() -> None:
    by, tomorrow = managing_editor(), timezone.now() + timedelta(days=1)
    live, gone, later = ready("Live"), ready("Gone"), ready("Later")
    for story in (live, gone):
        publishing.publish(story, by=by)
    publishing.withdraw(gone, by=by)
    publishing.schedule(later, by=by, at=tomorrow)

    assert rename(live, "Other") == "live"
    assert rename(gone, "Other") == "gone"
    assert rename(later, "Other") == "later"


def test_a_cancelled_schedule_frees_the_slug() -> None:
    by = managing_editor()
    story = ready("Working title")
    publishing.schedule(story, by=by, at=timezone.now() + timedelta(days=1))
    publishing.unschedule(story, by=by)
    assert PublishedVersion.objects.exists()
    assert rename(story, "Final") == "final"
