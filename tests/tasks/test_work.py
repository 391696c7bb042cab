"""A worker goes on until it is stopped, and says that it lives while it works."""

import time
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
from django.db import InterfaceError, OperationalError
from django_tasks_db.models import DBTaskResult

from newsroom.tasks import heartbeat, lease, work
from newsroom.tasks.schedule import SCHEDULE
from tests.tasks import samples

pytestmark = pytest.mark.django_db(transaction=True)
#: Seconds.
PATIENCE = 180
OLD = "newsroom.tasks.old_results.remove_old_results"


def test_it_takes_up_what_comes_until_it_is_stopped(settings: Any, tmp_path: Path) -> None:
    settings.NEWSROOM_SCHEDULE = {OLD: 3600}
    stopping, log = Event(), tmp_path / "log"
    worker = Thread(target=work.work, args=[stopping])
    worker.start()
    samples.note.enqueue(str(log), "done", 0.2)
    end = time.monotonic() + PATIENCE
    # Both: which of them it takes up first does not matter here, nor how busy the machine is.
    while DBTaskResult.objects.filter(finished_at__isnull=False).count() < 2:
        assert time.monotonic() < end
        time.sleep(0.05)
    stopping.set()
    worker.join(PATIENCE)
    assert not worker.is_alive()
    assert log.read_text() == "done\n"
    assert DBTaskResult.objects.filter(queue_name=SCHEDULE).get().finished_at
    assert DBTaskResult.objects.exclude(queue_name=SCHEDULE).get().status == "SUCCESSFUL"


def test_a_task_that_takes_long_stays_its_workers(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    renewed = []

    def renew(row: Any) -> bool:
        renewed.append(lease.renew(row))
        return renewed[-1]

    monkeypatch.setattr(heartbeat, "EVERY", 0.05)
    monkeypatch.setattr(heartbeat, "renew", renew)
    samples.note.enqueue(str(tmp_path / "log"), "done", 0.5)
    assert work.run_next("ana")
    assert renewed
    assert all(renewed)


@pytest.mark.parametrize("error", [OperationalError, InterfaceError])
def test_a_database_that_is_away_is_waited_for(
    monkeypatch: pytest.MonkeyPatch, settings: Any, error: type[Exception]
) -> None:
    settings.NEWSROOM_SCHEDULE = {}
    stopping, tries = Event(), 0

    def run_next(worker: str) -> bool:
        nonlocal tries
        tries += 1
        if tries == 1:
            raise error("the server closed the connection")
        stopping.set()
        return False

    monkeypatch.setattr(work, "LOOKS_EVERY", 0)
    monkeypatch.setattr(work, "run_next", run_next)
    work.work(stopping)
    assert tries == 2


def test_whatever_an_error_says_the_worker_writes_it_down() -> None:
    samples.quote_anything.enqueue()
    assert work.run_next("ana")
    told = DBTaskResult.objects.get().traceback
    assert r"a\0b \ud800" in told
    assert len(told) <= lease.MOST_TOLD + 20
