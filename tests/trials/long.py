"""The trials as long as it takes to trust them, on the site's own database, which must be empty."""

from contextlib import suppress

from django.conf import settings as project
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.trials.kills import kill_at_each_statement
from tests.trials.moves import Moves
from tests.trials.reads import compare_reads
from tests.trials.verbs import VERBS

TRANSITIONS, READS = 5_000, 20_000
LONG = settings(
    max_examples=50,
    stateful_step_count=120,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def trials() -> tuple[int, ...]:
    """Return moves tried, illegal states, early views, kills tried, and kills with remains.

    Then reads tried while things happen, and those whose page was stale, and early.
    """
    # The clock is set, which that of a server cannot be.
    project.NEWSROOM_DATABASE_CLOCK = False
    moved, kills = Moves.total, [left for name in VERBS for left in killed(name)]
    while moved.moves_tried < TRANSITIONS and not (moved.illegal_states or moved.early_views):
        with suppress(AssertionError):  # It is counted.
            run_state_machine_as_test(Moves, settings=LONG)
    return (
        moved.moves_tried,
        moved.illegal_states,
        moved.early_views,
        len(kills),
        kills.count(False),
        *compare_reads(READS),
    )


def killed(name: str) -> list[bool]:
    """Return for each kill in the middle of the verb whether it left nothing."""
    return [] if name == "half_done" else list(kill_at_each_statement(name))
