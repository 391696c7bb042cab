"""A process that is killed in the middle of a verb leaves all of it or nothing."""

import pytest

from tests.trials.kills import kill_at_each_statement
from tests.trials.verbs import VERBS

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("name", [name for name in VERBS if name != "half_done"])
def test_a_killed_verb_leaves_nothing(name: str) -> None:
    left_alone = list(kill_at_each_statement(name, step=4))
    assert left_alone
    assert all(left_alone)


def test_what_is_left_half_done_is_seen() -> None:
    assert not all(kill_at_each_statement("half_done"))
