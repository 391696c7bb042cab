"""Operators are told of tasks that were given up, and of tasks that no worker takes up."""

from datetime import timedelta

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django_tasks_db.models import DBTaskResult

from newsroom.tasks.failures import LATE
from newsroom.tasks.work import run_next
from tests.factories import NOON
from tests.tasks import samples

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_all_is_well_without_tasks_and_with_those_that_are_not_due(
    capsys: pytest.CaptureFixture[str],
) -> None:
    samples.refuse.enqueue("just now")
    samples.refuse.using(run_after=NOON + timedelta(days=1)).enqueue("tomorrow")
    call_command("tasks", "check")
    assert "No task has failed" in capsys.readouterr().out


def test_a_task_that_nobody_takes_up_is_told(clock: time_machine.TimeMachineFixture) -> None:
    samples.refuse.enqueue("waits")
    DBTaskResult.objects.update(enqueued_at=NOON)
    clock.move_to(NOON + LATE, tick=False)
    with pytest.raises(CommandError, match="0 failed, 1 waiting"):
        call_command("tasks", "check")


def test_a_failure_is_told_with_its_reason_and_can_be_tried_again(
    capsys: pytest.CaptureFixture[str],
) -> None:
    samples.refuse.enqueue("no ink")
    run_next("ana")
    DBTaskResult.objects.update(status="FAILED")
    with pytest.raises(CommandError, match="1 failed, 0 waiting"):
        call_command("tasks", "check")
    said = capsys.readouterr().out
    assert said == "2025-09-01 12:00 tests.tasks.samples.refuse: ValueError: no ink\n"

    call_command("tasks", "retry")
    call_command("tasks", "check")
    call_command("db_worker", "--once")
    assert "1 done" in capsys.readouterr().out
