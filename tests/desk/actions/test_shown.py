"""Nobody confirms what they have not seen: what changed meanwhile is shown first."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from time_machine import Traveller

from articles import publishing, writing
from articles.links import moderation
from articles.models import Change, CorrectionKind, PublishedVersion, Story
from articles.stories import working_copy_of
from newsroom.accounts.models import User
from tests import helpers
from tests.desk.people.test_roles_stories import address
from tests.factories import make_link, make_version

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

Desk = Callable[[User], Client]
TODAY, TOMORROW = "2025-09-01T18:00", "2025-09-02T18:00"
EVENING = datetime(2025, 9, 1, 18, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _some_time_later(story: Story, clock: Traveller) -> None:
    clock.shift(timedelta(minutes=1))


@pytest.fixture
def other() -> User:
    return helpers.managing_editor("ben")


def opened(client: Client, page: str) -> dict[str, str]:
    """Return what the page that is open now will carry."""
    return {"shown": str(client.get(page).context["shown"])}


def rewrite(story: Story, by: User, headline: str) -> Story:
    story = Story.objects.get(pk=story.pk)
    return writing.save(story, replace(working_copy_of(story), headline=headline), by=by)


def publish(story: Story, by: User, **values: object) -> PublishedVersion:
    return publishing.publish(writing.make_ready(story, by=by), by=by, **values)  # type: ignore[arg-type]


def headlines(story: Story) -> list[str]:
    """Return the headlines that readers see now or will see."""
    return [
        version.headline
        for version in story.published_versions.in_force_or_scheduled(timezone.now())
        if not version.is_withdrawal
    ]


def test_words_that_somebody_else_saved_meanwhile_are_not_scheduled_unseen(
    desk: Desk, managing_editor: User, other: User, story: Story
) -> None:
    client, page = desk(managing_editor), address("schedule", story)
    seen = opened(client, page)
    rewrite(story, other, headline="Unseen words")

    answer = client.post(page, {**seen, "at": TODAY})

    assert headlines(story) == []
    assert Story.objects.get(pk=story.pk).state == "draft"
    assert "saved by ben" in answer.text
    assert "before=revision-1&amp;after=draft" in answer.text
    assert TODAY in answer.text
    compared = client.get(address("compare", story), {"before": "revision-1", "after": "draft"})
    assert "Unseen" in compared.text
    client.post(page, {"shown": str(answer.context["shown"]), "at": TODAY})
    assert headlines(story) == ["Unseen words"]


def test_words_that_somebody_else_saved_meanwhile_are_not_published_unseen(
    desk: Desk, managing_editor: User, other: User, story: Story
) -> None:
    publish(story, other)
    rewrite(story, other, headline="Second words")
    client, page = desk(managing_editor), address("publish", story)
    seen = opened(client, page)
    rewrite(story, other, headline="Unseen words")

    answer = client.post(page, {**seen, "change": "minor"})

    assert "saved by ben" in answer.text
    assert "Unseen words" not in headlines(story)


def test_what_somebody_scheduled_meanwhile_is_not_cancelled_unseen(
    desk: Desk, managing_editor: User, other: User, story: Story
) -> None:
    publishing.schedule(writing.make_ready(story, by=other), by=other, at=EVENING)
    client = desk(managing_editor)
    pages = [address(name, story) for name in ("unschedule", "publish")]
    seen = [opened(client, page) for page in pages]
    later = rewrite(story, other, headline="Scheduled later")
    later = writing.make_ready(later, by=other)
    publishing.schedule(later, by=other, at=EVENING + timedelta(days=1))

    for page, carried in zip(pages, seen, strict=True):
        answer = client.post(page, {**carried, "version": "", "change": "minor"})
        assert "scheduled (update) by ben" in answer.text

    assert len(headlines(story)) == 2


def test_a_correction_made_meanwhile_is_not_overwritten_by_a_minor_change(
    desk: Desk, managing_editor: User, other: User, story: Story, clock: Traveller
) -> None:
    publish(story, other)
    rewrite(story, other, headline="New words")
    client, page = desk(managing_editor), address("publish", story)
    seen = opened(client, page)
    clock.shift(timedelta(minutes=1))
    corrected = rewrite(story, other, headline="Corrected")
    publish(corrected, other, change=Change.CORRECTION, note="It was Ana.")

    answer = client.post(page, {**seen, "change": "minor"})

    assert "published (correction) by ben" in answer.text
    assert story.published_versions.visible(timezone.now()).get().change == Change.CORRECTION


def test_a_note_added_meanwhile_is_shown_before_another_is_added(
    desk: Desk, managing_editor: User, other: User, story: Story
) -> None:
    publish(story, other)
    client, page = desk(managing_editor), address("add_correction", story)
    seen = opened(client, page)
    publishing.add_correction(story, by=other, kind=CorrectionKind.CORRECTION, text="It was Ana.")

    answer = client.post(page, {**seen, "kind": "correction", "text": "It was Ana."})

    assert "correction added (Correction) by ben" in answer.text
    assert story.corrections.count() == 1


def test_a_version_whose_time_came_meanwhile_is_shown(
    desk: Desk, managing_editor: User, other: User, story: Story, clock: Traveller
) -> None:
    publishing.schedule(writing.make_ready(story, by=other), by=other, at=EVENING)
    rewrite(story, other, headline="New words")
    client, page = desk(managing_editor), address("publish", story)
    seen = opened(client, page)
    clock.move_to(EVENING)

    answer = client.post(page, seen)

    assert "the scheduled version “Xi and Putin meet” went live" in " ".join(answer.text.split())
    assert "Choose what is new to readers." in answer.text
    assert headlines(story) == ["Xi and Putin meet"]


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("schedule", {"at": TODAY}),
        ("add_correction", {"kind": "update", "text": "It has ended."}),
        ("publish", {"change": "update", "note": "It has ended."}),
        ("withdraw", {"at": TOMORROW}),
        ("embargo", {"at": TODAY, "reason": "They ask for it."}),
    ],
)
def test_a_form_that_is_sent_twice_is_done_once(
    desk: Desk, managing_editor: User, story: Story, name: str, values: dict[str, str]
) -> None:
    if name in ("add_correction", "publish", "withdraw"):
        publish(story, managing_editor)
        rewrite(story, managing_editor, headline="New words")
    client, page = desk(managing_editor), address(name, story)
    seen = opened(client, page)
    client.post(page, {**seen, **values})
    done = list(story.audit_log.values_list("pk", flat=True))

    again = client.post(page, {**seen, **values})

    assert "managing_editor" in again.text
    assert list(story.audit_log.values_list("pk", flat=True)) == done


@pytest.mark.parametrize(
    "shown", ["", "1", "1-1", "1-2-3-4", "a-b-c", "-1-0-0", "9" * 30 + "-1-1", "٣-١-٠", "1-1-1 "]
)
def test_a_form_that_does_not_say_what_it_showed_is_refused(
    desk: Desk, managing_editor: User, story: Story, shown: str
) -> None:
    page = address("schedule", story)
    for data in ({"at": TODAY, "shown": shown}, {"at": TODAY}):
        assert "Nothing has been done" in desk(managing_editor).post(page, data).text
    assert headlines(story) == []


def test_decisions_on_links_and_other_stories_disturb_nobody(
    desk: Desk, managing_editor: User, other: User, story: Story
) -> None:
    link = make_link(story, target=make_version(slug="target").story)
    client, page = desk(managing_editor), address("schedule", story)
    seen = opened(client, page)
    moderation.approve(link, by=other)
    rewrite(helpers.draft("Another"), other, headline="Another one")

    client.post(page, {**seen, "at": TODAY})

    assert len(headlines(story)) == 1
