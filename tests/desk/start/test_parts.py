from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from articles import publishing, writing
from articles.frontpage import Placed
from articles.models import CorrectionKind, LinkState, Picture, Story
from articles.people import EDITOR, MANAGING_EDITOR, MODERATOR, REPORTER
from articles.wire import actions, open_question, record_answer
from newsroom.accounts.models import User
from newsroom.tasks.work import run_all
from tests.desk.start.parts import Desk, parts_of
from tests.factories import HOUR, NOON, make_link, make_picture, make_story, make_version
from tests.frontpage.fronts import front_of
from tests.helpers import managing_editor, person, ready
from tests.wire.helpers import article, take

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


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
