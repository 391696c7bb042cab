"""The trials as long as it takes to trust them, on the site's own database, which must be empty.

Each returns how much was tried, and then how much went wrong, in each way that it can.
"""

from contextlib import suppress

from django.conf import settings as project
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.trials.as_of import compare_as_of
from tests.trials.kills import kill_at_each_statement
from tests.trials.moves import Moves
from tests.trials.reads import compare_reads
from tests.trials.requests import ask_privately
from tests.trials.suggestions import look_for_leaks
from tests.trials.tasks import kill_workers
from tests.trials.uploads import look_for_pictures, send_hostile_uploads
from tests.trials.verbs import VERBS

TRANSITIONS, READS, PAGES, SHOWN, REQUESTS, KILLS = 5_000, 20_000, 20_000, 10_000, 2_000, 300
UPLOADS, PICTURES = 2_000, 10_000
LONG = settings(
    max_examples=50,
    stateful_step_count=120,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
# The clock is set, which that of a server cannot be.
project.NEWSROOM_DATABASE_CLOCK = False


def moves(scale: int) -> tuple[int, ...]:
    """Return moves tried, illegal states, and early views."""
    moved = Moves.total
    while moved.moves_tried < TRANSITIONS / scale and not (
        moved.illegal_states or moved.early_views
    ):
        with suppress(AssertionError):  # It is counted.
            run_state_machine_as_test(Moves, settings=LONG)
    return moved.moves_tried, moved.illegal_states, moved.early_views


def kills(scale: int) -> tuple[int, ...]:
    """Return kills tried in the middle of verbs, and those that left something."""
    left = [one for name in VERBS for one in killed(name, scale)]
    return len(left), left.count(False)


def killed(name: str, step: int = 1) -> list[bool]:
    """Return for each kill in the middle of the verb whether it left nothing."""
    return [] if name == "half_done" else list(kill_at_each_statement(name, step))


def uploads(scale: int) -> tuple[int, ...]:
    """Return hostile uploads tried and let in, and pictures got that readers could not see."""
    tried, let_in = send_hostile_uploads(UPLOADS // scale)
    _, leaks = look_for_pictures(PICTURES // scale)
    return tried, let_in, leaks


#: The parts by name: each takes by how much to divide what is tried.
PARTS = {
    "moves": moves,
    "kills": kills,
    "reads": lambda scale: compare_reads(READS // scale),
    "as_of": lambda scale: compare_as_of(PAGES // scale),
    "suggestions": lambda scale: look_for_leaks(SHOWN // scale),
    "requests": lambda scale: ask_privately(REQUESTS // scale),
    "uploads": uploads,
    "tasks": lambda scale: kill_workers(max(10, KILLS // scale)),
}
