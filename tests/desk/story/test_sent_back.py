"""A story that was sent back says so in its form, until it is submitted again."""

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles import writing
from articles.people import REPORTER
from articles.people.roles import EDITOR
from articles.stories import sent_back
from tests import helpers
from tests.desk.people.test_roles_stories import address, story_in
from tests.helpers import sent

pytestmark = pytest.mark.django_db

WHY = "Who says so?\n\nAnd <b>when</b>?"


def test_the_writer_reads_the_reason_until_it_is_submitted_again(
    clock: time_machine.TimeMachineFixture,
) -> None:
    story, editor, writer = story_in("in_review"), helpers.person(EDITOR), Client()
    editor.display_name = "Ada Stone"
    editor.save()
    writer.force_login(helpers.person(REPORTER, "writer"))
    assert "Sent back" not in writer.get(address("change", story)).text
    clock.shift(60)
    writing.send_back(story, by=editor, reason=WHY)

    text = writer.get(address("change", story)).text
    assert "Ada Stone" in text
    assert "1 September 2025, 12:01" in text
    assert "<p>Who says so?</p>\n\n<p>And &lt;b&gt;when&lt;/b&gt;?</p>" in text
    clock.shift(60)
    writer.post(address("change", story), sent(story, summary="Fixed."))
    assert 'id="newsroom-sent-back"' in writer.get(address("change", story)).text
    story.refresh_from_db()
    clock.shift(60)
    writer.post(address("change", story), sent(story, _submit="1"))

    assert 'id="newsroom-sent-back"' not in writer.get(address("change", story)).text


def test_a_draft_that_was_reopened_is_not_sent_back() -> None:
    story = story_in("ready")
    assert sent_back(writing.reopen(story, by=helpers.managing_editor())) is None


def test_the_form_needs_the_same_queries_however_often_it_was_sent_back() -> None:
    story, client, asked = story_in("in_review"), Client(), set()
    client.force_login(helpers.person(REPORTER, "writer"))
    for number in (1, 3, 30):
        for at in range(number):
            editor = helpers.person(EDITOR, f"editor{at}")
            writing.send_back(story, by=editor, reason="No.")
            writing.submit(story, by=helpers.managing_editor())
        writing.send_back(story, by=helpers.managing_editor(), reason="No.")
        client.get(address("change", story))
        with CaptureQueriesContext(connection) as captured:
            client.get(address("change", story))
        asked.add(len(captured))
        writing.submit(story, by=helpers.managing_editor())

    assert len(asked) == 1
