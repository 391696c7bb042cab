"""A few at once, and fewer of each visitor."""

from contextlib import ExitStack, suppress

from newsroom.accounts.turns import Turns


def test_one_visitor_leaves_turns_to_others() -> None:
    turns = Turns(most=3, each=2)
    with ExitStack() as stack:
        visitors = ["a", "a", "a", "b", "c", None]
        given = [stack.enter_context(turns.turn(visitor)) for visitor in visitors]
        assert given == [True, True, False, True, False, False]
    with turns.turn("a") as again:
        assert again


def test_a_turn_ends_with_an_error_too() -> None:
    turns = Turns(most=1, each=1)
    with suppress(OSError), turns.turn("a"):
        raise OSError
    with turns.turn("a") as given:
        assert given
