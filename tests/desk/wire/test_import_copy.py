"""Wire copy at the desk: imported, compared and accepted as an update."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from articles import body, writing
from articles.core import format_time
from articles.models import Story, WireCopy
from articles.stories import working_copy_of
from newsroom.accounts.models import User
from tests.factories import SAMPLES

REMOVED, ADDED = '<del data-label="removed">', '<ins data-label="added">'
pytestmark = pytest.mark.django_db

Desk = Callable[[User], Client]
SAMPLE = SAMPLES / "xi-putin-sco.txt"


def take_in(client: Client, text: str = "", *files: tuple[str, bytes]) -> str:
    uploads = [SimpleUploadedFile(name, content) for name, content in files]
    url = reverse("admin:articles_wirecopy_import")
    return client.post(url, {"text": text, "uploads": uploads}).text


def test_each_file_is_imported_by_itself(desk: Desk, writer: User) -> None:
    text = take_in(
        desk(writer), "", ("sample.txt", SAMPLE.read_bytes()), ("empty.txt", b""), ("x", b"\0\1")
    )

    story = Story.objects.get()
    assert reverse("admin:articles_story_change", args=[story.pk]) in text
    assert "sample.txt: created." in text
    assert "empty.txt: failed." in text
    assert "x: failed." in text
    assert bytes(WireCopy.objects.get().source) == SAMPLE.read_bytes()


def test_pasted_copy_is_recognised_as_a_file(desk: Desk, writer: User) -> None:
    client = desk(writer)
    copy = "A headline here\n\nA paragraph."
    take_in(client, copy.replace("\n", "\r\n"))

    assert "again.txt: already imported." in take_in(client, "", ("again.txt", copy.encode()))
    assert Story.objects.count() == 1


def test_some_copy_is_required(desk: Desk, writer: User) -> None:
    assert "choose at least one file" in take_in(desk(writer), "  ")


def test_whoever_may_not_write_may_not_import(desk: Desk) -> None:
    clerk = desk(User.objects.create_user("clerk", is_staff=True))

    assert clerk.get(reverse("admin:articles_wirecopy_import")).status_code == 403


@pytest.fixture
def offer(desk: Desk, writer: User) -> WireCopy:
    client = desk(writer)
    take_in(client, "", ("1", b"A headline here\n\nFirst words.\n\nLast words.\n"))
    take_in(client, "", ("2", b"A headline here\n\nFirst words.\n\nQuite other words.\n"))
    return WireCopy.objects.get(outcome="offered")


def compare(wire_copy: WireCopy) -> str:
    return reverse("admin:articles_wirecopy_compare", args=[wire_copy.pk])


def test_an_update_is_compared_and_accepted(desk: Desk, writer: User, offer: WireCopy) -> None:
    client, story = desk(writer), Story.objects.get()
    form = reverse("admin:articles_story_change", args=[story.pk])
    assert compare(offer) in client.get(form).text

    response = client.get(compare(offer))
    rows = [(row.change, row.old, row.new) for row in response.context["rows"]]
    assert rows == [
        ("same", "First words.", "First words."),
        ("changed", f"{REMOVED}Last</del> words.", f"{ADDED}Quite other</ins> words."),
    ]
    client.post(compare(offer), {"version": response.context["story"].version})

    story.refresh_from_db()
    assert "Quite other words." in body.plain_text(body.read(story.body))
    assert client.get(compare(offer)).status_code == 404


def test_an_update_is_compared_whatever_the_limit_is_now(
    desk: Desk, writer: User, offer: WireCopy, settings: Settings
) -> None:
    settings.NEWSROOM_WIRE_MAX_BYTES = 1
    assert f"{ADDED}Quite other</ins> words." in desk(writer).get(compare(offer)).text


def test_what_is_not_kept_is_told_before_and_after(
    desk: Desk, writer: User, offer: WireCopy
) -> None:
    story = Story.objects.get()
    quotes = [
        f'<aside data-block="pull-quote" data-key="{key}">{words}</aside>'
        for key, words in (("quote0001", "First words"), ("quote0002", "Last words"))
    ]
    copy = working_copy_of(story)
    kept = writing.save(story, replace(copy, body=copy.body + "".join(quotes)), by=writer)
    client, told = desk(writer), "The pull quote “Last words” is dropped: its"

    page = client.get(compare(offer))
    assert told in page.text
    assert "First words” is dropped" not in page.text
    again = b"A headline here\n\nFirst words.\n\nOnce more other words.\n"
    assert told in take_in(client, "", ("3", again))
    response = client.post(compare(offer), {"version": kept.version}, follow=True)

    assert [str(message) for message in response.context["messages"]][1].startswith(told)
    story.refresh_from_db()
    assert [quote.words for quote in story.pull_quotes.filter(removed_at=None)] == ["First words"]
    assert story.body.splitlines()[1] == quotes[0]
    assert told in story.audit_log.get(action="update_accepted").reason


def test_what_somebody_saved_meanwhile_is_not_overwritten(
    desk: Desk, writer: User, managing_editor: User, offer: WireCopy
) -> None:
    story = Story.objects.get()
    seen = story.version
    copy = replace(working_copy_of(story), summary="Theirs.")
    writing.save(story, copy, by=managing_editor)

    response = desk(writer).post(compare(offer), {"version": seen})

    saved = format_time(Story.objects.get().changed_at)
    told = f"Managing_editor saved the story on {saved}, while you were comparing"
    assert told in response.text
    story.refresh_from_db()
    assert "Last words." in story.body


def test_suggestions_of_the_copy_are_shown_in_the_form(desk: Desk, writer: User) -> None:
    client = desk(writer)
    take_in(client, "", ("sample.txt", SAMPLE.read_bytes()))
    quote = WireCopy.objects.get().report["pull_quotes"][0]

    response = client.get(reverse("admin:articles_story_change", args=[Story.objects.get().pk]))

    assert response.context["suggested_quotes"][0] == quote
    assert "Suggested pull quotes" in response.text


def test_what_was_left_out_is_told_at_once_and_later(desk: Desk) -> None:
    boss = desk(User.objects.create_superuser("boss"))

    imported = take_in(boss, "", ("sample.txt", SAMPLE.read_bytes()))
    page = reverse("admin:articles_wirecopy_change", args=[WireCopy.objects.get().pk])

    assert "Left out: “Recent News” (a page heading at the end of the copy)" in imported
    why = "a page heading at the end of the copy"
    assert f"<li><q>Recent News</q>: {why}</li>" in boss.get(page).text


def test_a_dateline_that_is_not_sure_is_asked_about(desk: Desk, writer: User) -> None:
    fair = "Reading: The fair opened on Monday, and the rain that was forecast did not come."

    assert "Is “Reading:” the dateline?" in take_in(desk(writer), f"A day at the fair\n\n{fair}")


def test_wire_copy_is_read_only(desk: Desk, managing_editor: User, offer: WireCopy) -> None:
    boss = desk(User.objects.create_superuser("boss"))
    page = reverse("admin:articles_wirecopy_change", args=[offer.pk])

    response = boss.get(page)

    assert "Quite other words." in response.text
    assert 'type="submit" value="Save"' not in response.text
    assert boss.post(page, {}).status_code == 403


def test_the_page_of_the_copy_leads_to_the_comparison_while_it_is_on_offer(
    desk: Desk, writer: User, offer: WireCopy
) -> None:
    page, client = reverse("admin:articles_wirecopy_change", args=[offer.pk]), desk(writer)
    reader = User.objects.create_user("reader", is_staff=True)
    for person in (writer, reader):
        person.user_permissions.add(Permission.objects.get(codename="view_wirecopy"))
    shown = client.get(page).text
    assert compare(offer) in shown
    # Neither leads on: an empty history, and an account that only managing editors see.
    assert "historylink" not in shown
    assert "/accounts/user/" not in shown
    assert compare(offer) not in desk(reader).get(page).text
    client.post(compare(offer), {"version": Story.objects.get().version})
    assert compare(offer) not in client.get(page).text
