"""What the demo fills in is what the newsroom's own verbs make of it."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test import override_settings
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoDbBlocker

from articles.body import embedded
from articles.core import NotPossible, clock
from articles.demo import PEOPLE, Filled, StoryFile, fill
from articles.demo.coverage import entries_of
from articles.models import (
    BreakingNews,
    EntryVersion,
    Front,
    LinkState,
    Picture,
    PublicationStatus,
    RelatedLink,
    Story,
    WireCopy,
    WireOutcome,
    WorkflowState,
    newsroom_day,
)
from articles.pictures import is_seen
from articles.publishing import situation_of, with_publication_status
from articles.stories import advice, problems, sent_back, working_copy_of
from newsroom.accounts.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def filled(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, some: list[StoryFile]
) -> Iterator[Filled]:
    """The demo, filled in once for all tests that only look at it."""
    with (
        override_settings(NEWSROOM_DEVELOPMENT=True),
        django_db_blocker.unblock(),
        transaction.atomic(),
        CaptureQueriesContext(connection) as queries,
    ):
        told = fill(password="a long password", files=some)
        # It grows with the stories and entries, and not with their square.
        entries = sum(len([*entries_of(file)]) for file in some)
        assert len(queries) < 120 * len(some) + 30 * entries
        yield told
        transaction.set_rollback(True)


def with_status(status: PublicationStatus) -> set[str]:
    stories = with_publication_status(Story.objects.all(), clock.now())
    return {story.headline for story in stories if story.publication_status == status}


def headed(start: str) -> Story:
    return Story.objects.get(headline__startswith=start)


def test_each_story_comes_to_where_its_file_says(filled: Filled, some: list[StoryFile]) -> None:
    # The update by wire is offered to the story that it is about.
    assert filled.stories == Story.objects.count() == len(some) - 1
    assert filled.pictures == Picture.objects.count()
    assert {one.username for one in PEOPLE} <= set(User.objects.values_list("username", flat=True))

    assert len(with_status(PublicationStatus.LIVE)) == 9
    assert len(with_status(PublicationStatus.WITHDRAWN)) == 1
    assert len(with_status(PublicationStatus.SCHEDULED)) == 1
    assert headed("Esterval’s").state == WorkflowState.IN_REVIEW
    back = sent_back(headed("Tram"))
    assert back
    assert "one side only" in back.reason
    asteroid = situation_of(headed("An asteroid"), clock.now())
    assert asteroid.embargoed_until == asteroid.scheduled[0].visible_from
    assert [one.kind for one in headed("Karsund votes").corrections.all()] == ["correction"]
    offered = WireCopy.objects.get(outcome=WireOutcome.OFFERED)
    assert offered.story == headed("Largest battery")


def test_a_live_blog_runs(filled: Filled) -> None:
    story, now = headed("Spring tide"), clock.now()
    coverage = story.live_coverage.at(now).get()
    assert coverage.is_running
    seen = EntryVersion.objects.visible(now).filter(story=story)
    assert len(seen) == 10
    assert seen.filter(is_key=True).count() == 3
    corrected = seen.get(headline="The gates are closing")
    assert "17 minutes" in corrected.body
    assert corrected.note
    assert story.live_entries.filter(versions=None).count() == 1
    (scheduled,) = story.entry_versions.filter(visible_from__gt=now)
    assert scheduled.published_at == scheduled.visible_from


@pytest.mark.usefixtures("filled")
def test_the_front_page_is_edited_and_another_one_is_scheduled() -> None:
    now = clock.now()
    live, scheduled = Front.objects.at(now).get(), Front.objects.scheduled(now).get()
    assert live.valid_until == scheduled.valid_from
    lead = live.slots.get(position=1)
    assert lead.story == headed("Storm Wilma")
    assert lead.headline != headed("Storm Wilma").headline
    assert live.made_by.username == "ruth"
    assert scheduled.slots.exclude(picture=None).get().story == headed("Storm Wilma")


@pytest.mark.usefixtures("filled")
def test_what_happened_is_told_at_the_time_when_it_happened() -> None:
    votes = headed("Karsund votes")
    told = list(votes.audit_log.order_by("at", "pk").values_list("action", "by__username"))

    assert [action for action, _ in told if "link" not in action] == [
        *("created", "saved", "submitted", "approved", "published", "correction_added")
    ]
    assert dict(told)["created"] == "maya"
    assert dict(told)["published"] in ("ruth", "tomas")
    version = votes.published_versions.get()
    assert version.made_at == version.visible_from == version.published_at < clock.now()
    assert votes.revisions.count() == 2
    assert not votes.audit_log.filter(at__gt=clock.now()).exists()


@pytest.mark.usefixtures("filled")
def test_links_wait_for_moderators_and_others_are_approved() -> None:
    undecided = RelatedLink.objects.undecided()
    # One was suggested by a person, and one was found by its headline.
    assert undecided.exclude(suggested_by=None).count() == 1
    assert undecided.filter(score__gt=90, score__lt=100).count() == 1
    approved = RelatedLink.objects.filter(state=LinkState.APPROVED)
    assert set(approved.values_list("decided_by__username", flat=True)) == {"ines"}


@pytest.mark.usefixtures("filled")
def test_stories_that_go_out_lack_nothing() -> None:
    ended = headed("A town takes")
    for story in Story.objects.exclude(published_versions=None):
        copy = working_copy_of(story)
        # The demo has one picture whose licence ended after readers had it.
        found = problems(copy, clock.now())
        assert [one.field for one in found] == (["lead_picture"] if story == ended else [])
        told = [one for one in advice(copy, clock.now()) if "withdrawn" not in one.message]
        assert told == [] or story.wire_copies.exists()


@pytest.mark.usefixtures("filled")
def test_pictures_have_rights_and_a_story_an_embed() -> None:
    now = clock.now()
    today = newsroom_day(now)
    ended = Picture.objects.filter(is_seen(now), licence_until__lt=today).get()
    assert (ended.credit, ended.copyright) == ("Ida Brandt/Esterval Archive", "© Esterval Archive")
    soon = Picture.objects.filter(licence_until__gte=today).get()
    assert (soon.licence, soon.usage_limits) == ("Subscription", "Not for archives")
    assert soon.licence_until == newsroom_day(now + timedelta(days=12))
    storm = headed("Storm Wilma").published_versions.get()
    assert 'class="embed-card"' in storm.body_html
    # It would be a block of its own with another address, but not what readers can load.
    assert embedded("https://www.youtube.com/watch?v=Wilma-Ferry")


@pytest.mark.usefixtures("filled")
def test_breaking_news_has_ended_and_some_is_scheduled() -> None:
    past, scheduled = BreakingNews.objects.order_by("valid_from")
    now = clock.now()
    assert past.valid_until
    assert past.valid_until < now < scheduled.valid_from


@pytest.mark.usefixtures("filled")
def test_a_newsroom_with_stories_stays_as_it_is(some: list[StoryFile]) -> None:
    before = list(Story.objects.values_list("pk", "version", "changed_at"))
    with pytest.raises(NotPossible, match="stories already"):
        fill(password="a long password", files=some)
    assert list(Story.objects.values_list("pk", "version", "changed_at")) == before
