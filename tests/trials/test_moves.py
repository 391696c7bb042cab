"""However people move stories, none gets where it must not be, and readers see none early."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test
from time_machine import TimeMachineFixture

from articles.models import Story
from tests.factories import HOUR, NOON, make_version
from tests.trials.moves import Moves
from tests.trials.newsroom import Figures, Newsroom

pytestmark = pytest.mark.django_db


def test_no_moves_lead_where_they_must_not() -> None:
    Moves.total = Figures()
    run_state_machine_as_test(
        Moves,
        settings=settings(
            max_examples=8, stateful_step_count=40, suppress_health_check=list(HealthCheck)
        ),
    )
    assert Moves.total.moves_tried > 100


@pytest.fixture
def newsroom(clock: TimeMachineFixture) -> Newsroom:
    return Newsroom(clock, NOON, Figures(), two=False)  # type: ignore[arg-type]


def test_a_story_that_is_shown_early_is_seen(newsroom: Newsroom) -> None:
    newsroom.look()
    assert newsroom.figures.early_views == 0
    make_version(newsroom.stories[0], visible_from=NOON - HOUR)
    newsroom.look()
    assert newsroom.figures.early_views == 3


def test_a_state_that_no_move_leads_to_is_seen(newsroom: Newsroom) -> None:
    Story.objects.filter(pk=newsroom.stories[0].pk).update(state="ready")
    newsroom.attempt("approve", "nobody", 0, timedelta(0))
    assert newsroom.figures.illegal_states == 1
