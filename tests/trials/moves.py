"""Random moves by random people, however they follow each other, found by hypothesis."""

from datetime import timedelta

import time_machine
from django.conf import settings
from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.factories import NOON
from tests.trials.newsroom import DECIDE, PEOPLE, VERBS, WRITERS, Figures, Newsroom

MINUTE = timedelta(minutes=1)
#: Short and long, so that starts and ends are met to the microsecond, and missed by one.
TIMES = st.sampled_from([-MINUTE, timedelta(0), timedelta(microseconds=1), MINUTE, 60 * MINUTE])
STEPS = st.sampled_from([timedelta(microseconds=1), MINUTE - timedelta(microseconds=1), MINUTE])

WEIGHT = {"submit": 4, "approve": 6, "schedule": 4, "withdraw": 4, "reinstate": 4, "reschedule": 4}


class Moves(RuleBasedStateMachine):
    """Moves of three stories; `total` has the figures of all its runs."""

    total = Figures()

    @initialize(two=st.booleans())
    def open(self, two: bool) -> None:
        """Open a newsroom, which is gone at the end."""
        self.setting = settings.NEWSROOM_TWO_PEOPLE
        self.transaction = transaction.atomic()
        self.transaction.__enter__()
        self.travel = time_machine.travel(NOON, tick=False)
        self.newsroom = Newsroom(self.travel.start(), NOON, Figures(), two=two)

    @rule(
        action=st.sampled_from(sorted(VERBS)),
        who=st.sampled_from(sorted(PEOPLE)),
        which=st.integers(0, len(WRITERS) - 1),
        after=TIMES,
    )
    def attempt(self, action: str, who: str, which: int, after: timedelta) -> None:
        """Let somebody try something."""
        self.newsroom.attempt(action, who, which, after)

    @rule(
        pick=st.integers(0, 99),
        who=st.sampled_from(sorted(DECIDE)),
        which=st.integers(0, len(WRITERS) - 1),
        after=TIMES,
    )
    def go_on(self, pick: int, who: str, which: int, after: timedelta) -> None:
        """Let an editor do what can be done, since few of all tries are right."""
        # What leads on is tried more often than what leads back.
        right = self.newsroom.right(who, which, after)
        weighted = [action for action in right for _ in range(WEIGHT.get(action, 1))]
        self.newsroom.attempt(weighted[pick % len(weighted)], who, which, after)

    @rule(step=STEPS)
    def wait(self, step: timedelta) -> None:
        """Let time pass."""
        self.newsroom.go_to(self.newsroom.now + step)

    @invariant()
    def nothing_is_wrong(self) -> None:
        """Read the pages, as readers do after each move."""
        if hasattr(self, "newsroom"):
            if self.newsroom.changed:
                self.newsroom.look()
                self.newsroom.changed = False
            assert not self.newsroom.figures.illegal_states
            assert not self.newsroom.figures.early_views

    def teardown(self) -> None:
        """Close the newsroom, and leave nothing of it."""
        if hasattr(self, "newsroom"):
            self.total.add(self.newsroom.figures)
            self.travel.stop()
            settings.NEWSROOM_TWO_PEOPLE = self.setting
            transaction.set_rollback(True)
            self.transaction.__exit__(None, None, None)
