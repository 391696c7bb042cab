"""What repeats: once a time, however many workers there are."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.utils.module_loading import import_string
from django_tasks.base import Task
from django_tasks_db.models import DBTaskResult

from newsroom.tasks.attempts import MOST_ATTEMPTS, wait_after
from newsroom.tasks.old_results import remove_old_results
from newsroom.tasks.schedule import keep_schedule
from newsroom.tasks.work import run_all, run_next
from tests.factories import NOON
from tests.tasks import samples

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
KILL, FAIL = "tests.tasks.samples.kill", "tests.tasks.samples.fail"
OLD = "newsroom.tasks.old_results.remove_old_results"
MINUTE = timedelta(minutes=1)


def test_it_is_due_at_once_and_again_after_each_run(
    settings: Any, clock: time_machine.TimeMachineFixture
) -> None:
    settings.NEWSROOM_SCHEDULE = {OLD: 60}
    keep_schedule()
    keep_schedule()
    assert run_all("ana") == 1
    row = DBTaskResult.objects.get()
    assert (row.status, row.run_after, row.worker_ids) == ("READY", NOON + MINUTE, [])
    clock.move_to(NOON + 10 * MINUTE, tick=False)
    keep_schedule()
    assert run_all("bo") == 1


def test_what_no_longer_repeats_is_removed(settings: Any) -> None:
    settings.NEWSROOM_SCHEDULE = {OLD: 60, KILL: 60}
    keep_schedule()
    other = samples.refuse.enqueue("not of the schedule")
    settings.NEWSROOM_SCHEDULE = {OLD: 60}
    keep_schedule()
    assert set(DBTaskResult.objects.values_list("task_path", flat=True)) == {
        OLD,
        other.task.module_path,
    }


def test_one_that_failed_is_seen_as_failed_and_still_tried(
    settings: Any, clock: time_machine.TimeMachineFixture
) -> None:
    settings.NEWSROOM_SCHEDULE = {FAIL: 60}
    keep_schedule()
    for _ in range(MOST_ATTEMPTS + 2):
        assert run_next("ana")
        row = DBTaskResult.objects.get()
        clock.move_to(row.run_after, tick=False)
    assert row.status == "FAILED"
    assert row.run_after - (row.finished_at or NOON) == wait_after(MOST_ATTEMPTS)
    settings.NEWSROOM_SCHEDULE = {OLD: 60}
    DBTaskResult.objects.update(task_path=OLD)
    assert run_next("ana")
    row.refresh_from_db()
    assert (row.status, row.worker_ids, row.traceback) == ("READY", [], "")


def test_the_newsrooms_schedule_names_tasks_that_need_nothing(settings: Any) -> None:
    for path in settings.NEWSROOM_SCHEDULE:
        assert isinstance(import_string(path), Task)


def test_old_results_are_removed_but_not_failures_of_this_month(
    clock: time_machine.TimeMachineFixture, tmp_path: Path
) -> None:
    samples.note.enqueue(str(tmp_path / "log"), "one")
    samples.refuse.enqueue("two")
    run_all("ana")
    DBTaskResult.objects.filter(status="READY").update(status="FAILED")
    waiting = samples.refuse.enqueue("three").id
    left = []
    for days in (0.5, 1.5, 31):
        clock.move_to(NOON + timedelta(days=days), tick=False)
        remove_old_results.call()
        left.append(sorted(DBTaskResult.objects.values_list("status", flat=True)))
    assert left == [["FAILED", "READY", "SUCCESSFUL"], ["FAILED", "READY"], ["READY"]]
    assert str(DBTaskResult.objects.get().pk) == waiting
