"""Rooms that read call nothing that writes, nor anything that calls it."""

from collections import defaultdict

import pytest

from tests.architecture.examples import BAD_CALLS, GOOD_CALLS
from tests.architecture.facts import facts
from tests.architecture.house import READING
from tests.architecture.sources import CODE, hold, module, room_of


def calls_that_write(names: set[str]) -> list[str]:
    """Return where modules of these names refer to what writes, by itself or by what it calls."""
    writing = writing_functions()
    return [
        f"{fact.module}:{fact.line} refers to {target}, which writes"
        for fact in facts()
        if fact.module in names
        for target in fact.targets
        if target in writing and room_of(target) not in READING
    ]


def writing_functions() -> set[str]:
    """Return the functions and methods that write, or refer to one that does."""
    callers = defaultdict(set)
    for fact in facts():
        for target in fact.targets:
            callers[target].add(fact.function)
    found: set[str] = set()
    waiting = [fact.function for fact in facts() if fact.tables or fact.unknown]
    while waiting:
        if (function := waiting.pop()) not in found:
            found.add(function)
            waiting += callers[function]
    return found


def test_rooms_that_read_call_nothing_that_writes() -> None:
    hold(calls_that_write({name for name, it in CODE.items() if it.room in READING}))


@pytest.mark.parametrize("path", BAD_CALLS)
def test_a_call_that_writes_is_seen(path: str) -> None:
    assert calls_that_write({module(path).name})


@pytest.mark.parametrize("path", GOOD_CALLS)
def test_a_call_that_reads_may_stay(path: str) -> None:
    assert not calls_that_write({module(path).name})
