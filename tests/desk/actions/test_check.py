"""What a check says beforehand is what the verb does; the buttons and the page say the same."""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from time_machine import Traveller

from articles import publishing, writing
from articles.core import NewsroomError
from articles.desk.actions.action import StoryAction
from articles.desk.actions.actions import ACTIONS
from articles.desk.actions.buttons import buttons
from articles.models import Change, CorrectionKind, Story
from articles.people import EDITOR, MANAGING_EDITOR, MODERATOR, REPORTER
from articles.publishing import situation_of
from newsroom.accounts.models import User
from tests import helpers
from tests.factories import HOUR, NOON
from tests.trials.kills import rows

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

Desk = Callable[[User], Client]
PEOPLE = (REPORTER, EDITOR, MANAGING_EDITOR, MODERATOR, "")
LATER = NOON + 24 * HOUR


def live(editor: User) -> Story:
    story = helpers.ready()
    publishing.publish(story, by=editor)
    return story


def scheduled(editor: User) -> Story:
    story = helpers.ready()
    publishing.schedule(story, by=editor, at=LATER)
    return story


def live_and_scheduled(editor: User) -> Story:
    story = live(editor)
    publishing.schedule(helpers.changed(story), by=editor, at=LATER)
    return story


def live_with_note(editor: User) -> Story:
    story = live(editor)
    publishing.add_correction(story, by=editor, kind=CorrectionKind.UPDATE, text="It has begun.")
    return story


def withdrawn(editor: User) -> Story:
    story = live(editor)
    publishing.withdraw(story, by=editor)
    return story


def to_be_withdrawn(editor: User) -> Story:
    story = live(editor)
    publishing.withdraw(story, by=editor, at=LATER)
    return story


def under_embargo(editor: User) -> Story:
    story = helpers.ready()
    publishing.set_embargo(story, by=editor, until=LATER, reason="The agency asks for it.")
    return story


def scheduled_under_embargo(editor: User) -> Story:
    story = under_embargo(editor)
    publishing.schedule(story, by=editor, at=LATER)
    return story


SITUATIONS: dict[str, Callable[[User], Story]] = {
    "draft": lambda editor: helpers.draft(),
    "in review": lambda editor: writing.submit(helpers.draft(), by=editor),
    "ready": lambda editor: helpers.ready(),
    "live": live,
    "scheduled": scheduled,
    "live and scheduled": live_and_scheduled,
    "live with a note": live_with_note,
    "withdrawn": withdrawn,
    "to be withdrawn": to_be_withdrawn,
    "under embargo": under_embargo,
    "scheduled under embargo": scheduled_under_embargo,
}


def valid_values(name: str, story: Story) -> dict[str, Any]:
    """Return values with which the action is done if it is possible at all."""
    now = situation_of(story, timezone.now())
    last = LATER + 24 * HOUR
    why = {"reason": "The agency asks for it."}
    values: dict[str, dict[str, Any]] = {
        "send_back": {"reason": "Name the source."},
        "schedule": {"at": last},
        "reschedule": {"version": now.scheduled[0] if now.scheduled else None, "at": last},
        "publish": {"change": Change.MINOR},
        "add_correction": {"kind": CorrectionKind.CORRECTION, "text": "It was on Monday."},
        "retract_correction": {"correction": story.corrections.first(), **why},
        "embargo": {"at": LATER, **why},
        "lift_embargo": why,
    }
    return values.get(name, {})


@pytest.fixture(params=SITUATIONS)
def story(request: pytest.FixtureRequest, clock: Traveller) -> Story:
    made = SITUATIONS[request.param](helpers.managing_editor())
    clock.shift(timedelta(minutes=1))
    return Story.objects.get(pk=made.pk)


@pytest.mark.parametrize("role", PEOPLE)
def test_a_check_says_what_the_verb_does(story: Story, role: str) -> None:
    by = helpers.person(role)
    said: dict[str, str] = {}
    done: dict[str, str] = {}
    for action in ACTIONS:
        values = valid_values(action.name, story)
        if None in values.values():
            # There is nothing to choose, so that nobody can get as far as the verb.
            assert action.check(situation_of(story, timezone.now()), by=by)
            continue
        said[action.name] = told(action, action.check(situation_of(story, timezone.now()), by=by))
        with suppress(RolledBack), transaction.atomic():
            try:
                action.verb(Story.objects.get(pk=story.pk), by=by, **values)
                done[action.name] = told(action, None)
            except NewsroomError as error:
                done[action.name] = told(action, error)
            raise RolledBack

    assert said == done


@pytest.mark.once
@pytest.mark.parametrize("role", PEOPLE)
def test_buttons_are_those_whose_check_finds_nothing_and_others_do_nothing(
    desk: Desk, story: Story, role: str
) -> None:
    by = helpers.person(role)
    now = situation_of(story, timezone.now())
    possible = {button.name for button in buttons(now, by=by)}
    refusals = {action.name: action.check(now, by=by) for action in ACTIONS}
    assert possible == {
        name
        for name, refusal in refusals.items()
        if refusal is None or isinstance(refusal, publishing.NothingNew)
    }
    client, form = desk(by), reverse("admin:articles_story_change", args=[story.pk])
    shown = client.get(form).text
    before = rows()
    for action in ACTIONS:
        url = reverse(action.url_name, args=[story.pk]) if action.question else ""
        offered = f'name="_{action.name}"' in shown or bool(url and f'href="{url}"' in shown)
        assert offered == (action.name in possible), action.name
        if action.name not in possible:
            if url:
                forged = {"at": "2025-09-05T12:00", "reason": "Why", "note": "Why"}
                client.post(url, {**forged, "shown": str(publishing.shown_of(now))})
            client.post(form, {**helpers.sent(story), f"_{action.name}": "1"})

    if role in ("", MODERATOR):
        assert rows() == before
    else:
        # Whoever may write has saved the form, and no more.
        assert situation_of(Story.objects.get(pk=story.pk), timezone.now()) == now


def told(action: StoryAction, refusal: NewsroomError | None) -> str:
    """Return the refusal with its message, where one verb gives it.

    Publishing makes the story ready first: whoever may do neither is refused by either verb.
    """
    return type(refusal).__name__ if action.name in ("publish", "schedule") else repr(refusal)


class RolledBack(Exception):
    """Undoes what a verb has done."""
