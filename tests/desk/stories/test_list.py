"""The list of stories: what it shows, finds and asks the database."""

from datetime import timedelta
from urllib.parse import parse_qsl

import pytest
import time_machine
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from articles import publishing, writing
from articles.desk.stories.rows import SENT_BACK
from articles.links import moderation
from articles.models import Story
from articles.people import EDITOR, MODERATOR, REPORTER
from newsroom.accounts.models import User
from tests.desk.stories.stories import LIST, Desk, headlines, make
from tests.factories import make_coverage, make_link, make_section
from tests.helpers import person, sent


def test_a_hundred_stories_need_as_many_queries_as_one(
    desk: Desk, managing_editor: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    section = make_section(name="World", slug="world")
    for number in range(101):
        make(f"Story {number}", managing_editor, section=section)
    client = desk(managing_editor)
    client.get(LIST)

    # The session, the account, its permissions, the bar's links that wait and notices; then
    # the stories, and what can be filtered by (three); bylines, live pages, who has one open, what
    # was sent back, the tabs' counts (five), what the rows showed (two), and the saved views.
    # Nothing is counted to its end.
    with django_assert_num_queries(21):
        response = client.get(LIST)

    assert len(response.context["cl"].result_list) == 100


def test_importing_is_one_step_away(desk: Desk, managing_editor: User) -> None:
    url = reverse("admin:articles_wirecopy_import")

    for page in (LIST, reverse("admin:index")):
        assert f'href="{url}"' in desk(managing_editor).get(page).text


def test_the_desk_is_named_for_editors(desk: Desk, managing_editor: User) -> None:
    text = desk(managing_editor).get(reverse("admin:index")).text

    assert "Django" not in text
    assert "Newsroom" in text


def test_it_says_when_a_story_was_last_saved_and_by_whom(
    desk: Desk, managing_editor: User, clock: time_machine.TimeMachineFixture
) -> None:
    managing_editor.display_name = "Ada Stone"
    managing_editor.save()
    make("Harvest", managing_editor)
    with timezone.override("Europe/London"):
        text = desk(managing_editor).get(LIST).text
    assert "created by Ada Stone</bdi>" in text
    assert 'title="1 September 2025, 13:00 BST' in text


def test_a_save_says_what_the_story_is(desk: Desk, managing_editor: User) -> None:
    story = make("Harvest", managing_editor)
    url = reverse("admin:articles_story_change", args=[story.pk])
    told = desk(managing_editor).post(url, sent(story), follow=True)
    assert "“Harvest” has been saved. It is a draft." in told.text


@pytest.mark.parametrize("number", [1, 3, 30])
def test_the_clock_is_read_as_often_however_many_stories_there_are(
    desk: Desk,
    managing_editor: User,
    settings: Settings,
    django_assert_num_queries: DjangoAssertNumQueries,
    number: int,
) -> None:
    for each in range(number):
        make(f"Story {each}", managing_editor)
    client = desk(managing_editor)
    client.get(LIST)
    settings.NEWSROOM_DATABASE_CLOCK = connection.vendor == "postgresql"
    # The stories are as of one reading, and so are the rows.
    with django_assert_num_queries(24 if settings.NEWSROOM_DATABASE_CLOCK else 21):
        client.get(LIST)


def test_each_tab_leads_to_its_stories_and_counts_them(desk: Desk, managing_editor: User) -> None:
    by, client = managing_editor, desk(managing_editor)
    make("Draft", by)
    writing.submit(make("In review", by), by=by)
    publishing.publish(writing.make_ready(make("Live", by), by=by), by=by)
    gone = writing.make_ready(make("Withdrawn", by), by=by)
    publishing.publish(gone, by=by)
    publishing.withdraw(gone, by=by, note="It was wrong.")
    later = writing.make_ready(make("Later", by), by=by)
    publishing.schedule(later, by=by, at=timezone.now() + timedelta(days=1))

    tabs = client.get(LIST).context["tabs"]
    assert [(tab.label, tab.count) for tab in tabs] == [
        ("All", ""),
        ("Mine", "5"),
        ("In review", "1"),
        ("Live", "1"),
        ("Scheduled", "1"),
        ("Withdrawn", "1"),
    ]
    assert [tab.label for tab in tabs if tab.is_current] == ["All"]
    found = {tab.label: headlines(client, **dict(parse_qsl(tab.query))) for tab in tabs[2:]}
    assert found == {
        "In review": {"In review"},
        "Live": {"Live"},
        "Scheduled": {"Later"},
        "Withdrawn": {"Withdrawn"},
    }
    for tab in tabs:
        shown = client.get(LIST, dict(parse_qsl(tab.query))).context["tabs"]
        assert [other.label for other in shown if other.is_current] == [tab.label]


def test_a_row_says_what_was_done_last_and_by_whom(desk: Desk, managing_editor: User) -> None:
    section = make_section(name="World", slug="world")
    story = writing.submit(make("Draft", managing_editor, section=section), by=managing_editor)
    editor = person(EDITOR, "Eva")
    writing.send_back(story, by=editor, reason="Who says so?")
    (row,) = desk(managing_editor).get(LIST).context["rows"]
    assert (row.says, row.is_live) == ("sent back by Eva", False)
    assert row.view_url == reverse("admin:articles_story_preview", args=[story.pk])
    story = writing.make_ready(Story.objects.get(), by=managing_editor)
    publishing.publish(story, by=managing_editor)
    (row,) = desk(managing_editor).get(LIST).context["rows"]
    live = story.published_versions.get()
    assert (row.is_live, row.view_url) == (True, live.get_absolute_url())
    assert not row.has_coverage
    make_coverage(story)
    page = desk(managing_editor).get(LIST)
    assert page.context["rows"][0].has_coverage
    assert 'data-state="coverage"' in page.text


def test_a_decision_on_a_link_is_no_last_action_on_a_story(
    desk: Desk, managing_editor: User
) -> None:
    story = writing.make_ready(make("Gone", managing_editor), by=managing_editor)
    publishing.publish(story, by=managing_editor)
    publishing.withdraw(story, by=managing_editor)
    moderation.approve(make_link(story, url="https://else.test"), by=person(MODERATOR))
    (row,) = desk(managing_editor).get(LIST).context["rows"]
    assert row.says == "withdrawn by managing_editor"


def test_what_was_sent_back_stands_above_the_list_for_its_writer_alone(
    desk: Desk, managing_editor: User
) -> None:
    ana, editor = person(REPORTER, "ana"), person(EDITOR, "eva")
    for number in range(SENT_BACK + 1):
        story = writing.submit(make(f"Draft {number}", ana), by=ana)
        writing.send_back(story, by=editor, reason=f"Who says {number}?")
    page = desk(ana).get(LIST)
    assert len(page.context["sent_back"]) == SENT_BACK
    assert f"Who says {SENT_BACK}?" in page.text
    assert desk(ana).get(LIST, {"mine": "own"}).context["sent_back"] == []
    assert desk(editor).get(LIST).context["sent_back"] == []
    last = page.context["sent_back"][0]
    writing.submit(Story.objects.get(pk=last.pk), by=ana)
    assert last.headline not in {one.headline for one in desk(ana).get(LIST).context["sent_back"]}
