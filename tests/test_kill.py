"""A process that is killed in the middle of a verb leaves all of it or nothing."""

import pytest

from articles.models import Story
from tests.desk import chief, draft
from tests.trials.kills import kill_at_each_statement
from tests.trials.verbs import VERBS

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("name", VERBS)
def test_a_killed_verb_leaves_nothing(name: str) -> None:
    left_alone = list(kill_at_each_statement(VERBS[name](), step=4))
    assert left_alone
    assert all(left_alone)


def test_what_is_left_half_done_is_seen() -> None:
    story = draft()

    def two_writes() -> None:
        Story.objects.filter(pk=story.pk).update(summary="Half")
        Story.objects.filter(pk=story.pk).update(slug="done", changed_by=chief())

    assert not all(kill_at_each_statement(two_writes))
