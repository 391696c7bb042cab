"""Workers are killed in the middle of their tasks, two at a time."""

import sys
from random import Random
from time import sleep
from typing import Any

from django.db.models import Q
from django_tasks_db.models import DBTaskResult

from articles import links, publishing
from articles.core import clock
from articles.links.suggestions.stored import STORED
from articles.models import LinkSuggestion, Story
from tests.helpers import managing_editor, ready
from tests.links.suggestions.archive import WHEAT, fill
from tests.readers.cache.processes import Process

#: Stories that are published before the workers come: a task each.
STORIES = 4
#: A worker is killed after at most this many statements: as many as three tasks take.
STATEMENTS = 90
#: How often nobody is killed and nothing is due before what is left counts as lost.
PATIENCE = 20


def kill_workers(least: int, *, lease: str = "0.3", patience: int = PATIENCE) -> tuple[int, int]:
    """Return how many workers were killed, and how many tasks were lost, or done twice in effect.

    `lease` is how many seconds a worker holds a task.
    """
    random = Random(14)  # noqa: S311 - the same trials each time
    kills = lost = 0
    fill()
    with Process("tests.trials.workers", TRIALS_LEASE=lease) as workers:
        while kills < least:
            stories = [_publish(number) for number in range(STORIES)]
            kills += _work(workers, random, patience)
            wrong = [f"suggestions of {story.pk}" for story in stories if _is_wrong(story)]
            wrong += map(_told, DBTaskResult.objects.exclude(status="SUCCESSFUL"))
            sys.stderr.writelines(f"{one}\n" for one in wrong)
            if lost := len(wrong):
                break
    return kills, lost


def _publish(number: int) -> Story:
    story = ready(f"Wheat harvest {number}", body=WHEAT, tags=("grain",), language="en")
    publishing.publish(story, by=managing_editor())
    return story


def _work(workers: Process, random: Random, patience: int) -> int:
    """Let two workers at a time work and die until nothing is left; return how often one died."""
    kills = 0
    left = DBTaskResult.objects.filter(Q(status="READY") | Q(status="RUNNING"))
    while left.exists() and patience:
        steps = [random.randint(1, STATEMENTS), random.randint(1, STATEMENTS)]
        ends = workers.ask(" ".join(map(str, steps))).split()
        assert "failed" not in ends
        kills += ends.count("killed")
        if "killed" not in ends:
            patience -= 1
            # Until the leases of the dead have ended.
            sleep(0.1)
    return kills


def _told(task: Any) -> str:
    return f"{task.task_path} {task.status} {task.run_after} {task.worker_ids} {task.traceback}"


def _is_wrong(story: Story) -> bool:
    """Return whether what is stored is anything but what is found, each once."""
    stored = LinkSuggestion.objects.filter(story=story).values_list("position", "target")
    found = links.suggest(story, clock.now(), STORED)
    return list(stored) != list(enumerate(one.story for one in found))
