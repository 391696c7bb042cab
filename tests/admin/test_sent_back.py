"""A story that was sent back says so on its form, until it is submitted again."""

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles import moves
from articles.enums import Act
from articles.roles import EDITOR, REPORTER
from tests import desk
from tests.admin.test_roles_stories import address, story_in
from tests.desk import sent

pytestmark = pytest.mark.django_db

WHY = "Who says so?\n\nAnd <b>when</b>?"


def test_the_writer_reads_the_reason_until_it_is_submitted_again(
    clock: time_machine.TimeMachineFixture,
) -> None:
    story, editor, writer = story_in("in_review"), desk.person(EDITOR), Client()
    editor.first_name, editor.last_name = "Ada", "Stone"
    editor.save()
    writer.force_login(desk.person(REPORTER, "writer"))
    assert "Sent back" not in writer.get(address("change", story)).text
    clock.shift(60)
    moves.move(story, Act.SEND_BACK, by=editor, why=WHY)

    text = writer.get(address("change", story)).text
    assert "Ada Stone" in text
    assert "1 September 2025, 12:01" in text
    assert "<p>Who says so?</p>\n\n<p>And &lt;b&gt;when&lt;/b&gt;?</p>" in text
    clock.shift(60)
    writer.post(address("change", story), sent(story, summary="Mended."))
    assert 'id="newsroom-sent-back"' in writer.get(address("change", story)).text
    story.refresh_from_db()
    clock.shift(60)
    writer.post(address("change", story), sent(story, _submit="1"))

    assert 'id="newsroom-sent-back"' not in writer.get(address("change", story)).text


def test_a_draft_that_was_reopened_is_not_sent_back() -> None:
    story = story_in("ready")
    assert moves.sent_back(moves.move(story, Act.REOPEN, by=desk.chief())) is None


def test_the_form_asks_the_same_however_often_it_was_sent_back() -> None:
    story, client, asked = story_in("in_review"), Client(), set()
    client.force_login(desk.person(REPORTER, "writer"))
    for number in (1, 3, 30):
        for at in range(number):
            editor = desk.person(EDITOR, f"editor{at}")
            moves.move(story, Act.SEND_BACK, by=editor, why="No.")
            moves.move(story, Act.SUBMIT, by=desk.chief())
        moves.move(story, Act.SEND_BACK, by=desk.chief(), why="No.")
        client.get(address("change", story))
        with CaptureQueriesContext(connection) as captured:
            client.get(address("change", story))
        asked.add(len(captured))
        moves.move(story, Act.SUBMIT, by=desk.chief())

    assert len(asked) == 1
