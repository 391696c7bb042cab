"""A task is one worker's at a time, and none is lost: whoever dies, another one takes it up."""

from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from newsroom.tasks import lease
from newsroom.tasks.attempts import MOST_ATTEMPTS, wait_after
from newsroom.tasks.work import run_all, run_next
from tests.factories import NOON
from tests.tasks import samples

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
SECOND = timedelta(seconds=1)


def lines(path: Path) -> list[str]:
    return path.read_text().splitlines() if path.exists() else []


def test_a_task_runs_once_and_is_done(tmp_path: Path) -> None:
    result = samples.note.enqueue(str(tmp_path / "log"), "one")
    assert run_all("ana") == 1
    assert run_all("ana") == 0
    assert lines(tmp_path / "log") == ["one"]
    result.refresh()
    assert (result.status, result.worker_ids, result.finished_at) == ("SUCCESSFUL", ["ana"], NOON)


def test_what_is_rolled_back_is_no_task() -> None:
    with transaction.atomic():
        samples.refuse.enqueue("never")
        transaction.set_rollback(True)
    assert not run_next("ana")


def test_one_to_be_run_later_waits(clock: time_machine.TimeMachineFixture, tmp_path: Path) -> None:
    samples.note.using(run_after=NOON + SECOND).enqueue(str(tmp_path / "log"), "later")
    assert not run_next("ana")
    clock.move_to(NOON + SECOND, tick=False)
    assert run_next("ana")


def test_while_its_worker_lives_nobody_else_gets_it(clock: time_machine.TimeMachineFixture) -> None:
    samples.refuse.enqueue("held")
    held = lease.claim("ana")
    assert held
    for beat in range(1, 5):
        clock.move_to(NOON + beat * (lease.LEASE - SECOND), tick=False)
        assert lease.claim("bo") is None
        assert lease.renew(held)


def test_once_its_worker_is_dead_another_one_gets_it(
    clock: time_machine.TimeMachineFixture,
) -> None:
    samples.refuse.enqueue("left")
    first = lease.claim("ana")
    clock.move_to(NOON + lease.LEASE, tick=False)
    second = lease.claim("bo")
    assert first
    assert second
    assert first.pk == second.pk
    # The first one was only slow: what it writes now is of no effect.
    assert not lease.renew(first)
    assert not lease.succeed(first)
    assert not lease.fail(first, ValueError())
    assert lease.succeed(second)
    assert DBTaskResult.objects.get().status == "SUCCESSFUL"


def test_a_failed_task_is_tried_again_ever_later_and_then_given_up(
    clock: time_machine.TimeMachineFixture, caplog: pytest.LogCaptureFixture
) -> None:
    samples.refuse.enqueue("no ink")
    now, waits = NOON, []
    for attempt in range(1, MOST_ATTEMPTS + 1):
        assert run_next(f"worker {attempt}")
        row = DBTaskResult.objects.get()
        assert "ValueError: no ink" in row.traceback
        assert row.exception_class_path == "builtins.ValueError"
        if attempt < MOST_ATTEMPTS:
            assert row.status == "READY"
            waits.append(row.run_after - now)
            clock.move_to(row.run_after - SECOND, tick=False)
            assert not run_next("early")
            now = row.run_after
            clock.move_to(now, tick=False)
    assert waits == [timedelta(seconds=10 * 4**number) for number in range(MOST_ATTEMPTS - 1)]
    assert row.status == "FAILED"
    assert len(row.worker_ids) == MOST_ATTEMPTS
    assert [record.levelname for record in caplog.records].count("ERROR") == 1
    clock.move_to(now + timedelta(days=2), tick=False)
    assert not run_next("late")


def test_one_that_fails_once_is_done_the_next_time(
    clock: time_machine.TimeMachineFixture, tmp_path: Path
) -> None:
    result = samples.note.enqueue(str(tmp_path / "folder" / "log"), "one")
    run_next("ana")
    (tmp_path / "folder").mkdir()
    clock.move_to(NOON + wait_after(1), tick=False)
    run_next("ana")
    result.refresh()
    assert result.status == "SUCCESSFUL"
    assert DBTaskResult.objects.get().traceback == ""


def test_one_that_always_ends_its_worker_is_given_up(
    clock: time_machine.TimeMachineFixture,
) -> None:
    samples.kill.enqueue()
    for attempt in range(MOST_ATTEMPTS):
        clock.move_to(NOON + attempt * lease.LEASE, tick=False)
        assert lease.claim("ana")
    clock.move_to(NOON + MOST_ATTEMPTS * lease.LEASE, tick=False)
    assert lease.claim("bo") is None
    row = DBTaskResult.objects.get()
    assert (row.status, row.exception_class_path) == ("FAILED", "newsroom.tasks.lease.WorkerDied")


@pytest.mark.parametrize("path", ["articles.nowhere.task", "tests.tasks.samples.Path"])
def test_one_that_this_release_does_not_know_is_left_for_another(path: str) -> None:
    samples.refuse.enqueue("x")
    DBTaskResult.objects.update(task_path=path)
    assert run_next("ana")
    assert DBTaskResult.objects.get().status == "READY"
