"""Killed workers lose no task, and do none twice in effect; two may work at once."""

import pytest

from tests.trials.tasks import kill_workers

pytestmark = pytest.mark.django_db(transaction=True)


def test_killed_workers_lose_nothing() -> None:
    kills, lost = kill_workers(8)
    assert kills >= 8
    assert lost == 0


def test_what_is_lost_is_seen() -> None:
    # Whoever holds a task for an hour takes it to the grave.
    _, lost = kill_workers(8, lease="3600", patience=2)
    assert lost
