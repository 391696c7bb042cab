"""The page on which a live blog is written."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from selectolax.lexbor import LexborHTMLParser
from time_machine import Traveller

from articles import live, publishing, writing
from articles.models import EntryVersion, LiveEntry, Story
from articles.people import EDITOR, MODERATOR, REPORTER
from newsroom.accounts.models import User
from tests.factories import HOUR, NOON, make_author, make_embargo, make_live_entry
from tests.helpers import managing_editor, person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
Desk = Callable[[User], Client]
TEXT = "<p>Water rises.</p>"


@pytest.fixture
def running(story: Story) -> Story:
    """A live blog that readers see."""
    by = managing_editor()
    publishing.publish(writing.make_ready(story, by=by), by=by)
    live.start_coverage(story, by=by)
    return story


def url(story: Story) -> str:
    return reverse("admin:articles_story_live", args=[story.pk])


def seen() -> list[str]:
    return [version.body for version in EntryVersion.objects.visible(NOON).newest_first()]


def post(client: Client, story: Story, do: str, **sent: Any) -> Any:
    """Send the form with a button, as a browser does."""
    return client.post(url(story), {"do": do, "body": TEXT, "key": "abcdef123456"} | sent)


def test_coverage_is_started_and_ended(desk: Desk, story: Story) -> None:
    client = desk(person(EDITOR))
    form = reverse("admin:articles_story_change", args=[story.pk])
    assert url(story) in client.get(form).text
    assert "Start live coverage" in client.get(url(story)).text
    assert client.post(url(story), {"do": "start"})["Location"] == url(story)
    page = client.get(url(story)).text
    assert "End live coverage" in page
    assert "Readers do not see this story yet" in page
    assert "Live coverage" in client.get(form).text
    client.post(url(story), {"do": "end"})
    assert "Resume live coverage" in client.get(url(story)).text


def test_an_entry_is_published_with_one_form(desk: Desk, running: Story) -> None:
    author = make_author("Ana", user=person(EDITOR))
    client = desk(person(EDITOR))
    # Whoever writes is offered as the author.
    form = LexborHTMLParser(client.get(url(running)).text)
    assert [one.attributes["value"] for one in form.css("#id_author option[selected]")] == [
        str(author.pk)
    ]
    answer = post(client, running, "publish", headline="Rising", is_key="on", author=author.pk)
    assert answer["Location"] == url(running)
    assert seen() == [TEXT]
    version = EntryVersion.objects.get()
    assert (version.headline, version.is_key, version.author) == ("Rising", True, "Ana")
    # Sent twice, it adds one entry.
    again = client.post(url(running), {"do": "publish", "body": TEXT, "key": version.key})
    assert again["Location"] == url(running)
    assert len(seen()) == 1
    assert "Rising" in client.get(url(running)).text


def test_a_reporter_writes_drafts_that_an_editor_publishes(desk: Desk, running: Story) -> None:
    maya = desk(person(REPORTER, "maya"))
    assert 'value="publish"' not in maya.get(url(running)).text
    assert "You may not publish" in post(maya, running, "publish").text
    post(maya, running, "save")
    assert seen() == []
    entry = LiveEntry.objects.get()
    page = reverse("admin:articles_story_live_entry", args=[running.pk, entry.pk])
    ruth = desk(person(EDITOR))
    assert "publish-saved" in ruth.get(url(running)).text
    ruth.post(page, {"do": "publish-saved", "shown": "1-0-0"})
    assert seen() == [TEXT]


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"body": ""}, "Write the text of the entry."),
        ({"body": "<p> </p>"}, "Write the text of the entry."),
        ({"is_key": "on", "headline": ""}, "A key moment needs a headline."),
        ({"headline": "x" * 201}, "at most 200 characters"),
        ({"at": "soon"}, "Enter day and time"),
        ({"at": "2025-09-01T13:00"}, "after the time of publication"),
        ({"author": "999"}, "Select a valid choice"),
        ({"body": f"<p>{'a' * 20_000}</p>"}, "too long"),
        ({"headline": "\0"}, "Null characters"),
        # Without what was made with the form, it could add the same entry twice.
        ({"key": ""}, "so nothing was added. Send it again."),
        ({"key": "x"}, "so nothing was added. Send it again."),
        ({"key": "ABCDEF123456"}, "so nothing was added. Send it again."),
    ],
)
def test_what_does_not_fit_is_said_and_kept(
    desk: Desk, running: Story, sent: dict[str, str], told: str
) -> None:
    page = post(desk(person(EDITOR)), running, "publish", **{"headline": "Typed"} | sent)
    assert page.status_code == 200
    assert told in page.text
    assert not LiveEntry.objects.exists()


def test_what_was_typed_stays_and_is_added_once_it_is_sent_again(
    desk: Desk, running: Story
) -> None:
    client = desk(person(EDITOR))
    page = LexborHTMLParser(post(client, running, "publish", headline="Typed", key="").text)
    fields = {
        name: str(field.attributes["value"])
        for name in ("headline", "key")
        for field in page.css(f"[name={name}]")
    }
    assert fields["headline"] == "Typed"
    for _ in range(2):
        post(client, running, "publish", **fields)
    assert LiveEntry.objects.get().headline == "Typed"


def test_nothing_is_published_under_embargo(desk: Desk, running: Story, clock: Traveller) -> None:
    make_embargo(running, until=NOON + HOUR)
    clock.move_to(NOON + HOUR / 2, tick=False)
    page = post(desk(person(EDITOR)), running, "publish", headline="Typed words")
    assert "under embargo until" in page.text
    assert "Typed words" in page.text
    assert not LiveEntry.objects.exists()
    # What cannot be done is not offered; a draft can be saved.
    buttons = LexborHTMLParser(page.text).css(".live-form button[name=do]")
    assert [button.attributes["value"] for button in buttons] == ["save"]


def test_a_button_of_another_page_does_nothing(desk: Desk, running: Story) -> None:
    assert "use one of the buttons" in desk(person(EDITOR)).post(url(running), {"do": "x"}).text


@pytest.mark.parametrize("role", [MODERATOR, ""])
def test_who_may_not_write_gets_no_page(desk: Desk, running: Story, role: str) -> None:
    client = desk(person(role))
    assert client.get(url(running)).status_code == 403
    assert post(client, running, "publish").status_code == 403
    assert not LiveEntry.objects.exists()


@pytest.mark.parametrize("number", [1, 3, 30])
def test_entries_take_no_queries_each(desk: Desk, running: Story, number: int) -> None:
    for minute in range(number):
        make_live_entry(running, visible_from=NOON - (minute + 1) * HOUR / 60)
    client = desk(person(EDITOR))
    client.get(url(running))
    with CaptureQueriesContext(connection) as captured:
        page = client.get(url(running)).text
    assert page.count('class="live-row"') == number
    assert len(captured) <= 22


def test_a_long_list_goes_on_on_other_pages(desk: Desk, running: Story) -> None:
    for minute in range(52):
        make_live_entry(running, visible_from=NOON - (minute + 1) * HOUR / 60)
    client = desk(person(EDITOR))
    counts = [
        client.get(url(running), {"page": number}).text.count('class="live-row"')
        for number in ("1", "2", "9", "x")
    ]
    assert counts == [50, 2, 2, 50]
