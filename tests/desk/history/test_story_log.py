"""The audit log of a story, as its pages show it: who did what, when and why."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import publishing, writing
from articles.models import Change
from articles.people import REPORTER
from articles.people.roles import EDITOR
from tests import helpers
from tests.desk.people.test_roles_stories import address, story_in

pytestmark = pytest.mark.django_db


def test_each_action_is_shown_with_who_when_and_why(clock: time_machine.TimeMachineFixture) -> None:
    editor, reporter = helpers.person(EDITOR), helpers.person(REPORTER, "writer")
    editor.display_name = "Ada Stone"
    editor.save()
    story = story_in("draft")
    client = Client()
    client.force_login(reporter)
    clock.shift(60)
    writing.submit(story, by=reporter)
    clock.shift(60)
    writing.send_back(story, by=editor, reason="Who says so?")
    clock.shift(60)
    story = writing.make_ready(story, by=editor)
    publishing.schedule(story, by=editor, at=timezone.now() + timedelta(hours=1))

    lines = client.get(address("change", story)).context["log"]

    assert [
        (f"{line.at:%H:%M}", line.what, line.who, line.moved, line.reason) for line in lines
    ] == [
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
    assert "1 September 2025, 13:03 UTC</time>" in text


def test_it_needs_the_same_queries_however_much_happened() -> None:
    story, client, asked = story_in("in_review"), Client(), set()
    client.force_login(helpers.person(EDITOR))
    for number in (1, 3, 30):
        for at in range(number):
            editor = helpers.person(EDITOR, f"editor{at}")
            writing.send_back(story, by=editor, reason="No.")
            writing.submit(story, by=editor)
        client.get(address("change", story))
        with CaptureQueriesContext(connection) as captured:
            client.get(address("change", story))
        asked.add(len(captured))
    assert len(asked) == 1


def test_the_form_shows_the_latest_actions_and_the_history_all() -> None:
    story, client = story_in("in_review"), Client()
    editor = helpers.person(EDITOR)
    client.force_login(editor)
    for _ in range(50):
        writing.send_back(story, by=editor, reason="No.")
        writing.submit(story, by=editor)

    form = client.get(address("change", story))
    assert len(form.context["log"]) == 8
    assert f'<a href="{address("history", story)}">Whole history</a>' in form.text
    pages = [client.get(f"{address('history', story)}?log={number}") for number in (1, 2)]
    lines = [line.what for page in pages for line in page.context["log"]]
    assert lines[-1] == "imported from wire copy"
    assert lines.count("sent back") == 50


def test_a_note_that_comes_with_a_version_says_from_when_and_what_it_is(
    clock: time_machine.TimeMachineFixture,
) -> None:
    editor, client = helpers.person(EDITOR), Client()
    client.force_login(editor)
    story = helpers.ready()
    publishing.publish(story, by=editor)
    later = timezone.now() + timedelta(hours=1)
    wrong = "It was Monday."
    publishing.schedule(
        helpers.changed(story), by=editor, at=later, change=Change.CORRECTION, note=wrong
    )
    text = " ".join(client.get(address("change", story)).text.split())
    assert "correction added (Correction) by editor, from <time" in text
    assert "1 September 2025, 13:00 UTC</time>: “It was Monday.”" in text
