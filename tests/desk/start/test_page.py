"""The start page: each person sees what waits for them, at a bounded cost."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from articles import publishing, writing
from articles.frontpage import Placed
from articles.models import Change, CorrectionKind, LinkState, Picture, Story
from articles.people import EDITOR, MANAGING_EDITOR, MODERATOR, REPORTER
from articles.stories import WorkingCopy
from articles.wire import actions, open_question, record_answer
from newsroom.accounts.models import User
from newsroom.tasks.work import run_all
from tests.factories import HOUR, NOON, make_link, make_picture, make_story, make_version
from tests.frontpage.fronts import front_of
from tests.helpers import changed, managing_editor, person, ready
from tests.wire.helpers import article, take

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
Desk = Callable[[User], Client]
REASON = "Who says so?"


def parts_of(desk: Desk, user: User) -> dict[str, list[str]]:
    """Return the words of the rows, by part, in the order of the parts."""
    context: Any = desk(user).get(reverse("admin:index")).context
    return {
        part.name: [row.words for row in part.rows]
        for part in (*context["waiting"], *context["aside"])
    }


def written(headline: str, by: User) -> Story:
    return writing.create(WorkingCopy(headline, body="<p>The harvest.</p>"), by=by)


def submitted(headline: str, by: User) -> Story:
    return writing.submit(written(headline, by), by=by)


def returned(headline: str, by: User, editor: User) -> Story:
    return writing.send_back(submitted(headline, by), by=editor, reason=REASON)


def test_a_reporter_sees_what_was_sent_back_then_their_drafts(desk: Desk) -> None:
    ana, editor = person(REPORTER), person(EDITOR)
    returned("Returned", ana, editor)
    written("Draft", ana)
    written("Somebody else’s", editor)
    submitted("Submitted", ana)

    parts = parts_of(desk, ana)

    assert list(parts)[:2] == ["sent-back", "drafts"]
    assert parts["sent-back"] == ["Returned"]
    assert parts["drafts"] == ["Draft"]
    assert "review" not in parts
    text = desk(ana).get(reverse("admin:index")).text
    assert REASON in text
    assert "sent back by editor" in text


def test_what_was_sent_back_stands_before_what_is_only_told(desk: Desk) -> None:
    ana, editor = person(REPORTER), person(EDITOR)
    returned("Returned", ana, editor)
    writing.add_note(written("Draft", ana), f"Nice, @{ana.username}.", by=editor)
    assert list(parts_of(desk, ana))[:3] == ["sent-back", "notices", "drafts"]


def test_a_time_stands_apart_from_what_is_said_before_it(desk: Desk) -> None:
    editor = person(EDITOR)
    submitted("Submitted", person(REPORTER))
    make_link(make_version().story, url="https://else.test")
    lines = desk(editor).get(reverse("admin:index")).text.split('<p class="start-says">')[1:]
    said = [" ".join(line.split("</p>")[0].split()) for line in lines]
    assert len(said) > 2
    assert [one for one in said if "<bdi>" in one and "</bdi> · <time" not in one] == []


def test_below_a_story_that_was_sent_back_nobody_reads_of_no_drafts(desk: Desk) -> None:
    ana = person(REPORTER)
    returned("Returned", ana, person(EDITOR))
    text = desk(ana).get(reverse("admin:index")).text
    assert "You have no drafts" not in text
    assert "You have no other drafts." in text


def test_what_was_resubmitted_no_longer_waits_for_its_reporter(desk: Desk) -> None:
    ana, editor = person(REPORTER), person(EDITOR)
    writing.submit(returned("Returned", ana, editor), by=ana)
    assert "sent-back" not in parts_of(desk, ana)
    assert parts_of(desk, editor)["review"] == ["Returned"]


def test_an_editor_sees_first_what_waits_for_review_the_longest_wait_first(
    desk: Desk, clock: time_machine.TimeMachineFixture
) -> None:
    ana, editor = person(REPORTER), person(EDITOR)
    submitted("First", ana)
    clock.move_to(NOON + HOUR, tick=False)
    submitted("Second", ana)
    clock.move_to(NOON + 4 * HOUR, tick=False)

    parts = parts_of(desk, editor)

    assert next(iter(parts)) == "review"
    assert parts["review"] == ["First", "Second"]
    assert "4 h ago" in desk(editor).get(reverse("admin:index")).text


def test_a_moderator_sees_links_and_nothing_of_drafts(desk: Desk) -> None:
    make_link(ready("Harvest begins"), headline="Undecided", url="https://else.test")
    written("Secret", managing_editor())
    parts = parts_of(desk, person(MODERATOR))
    assert parts == {"links": ["Undecided"]}


def test_what_comes_and_what_came_stand_beside(desk: Desk) -> None:
    by = managing_editor()
    publishing.publish(ready("Out"), by=by)
    publishing.schedule(ready("Soon"), by=by, at=NOON + 3 * HOUR)
    publishing.schedule(ready("Far"), by=by, at=NOON + 30 * HOUR)
    parts = parts_of(desk, person(REPORTER))
    assert parts["published"] == ["Out"]
    assert parts["scheduled"] == ["Soon"]


def test_a_story_was_just_published_once_however_often_it_was(
    desk: Desk, clock: time_machine.TimeMachineFixture
) -> None:
    by, story = managing_editor(), ready("Out")
    publishing.publish(story, by=by)
    for hour in (1, 2):
        clock.move_to(NOON + hour * HOUR, tick=False)
        publishing.publish(changed(story), by=by, change=Change.UPDATE)
    page = desk(person(REPORTER)).get(reverse("admin:index"))
    (published,) = (part for part in page.context["aside"] if part.name == "published")
    assert [(row.words, row.at) for row in published.rows] == [("Out", NOON + 2 * HOUR)]


def test_corrections_of_the_last_day_are_told_with_their_words(
    desk: Desk, clock: time_machine.TimeMachineFixture
) -> None:
    by, story = managing_editor(), ready("Out")
    publishing.publish(story, by=by)
    publishing.add_correction(story, by=by, text="It was May.", kind=CorrectionKind.CORRECTION)
    assert parts_of(desk, person(REPORTER))["corrections"] == ["Out"]
    assert "It was May." in desk(person(REPORTER)).get(reverse("admin:index")).text
    clock.move_to(NOON + timedelta(days=2), tick=False)
    assert "corrections" not in parts_of(desk, person(REPORTER))


def test_new_wire_copy_and_its_open_questions_are_told(desk: Desk) -> None:
    by = managing_editor()
    take(article("Council meets"), by)
    take(article("Council meets", text="The council met on Tuesday instead."), by)
    parts = parts_of(desk, person(EDITOR))
    assert parts["questions"] == ["Council meets"]
    assert parts["wire"] == ["Council meets", "Council meets"]


def test_a_dateline_that_is_not_sure_is_asked_about_until_it_is_answered(
    desk: Desk, clock: time_machine.TimeMachineFixture
) -> None:
    by = person(EDITOR)
    story = take(b"A day at the fair\n\nReading: The fair opened on Monday.\n\nMore.\n", by).story
    take(article("Council meets"), by)
    assert story
    assert parts_of(desk, by)["questions"] == ["A day at the fair"]
    assert "Is “Reading:” a dateline?" in desk(by).get(reverse("admin:index")).text
    question = open_question(story)
    assert question
    record_answer(story, question, actions.DATELINE_REJECTED, by=by)
    assert "questions" not in parts_of(desk, by)


def test_a_question_is_for_those_who_may_answer_it(desk: Desk) -> None:
    ana, editor = person(REPORTER), person(EDITOR)
    take(article("Council meets"), managing_editor())
    take(article("Council meets", text="The council met on Tuesday instead."), managing_editor())
    take(b"A day at the fair\n\nReading: The fair opened on Monday.\n\nMore.\n", ana)
    assert parts_of(desk, ana)["questions"] == ["A day at the fair"]
    assert set(parts_of(desk, editor)["questions"]) == {"Council meets", "A day at the fair"}
    story = Story.objects.get(headline="Council meets")
    publishing.publish(writing.make_ready(story, by=editor), by=editor)
    take(article("KILL: Council meets", text="Withdrawn."), managing_editor())
    assert parts_of(desk, ana)["questions"] == ["A day at the fair"]
    assert parts_of(desk, editor)["questions"].count("Council meets") == 2


def test_a_link_is_decided_on_at_the_start_page(desk: Desk) -> None:
    link = make_link(ready("Harvest begins"), headline="Undecided", url="https://else.test")
    client = desk(person(MODERATOR))
    (part,) = client.get(reverse("admin:index")).context["waiting"]
    (row,) = part.rows
    sent = {"decision": "approve", "shown": row.shown}
    page = client.post(row.decide_url, sent, follow=True)
    assert page.redirect_chain == [(reverse("admin:index"), 302)]
    assert "“Undecided” was approved." in page.text
    link.refresh_from_db()
    assert link.state == LinkState.APPROVED


def test_a_question_that_nobody_answers_for_a_week_stays_in_its_story(
    desk: Desk, clock: time_machine.TimeMachineFixture
) -> None:
    by = person(EDITOR)
    take(b"A day at the fair\n\nReading: The fair opened on Monday.\n\nMore.\n", by)
    clock.move_to(NOON + timedelta(days=8), tick=False)
    assert "questions" not in parts_of(desk, by)


@pytest.mark.parametrize("role", [REPORTER, EDITOR, MODERATOR, MANAGING_EDITOR, ""])
def test_an_empty_desk_says_what_to_do(desk: Desk, role: str) -> None:
    page = desk(person(role)).get(reverse("admin:index"))
    assert page.status_code == 200
    if role in {REPORTER, EDITOR}:
        assert "You have no drafts. Press n to start a story" in page.text


def test_live_pages_with_a_picture_whose_licence_has_ended_are_named_to_editors(
    desk: Desk,
) -> None:
    ended = make_picture(caption="At dawn", licence_until="2025-08-31")
    holds = make_picture(caption="At noon", licence_until="2025-09-01")
    for picture, start in ((ended, -HOUR), (ended, HOUR), (holds, -HOUR)):
        make_version(
            make_story(headline=f"{picture} {start}"), visible_from=NOON + start, picture=picture
        )
    editor = person(EDITOR)
    assert parts_of(desk, editor)["licences"] == [f"At dawn {-HOUR}"]
    on_front = make_picture(caption="At dusk")
    front_of(Placed(Story.objects.earliest("pk").pk, picture=on_front))
    Picture.objects.filter(pk=on_front.pk).update(licence_until="2025-08-31")
    assert parts_of(desk, editor)["licences"] == ["Front page", f"At dawn {-HOUR}"]
    page = desk(editor).get(reverse("admin:index")).text
    assert "Licence of “At dawn” ended on 31 August 2025" in page
    for role in (REPORTER, MODERATOR):
        assert "licences" not in parts_of(desk, person(role))


@pytest.mark.parametrize("number", [1, 3, 30])
def test_it_asks_no_more_however_full_it_is(desk: Desk, number: int) -> None:
    ana, editor = person(REPORTER), person(EDITOR)
    for at in range(number):
        returned(f"Returned {at}", editor, managing_editor())
        written(f"Draft {at}", editor)
        submitted(f"Submitted {at}", ana)
        ended = make_picture(caption="At dawn", licence_until="2025-08-31")
        make_version(visible_from=NOON - HOUR, picture=ended)
        make_version(visible_from=NOON + HOUR)
        make_link(Story.objects.latest("pk"), url=f"https://else.test/{at}")
        take(article(f"Council meets {at}"), ana)
    client = desk(editor)
    client.get(reverse("admin:index"))
    with CaptureQueriesContext(connection) as captured:
        client.get(reverse("admin:index"))
    # The session, the account and its permissions; notices, stories, wire copy, links,
    # published versions and corrections; pictures whose licence has ended, and their versions,
    # entries, fronts and authors.
    assert len(captured) == 14


def test_it_is_asked_again_at_the_cost_of_one_query(
    desk: Desk, clock: time_machine.TimeMachineFixture
) -> None:
    editor, url = person(EDITOR), reverse("admin:articles_start")
    client = desk(editor)
    etag = client.get(url)["ETag"]

    with CaptureQueriesContext(connection) as captured:
        same = client.get(url, headers={"If-None-Match": etag})
    assert same.status_code == 304
    # The session, the account, and what changes when the page may.
    assert len(captured) == 3

    submitted("New", person(REPORTER))
    changed = client.get(url, headers={"If-None-Match": etag})
    assert changed.status_code == 200
    assert "New" in changed.text
    assert "<html" not in changed.text

    later = client.get(url, headers={"If-None-Match": changed["ETag"]})
    assert later.status_code == 304
    clock.move_to(NOON + HOUR, tick=False)
    later = client.get(url, headers={"If-None-Match": changed["ETag"]})
    assert "1 h ago" in later.text


def test_nobody_gets_the_parts_of_another_person(desk: Desk) -> None:
    url = reverse("admin:articles_start")
    etag = desk(person(EDITOR)).get(url)["ETag"]
    other = desk(person(REPORTER)).get(url, headers={"If-None-Match": etag})
    assert other.status_code == 200
    assert Client().get(url).status_code == 302


def test_whoever_looks_after_the_site_sees_background_work_that_failed(desk: Desk) -> None:
    root = User.objects.create_superuser("root")
    assert "failed-tasks" not in parts_of(desk, root)
    publishing.publish(ready("Harvest"), by=managing_editor())
    failed = {"status": "FAILED", "traceback": "Traceback\nValueError: no ink", "finished_at": NOON}
    DBTaskResult.objects.update(**failed)

    assert parts_of(desk, root)["failed-tasks"] == ["make_suggestions"]
    page = desk(root).get(reverse("admin:index")).text
    assert "ValueError: no ink" in page
    assert "failed-tasks" not in parts_of(desk, person(MANAGING_EDITOR, "vera"))

    tasks = reverse("admin:tasks_backgroundtask_changelist")
    assert "ValueError: no ink" in desk(root).get(tasks).text
    chosen = {"action": "retry", "_selected_action": [str(DBTaskResult.objects.get().pk)]}
    answer = desk(root).post(tasks, chosen, follow=True)
    assert "1 task will be tried again." in answer.text
    assert run_all("worker") == 1
    assert "failed-tasks" not in parts_of(desk, root)
    assert desk(person(MANAGING_EDITOR, "vera")).get(tasks).status_code == 403
