"""The history of a story: who saved what, what differs, and restoring an earlier version."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from selectolax.lexbor import LexborHTMLParser

from articles import publishing, writing
from articles.models import Revision, Story
from articles.people import REPORTER
from articles.people.roles import EDITOR
from articles.stories import working_copy, working_copy_of
from newsroom.accounts.models import User
from tests import helpers
from tests.factories import make_section, make_version

pytestmark = pytest.mark.django_db
BODY = "<p>The council met on Monday.</p><p>Farmers grew wheat.</p><p>The big ships left.</p>"
AFTER = "<p>Farmers grew wheat.</p><p>The big ships left.</p><p>The council met on Tuesday.</p>"


def url(name: str, story: Story, *more: Any, **asked: str) -> str:
    query = "&".join(f"{key}={value}" for key, value in asked.items())
    return reverse(f"admin:articles_story_{name}", args=[story.pk, *more]) + f"?{query}"


def save(story: Story, by: User | None = None, **changes: Any) -> Story:
    copy = replace(working_copy_of(Story.objects.get(pk=story.pk)), **changes)
    return writing.save(story, copy, by=by or helpers.managing_editor())


def publish(story: Story) -> None:
    story = writing.make_ready(Story.objects.get(pk=story.pk), by=helpers.managing_editor())
    publishing.publish(story, by=helpers.managing_editor())


def words(page: Any, selector: str) -> list[str]:
    """Return the words of each match, with single spaces."""
    return [" ".join(found.text().split()) for found in LexborHTMLParser(page.text).css(selector)]


@pytest.fixture
def client() -> Client:
    client = Client()
    client.force_login(helpers.person(EDITOR))
    return client


def test_each_save_is_listed_with_who_when_and_what(
    client: Client, clock: time_machine.TimeMachineFixture
) -> None:
    anna = helpers.person(REPORTER, "anna")
    anna.display_name = "Anna Berg"
    anna.save()
    story = writing.create(working_copy.WorkingCopy("Harvest", body=BODY), by=anna)
    clock.shift(60)
    save(story, helpers.person(EDITOR), places=("Kyiv",), agency="AP", body=AFTER)

    page = client.get(url("history", story))

    assert [
        (one.number, f"{one.at:%H:%M}", one.who, one.what) for one in page.context["saves"]
    ] == [
        (2, "12:01", "editor", "text, dateline"),
        (1, "12:00", "Anna Berg", "the first version kept"),
    ]
    # What one most wants to see is chosen already.
    chosen = LexborHTMLParser(page.text).css("input[checked]")
    assert [(one.attributes["name"], one.attributes["value"]) for one in chosen] == [
        ("after", "revision-2"),
        ("before", "revision-1"),
    ]


def test_a_story_from_before_revisions_says_so(client: Client) -> None:
    story = make_version().story
    assert "before saves were kept" in client.get(url("history", story)).text


def test_what_differs_is_marked_and_what_moved_is_shown_at_both_places(client: Client) -> None:
    story = helpers.draft("Old harvest", slug="harvest", body=BODY)
    save(story, headline="New harvest", body=AFTER)

    page = client.get(url("compare", story, before="revision-1", after="revision-2"))

    assert words(page, ".newsroom-difference tbody th") == [
        "headline changed",
        "paragraph moved from here and changed see the other place",
        "paragraph unchanged",
        "paragraph unchanged",
        "paragraph moved here and changed see the other place",
    ]
    assert words(page, ".newsroom-difference del") == ["Old", "Monday"]
    assert words(page, ".newsroom-difference ins") == ["New", "Tuesday"]
    links = LexborHTMLParser(page.text).css(".newsroom-difference th a")
    assert [link.attributes["href"] for link in links] == ["#row-5", "#row-2"]
    assert LexborHTMLParser(page.text).css("tr#row-5")


def test_words_are_shown_as_words_whatever_they_are(client: Client) -> None:
    story = helpers.draft("<script>alert(1)</script>", body="<p>a &lt;b&gt; <strong>c</strong></p>")
    save(story, headline="</del><img src=x>", body="<p>a &lt;i&gt; <strong>c</strong></p>")
    page = client.get(url("compare", story, before="revision-1", after="draft")).text
    assert "<script>alert" not in page
    assert "<img src=x>" not in page
    assert "<strong>c</strong>" in page


def test_the_draft_is_compared_with_what_readers_see(client: Client) -> None:
    section = make_section(name="World", slug="world")
    story = helpers.ready("Harvest", body=BODY, section=section, tags=("b", "a"), places=("Kyiv",))
    publishing.publish(story, by=helpers.managing_editor())
    asked = {"before": "live", "after": "draft"}
    assert "Nothing differs." in client.get(url("compare", story, **asked)).text
    save(story, body=AFTER, agency="AP")

    page = client.get(url("compare", story, **asked))

    assert page.context["summary"] == "dateline, text (1 changed, 1 moved)"
    form = client.get(url("change", story)).text
    assert f"{url('compare', story)}before=live&amp;after=draft" in form


def test_published_versions_are_listed_with_what_changed_for_readers(
    client: Client, clock: time_machine.TimeMachineFixture
) -> None:
    story = helpers.draft("Harvest", body=BODY)
    publish(story)
    clock.shift(3600)
    save(story, headline="Harvest begins", body=AFTER)
    publish(story)
    clock.shift(3600)
    save(story, headline="Never seen")
    ready = writing.make_ready(Story.objects.get(pk=story.pk), by=helpers.managing_editor())
    publishing.schedule(ready, by=helpers.managing_editor(), at=timezone.now() + timedelta(hours=9))
    publishing.unschedule(story, by=helpers.managing_editor())
    publishing.withdraw(story, by=helpers.managing_editor())

    page = client.get(url("history", story))

    versions = page.context["published"]
    assert [
        (f"{one.version.visible_from:%H:%M}", one.change, one.what, bool(one.seen))
        for one in versions
    ] == [
        ("23:00", "update", "headline", False),
        ("14:00", "withdrawal", "", True),
        ("13:00", "update", "headline, text (1 block)", True),
        ("12:00", "first publication", "", True),
    ]
    second, first = versions[2], versions[3]
    names = {"before": f"version-{first.version.pk}", "after": f"version-{second.version.pk}"}
    compared = client.get(url("compare", story, **names))
    assert compared.context["summary"] == "headline, text (1 changed, 1 moved)"
    assert client.get(second.seen).status_code == 200


@pytest.mark.parametrize(
    "asked", ["", "before=draft", "before=live&after=draft", "before=revision-9&after=draft",
              "before=version-1&after=draft", "before=revision-x&after=draft"],
)  # fmt: skip
def test_what_is_not_there_is_not_compared(client: Client, asked: str) -> None:
    story = helpers.draft()
    assert client.get(f"{url('compare', story)}{asked}").status_code == 404


def test_a_version_of_another_story_is_not_compared(client: Client) -> None:
    version, story = make_version(), helpers.draft()
    asked = {"before": f"version-{version.pk}", "after": "draft"}
    assert client.get(url("compare", story, **asked)).status_code == 404


def test_a_revision_is_restored_after_a_look_at_what_would_change(client: Client) -> None:
    story = helpers.draft("Old harvest", slug="harvest", body=BODY)
    save(story, headline="New harvest", body=AFTER)

    asked = client.get(url("restore_revision", story, 1))
    assert asked.context["summary"] == "headline, text (1 changed, 1 moved)"
    assert Story.objects.get().headline == "New harvest"
    done = client.post(url("restore_revision", story, 1), {"version": "2"}, follow=True)

    assert "The draft of “Old harvest” is version 1 again." in done.text
    assert Story.objects.get().headline == "Old harvest"
    line = done.context["log"][0]
    assert (line.what, line.text, line.who) == (
        "earlier version restored",
        "version 1",
        "editor",
    )


def test_what_cannot_be_restored_is_said_before(client: Client) -> None:
    section = make_section(name="World", slug="world")
    story = helpers.draft("Old", section=section)
    save(story, headline="New", section=None)
    section.delete()
    assert words(client.get(url("restore_revision", story, 1)), ".newsroom-warning li") == [
        "The section “World” has been deleted and cannot be restored."
    ]


@pytest.mark.usefixtures("clock")
def test_a_save_in_the_meantime_is_reported_and_nothing_is_restored(client: Client) -> None:
    story = helpers.draft("One")
    User.objects.update(display_name="Ada Stone")
    save(story, headline="Two")
    save(story, headline="Three")
    page = client.post(url("restore_revision", story, 1), {"version": "2"})
    assert "Ada Stone saved the story on 1 September 2025, 12:00 UTC, while you were" in page.text
    assert Story.objects.get().headline == "Three"


def test_a_damaged_revision_is_reported_in_the_history(client: Client) -> None:
    story = helpers.draft()
    Revision.objects.create(
        story=story,
        number=9,
        at=story.changed_at,
        by=helpers.managing_editor(),
        schema=1,
        data=b"?",
    )
    compare = url("compare", story, before="revision-9", after="draft")
    for page in (compare, url("restore_revision", story, 9)):
        shown = client.get(page, follow=True)
        assert shown.redirect_chain[0][0] == url("history", story).rstrip("?")
        assert "Version 9 of “Harvest begins” cannot be read any more" in shown.text


@pytest.mark.parametrize("number", ["999", "none", "1/2"])
def test_there_is_no_history_of_what_is_not_a_story(client: Client, number: str) -> None:
    assert client.get(f"/admin/articles/story/{number}/history/").status_code == 404


@pytest.mark.parametrize("page", ["history", "compare", "restore_revision"])
def test_each_page_needs_the_same_queries_however_much_there_is(client: Client, page: str) -> None:
    asked = set()
    for number in (1, 3, 30):
        story = helpers.draft(f"Harvest {number}", body=BODY)
        for at in range(number):
            save(story, helpers.person(EDITOR, f"editor{at}"), summary=f"Summary {at}")
            publish(story)
        more: dict[str, Callable[[], str]] = {
            "history": lambda story=story: url("history", story),  # type: ignore[misc]
            "compare": lambda story=story: url(  # type: ignore[misc]
                "compare", story, before="revision-1", after="draft"
            ),
            "restore_revision": lambda story=story: url("restore_revision", story, 1),  # type: ignore[misc]
        }
        client.get(more[page]())
        with CaptureQueriesContext(connection) as captured:
            assert client.get(more[page]()).status_code == 200
        asked.add(len(captured))
    assert len(asked) == 1


def test_versions_after_a_withdrawal_and_scheduled_ones_are_named_as_such(
    client: Client, clock: time_machine.TimeMachineFixture
) -> None:
    story = helpers.draft("Harvest", body=BODY)
    publish(story)
    clock.shift(3600)
    publishing.withdraw(story, by=helpers.managing_editor())
    clock.shift(3600)
    publishing.reinstate(story, by=helpers.managing_editor())
    save(story, headline="Harvest begins")
    ready = writing.make_ready(Story.objects.get(pk=story.pk), by=helpers.managing_editor())
    publishing.schedule(ready, by=helpers.managing_editor(), at=timezone.now() + timedelta(hours=9))

    with timezone.override("Europe/London"):
        page = client.get(url("history", story))

    assert [(one.change, one.what) for one in page.context["published"]] == [
        ("update", "headline"),
        ("withdrawal undone", "shown to readers again"),
        ("withdrawal", ""),
        ("first publication", ""),
    ]
    seen = ["As readers will see it from 2 September 2025, 00:00 BST"]
    seen += [f"As readers saw it from 1 September 2025, {at}:00 BST" for at in (15, 14, 13)]
    assert words(page, "table a[href*=as-readers-saw-it]") == seen


def test_versions_are_listed_without_comparing_their_words(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = helpers.draft("Harvest", body=BODY)
    publish(story)
    save(story, body=AFTER)
    publish(story)
    monkeypatch.delattr("articles.comparison.blocks.compare_pieces")
    assert [one.what for one in client.get(url("history", story)).context["published"]] == [
        "text (1 block)",
        "",
    ]


def test_blocks_in_another_order_are_told(client: Client) -> None:
    story = helpers.draft("Harvest", body="<p>One</p><p>Two</p>")
    publish(story)
    save(story, body="<p>Two</p><p>One</p>")
    publish(story)
    assert client.get(url("history", story)).context["published"][0].what == "text (order)"


def test_many_versions_have_several_pages(
    client: Client, monkeypatch: pytest.MonkeyPatch, clock: time_machine.TimeMachineFixture
) -> None:
    story = helpers.draft("Harvest 0")
    publish(story)
    for number in range(1, 6):
        clock.shift(60)
        save(story, headline=f"Harvest {number}", summary="New" if number == 3 else "")
        publish(story)
    clock.shift(60)
    publishing.withdraw(story, by=helpers.managing_editor())
    clock.shift(60)
    publishing.reinstate(story, by=helpers.managing_editor())
    whole = client.get(url("history", story)).context["published"]

    monkeypatch.setattr("articles.desk.history.published.ON_A_PAGE", 3)
    pages = [client.get(url("history", story, versions=str(number))) for number in (1, 2, 3)]

    assert [one for page in pages for one in page.context["published"]] == whole
    assert [len(page.context["published"]) for page in pages] == [3, 3, 2]
    links = [words(page, "a[href*='?versions=']") for page in pages]
    assert links == [["Older"], ["Newer", "Older"], ["Newer"]]
    assert client.get(url("history", story, versions="9" * 5000)).status_code == 200


def test_many_saves_and_actions_have_several_pages(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = helpers.draft()
    for number in range(4):
        save(story, summary=f"Summary {number}")
    whole = client.get(url("history", story)).context

    monkeypatch.setattr("articles.desk.history.history.ON_A_PAGE", 2)
    monkeypatch.setattr("articles.desk.history.story_log.ON_A_PAGE", 2)
    for name, selector in (("saves", "a[href*='?saves=']"), ("log", "a[href*='?log=']")):
        pages = [client.get(url("history", story, **{name: str(at)})) for at in (1, 2, 3)]
        assert [one for page in pages for one in page.context[name]] == whole[name]
        assert [len(page.context[name]) for page in pages] == [2, 2, 1]
        links = [words(page, selector) for page in pages]
        assert links == [["Older"], ["Newer", "Older"], ["Newer"]]
        assert client.get(url("history", story, **{name: "9" * 5000})).status_code == 200
    assert "the draft now" in client.get(url("history", story)).text
    assert "the draft now" not in client.get(url("history", story, saves="2")).text
