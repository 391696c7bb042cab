"""The time line of a story: who did what, when and why, as its log has it."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import moves, publishing
from articles.enums import Act
from articles.roles import EDITOR, REPORTER
from tests import desk
from tests.admin.test_roles_stories import address, story_in

pytestmark = pytest.mark.django_db


def test_each_move_is_told_with_who_when_and_why(clock: time_machine.TimeMachineFixture) -> None:
    editor, reporter = desk.person(EDITOR), desk.person(REPORTER, "writer")
    editor.first_name, editor.last_name = "Ada", "Stone"
    editor.save()
    story = story_in("draft")
    client = Client()
    client.force_login(reporter)
    clock.shift(60)
    moves.move(story, Act.SUBMIT, by=reporter)
    clock.shift(60)
    moves.move(story, Act.SEND_BACK, by=editor, why="Who says so?")
    clock.shift(60)
    story = moves.make_ready(story, by=editor)
    publishing.schedule(story, by=editor, at=timezone.now() + timedelta(hours=1))

    lines = client.get(address("change", story)).context["time_line"]

    assert [(f"{line.at:%H:%M}", line.what, line.who, line.moved, line.why) for line in lines] == [
        ("12:03", "scheduled", "Ada Stone", "", ""),
        ("12:03", "approved", "Ada Stone", "in review to ready", ""),
        ("12:03", "submitted for review", "Ada Stone", "draft to in review", ""),
        ("12:02", "sent back", "Ada Stone", "in review to draft", "Who says so?"),
        ("12:01", "submitted for review", "writer", "draft to in review", ""),
        ("12:00", "imported from wire copy", "writer", "", ""),
    ]
    assert [f"{line.starts:%H:%M}" for line in lines if line.starts] == ["13:03"]
    text = " ".join(client.get(address("change", story)).text.split())
    assert "scheduled by Ada Stone, from <time" in text
    assert "1 September 2025, 13:03 UTC</time> on" in text


def test_it_asks_the_same_however_much_happened() -> None:
    story, client, asked = story_in("in_review"), Client(), set()
    client.force_login(desk.person(EDITOR))
    for number in (1, 3, 30):
        for at in range(number):
            editor = desk.person(EDITOR, f"editor{at}")
            moves.move(story, Act.SEND_BACK, by=editor, why="No.")
            moves.move(story, Act.SUBMIT, by=editor)
        client.get(address("change", story))
        with CaptureQueriesContext(connection) as captured:
            client.get(address("change", story))
        asked.add(len(captured))
    assert len(asked) == 1
