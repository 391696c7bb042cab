"""What is where, after each step of an editor."""

import pytest

from articles.frontpage import FrontPlan, Placed
from articles.frontpage.differences import Difference, differences

pytestmark = pytest.mark.once


def plan(*stories: int | None) -> FrontPlan:
    return FrontPlan(tuple(Placed(story) for story in stories))


def standing(found: FrontPlan) -> list[int | None]:
    return [slot.story for slot in found.slots]


@pytest.mark.parametrize(
    ("story", "position", "after"),
    [
        (9, None, [1, 9, 2, None, 3]),
        (9, 0, [9, 1, 2, None, 3]),
        (9, 1, [1, 9, 2, None, 3]),
        # Those below move down, up to the first slot that is empty.
        (9, 2, [1, None, 9, 2, 3]),
        # Below there is no empty slot: the last one falls out.
        (9, 4, [1, None, 2, None, 9]),
        # It is there already.
        (3, None, [1, None, 2, None, 3]),
        (3, 0, [3, 1, None, 2, None]),
        (9, 77, [1, 9, 2, None, 3]),
    ],
)
def test_a_story_is_put_into_a_slot(
    story: int, position: int | None, after: list[int | None]
) -> None:
    assert standing(plan(1, None, 2, None, 3).taking(story, position)) == after


def test_a_full_front_gives_its_last_slot() -> None:
    assert standing(plan(1, 2, 3, 4, 5).taking(9)) == [1, 2, 3, 4, 9]


def test_slots_are_moved_cleared_and_counted() -> None:
    found = plan(1, 2, 3, 4, 5)
    assert standing(found.moved(3, 0)) == [4, 1, 2, 3, 5]
    assert standing(found.moved(0, 4)) == [2, 3, 4, 5, 1]
    assert found.moved(0, 9) == found
    assert standing(found.cleared(1)) == [1, None, 3, 4, 5]
    assert standing(found.sized(1)) == [1]
    assert standing(found.sized(9)) == [1, 2, 3, 4, 5, None, None, None, None]
    assert found.sized(4) == found


def test_words_go_with_their_story() -> None:
    found = FrontPlan((Placed(1, "One"), Placed(2), Placed(), Placed(), Placed()))
    assert found.taking(9, 0).slots[1] == Placed(1, "One")
    assert found.moved(0, 1).slots[1] == Placed(1, "One")


def test_two_fronts_differ_in_stories_and_in_words() -> None:
    before = FrontPlan((Placed(1), Placed(2), Placed(), Placed(4), Placed(5)))
    after = FrontPlan((Placed(2), Placed(2, "Two"), Placed(), Placed()))
    assert differences(before, after) == [
        Difference(1, 1, 2, is_wording=False),
        Difference(2, 2, 2, is_wording=True),
        Difference(4, 4, None, is_wording=False),
        Difference(5, 5, None, is_wording=False),
    ]
