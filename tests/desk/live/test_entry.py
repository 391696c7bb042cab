"""The page of one entry: two people at once, and what its buttons do."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from selectolax.lexbor import LexborHTMLParser
from time_machine import Traveller

from articles import live, publishing, writing
from articles.models import EntryVersion, LiveEntry, Story
from articles.people import EDITOR, MODERATOR, REPORTER
from newsroom.accounts.models import User
from tests.factories import HOUR, NOON
from tests.helpers import managing_editor, person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
Desk = Callable[[User], Client]


@pytest.fixture
def entry(story: Story) -> LiveEntry:
    """A draft of an entry of a live blog that readers see."""
    by = managing_editor()
    publishing.publish(writing.make_ready(story, by=by), by=by)
    live.start_coverage(story, by=by)
    return live.write_entry(story, live.EntryCopy("<p>Water rises.</p>", "Rising"), by=by)


def url(entry: LiveEntry) -> str:
    return reverse("admin:articles_story_live_entry", args=[entry.story_id, entry.pk])


def shown(client: Client, entry: LiveEntry) -> str:
    field = LexborHTMLParser(client.get(url(entry)).text).css_first("main input[name=shown]")
    assert field
    return field.attributes["value"] or ""


def press(client: Client, entry: LiveEntry, do: str, **sent: Any) -> Any:
    """Open the page, press a button and return what comes."""
    form = {"headline": "Rising", "body": "<p>Water falls.</p>"}
    carried = shown(client, entry)
    return client.post(url(entry), {"shown": carried, "do": do, **form, **sent})


def seen(at: Any = NOON) -> list[str]:
    return [version.body for version in EntryVersion.objects.visible(at)]


def test_an_entry_is_corrected_scheduled_and_withdrawn(
    desk: Desk, entry: LiveEntry, clock: Traveller
) -> None:
    client = desk(person(EDITOR))
    back = reverse("admin:articles_story_live", args=[entry.story_id])
    assert press(client, entry, "publish")["Location"] == back
    assert seen() == ["<p>Water falls.</p>"]
    clock.move_to(NOON + HOUR / 60, tick=False)
    press(client, entry, "save", body="<p>It fell.</p>")
    assert "Unpublished changes" in client.get(back).text
    press(client, entry, "publish", body="<p>It fell.</p>", note="We said that it falls.")
    at = NOON + HOUR / 60
    assert EntryVersion.objects.visible(at).get().note == "We said that it falls."
    press(client, entry, "schedule", body="<p>Dry.</p>", **{"schedule-at": "2025-09-01T14:00"})
    assert seen(NOON + 2 * HOUR) == ["<p>Dry.</p>"]
    assert "scheduled for" in client.get(back).text
    press(client, entry, "unschedule")
    assert seen(NOON + 2 * HOUR) == ["<p>It fell.</p>"]
    press(client, entry, "key")
    assert EntryVersion.objects.visible(at).get().is_key
    press(client, entry, "no-key")
    assert "Say why" in press(client, entry, "withdraw").text
    assert press(client, entry, "withdraw", reason="Wrong.")["Location"] == back
    assert seen(NOON + HOUR) == []
    assert "Withdrawn" in client.get(back).text


def test_a_draft_is_deleted(desk: Desk, entry: LiveEntry) -> None:
    press(desk(person(EDITOR)), entry, "delete")
    assert not LiveEntry.objects.exists()


def test_whoever_comes_second_is_told_what_has_changed(desk: Desk, entry: LiveEntry) -> None:
    ruth, tom = desk(person(EDITOR, "ruth")), desk(person(EDITOR, "tom"))
    opened = shown(tom, entry)
    press(ruth, entry, "save", body="<p>Hers.</p>", headline="Hers")
    sent = {"do": "publish", "body": "<p>His.</p>", "headline": "His"}
    page = tom.post(url(entry), sent | {"shown": opened})
    assert "Changed by somebody else meanwhile" in page.text
    assert "ruth" in page.text
    # What is saved now, and what was typed.
    assert "Hers." in page.text
    assert "His." in page.text
    assert seen() == []
    again = LexborHTMLParser(page.text).css_first("main input[name=shown]")
    assert again
    tom.post(url(entry), sent | {"shown": again.attributes["value"]})
    assert seen() == ["<p>His.</p>"]


@pytest.mark.parametrize("carried", ["", "x", "1-0-0-0", "9-9-9", "1-0-\0"])
def test_a_form_that_does_not_say_what_it_showed_does_nothing(
    desk: Desk, entry: LiveEntry, carried: str
) -> None:
    client = desk(person(EDITOR))
    for verb in ("publish-saved", "withdraw", "delete", "key"):
        page = client.post(url(entry), {"do": verb, "shown": carried, "reason": "x"})
        assert "has changed since" in page.text
    assert seen() == []
    assert LiveEntry.objects.exists()


def test_what_goes_live_by_itself_meanwhile_is_noticed(
    desk: Desk, entry: LiveEntry, clock: Traveller
) -> None:
    live.publish_entry(entry, by=managing_editor(), at=NOON + HOUR)
    client = desk(person(EDITOR))
    opened = shown(client, entry)
    clock.move_to(NOON + HOUR, tick=False)
    page = client.post(url(entry), {"do": "unschedule", "shown": opened})
    assert "has changed since" in page.text
    assert len(seen(NOON + HOUR)) == 1


def test_a_reporter_reads_what_was_published(desk: Desk, entry: LiveEntry) -> None:
    live.publish_entry(entry, by=managing_editor())
    maya = desk(person(REPORTER))
    page = maya.get(url(entry)).text
    assert "Water rises." in page
    assert "<textarea" not in page
    assert "You may not change" in press(maya, entry, "save").text
    assert "You may not publish or withdraw" in press(maya, entry, "withdraw", reason="x").text
    assert len(seen()) == 1


@pytest.mark.parametrize("role", [MODERATOR, ""])
def test_who_may_not_write_gets_no_page(desk: Desk, entry: LiveEntry, role: str) -> None:
    client = desk(person(role))
    assert client.get(url(entry)).status_code == 403
    assert client.post(url(entry), {"do": "publish-saved", "shown": "1-0-0"}).status_code == 403


def test_an_entry_is_at_its_own_story_only(desk: Desk, entry: LiveEntry) -> None:
    client = desk(person(EDITOR))
    for pks in ((entry.story_id + 1, entry.pk), (entry.story_id, entry.pk + 1)):
        path = reverse("admin:articles_story_live_entry", args=pks)
        assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    "sent", [{"schedule-at": ""}, {"schedule-at": "x"}, {"schedule-at": "2025-08-01T10:00"}]
)
def test_a_time_that_does_not_fit_is_said(
    desk: Desk, entry: LiveEntry, sent: dict[str, str]
) -> None:
    page = press(desk(person(EDITOR)), entry, "schedule", **sent)
    assert page.status_code == 200
    assert "errorlist" in page.text or "errornote" in page.text
    assert not EntryVersion.objects.exists()
    assert LiveEntry.objects.get().version == 1


def test_an_hour_that_comes_twice_is_asked_about(desk: Desk, entry: LiveEntry) -> None:
    editor = person(EDITOR)
    editor.time_zone = "Europe/Berlin"
    editor.save()
    sent = {"schedule-at": "2025-10-26T02:30"}
    page = press(desk(editor), entry, "schedule", **sent)
    assert "occurs twice" in page.text
    _first, second = LexborHTMLParser(page.text).css("[name=schedule-which]")
    chosen = {"schedule-which": second.attributes["value"]}
    press(desk(editor), entry, "schedule", **sent, **chosen)
    assert EntryVersion.objects.get().visible_from.isoformat() == "2025-10-26T01:30:00+00:00"
