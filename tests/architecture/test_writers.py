"""Each table is written by one room only, however the code comes by the row."""

from collections.abc import Iterator

import pytest
from django.apps import apps

from tests.architecture.examples import BAD, GOOD
from tests.architecture.facts import Fact, facts
from tests.architecture.house import ENQUEUES, FILLED_BY_DEMO, WRITERS
from tests.architecture.sources import CODE, hold, module, room_of


def written_elsewhere(names: set[str]) -> list[str]:
    """Return what modules of these names write of tables that other rooms write."""
    found = (fact for fact in facts() if fact.module in names)
    told = (f"{fact.module}:{fact.line} {fault}" for fact in found for fault in _faults(fact))
    return list(dict.fromkeys(told))


def _faults(fact: Fact) -> Iterator[str]:
    if fact.unknown:
        yield f"calls “{fact.name}” on something whose type nothing says: annotate it"
    for model in fact.tables:
        if fact.name in ENQUEUES:
            continue
        if model not in WRITERS:
            yield f"writes {model}: say in tests/architecture/house.py which room may"
        elif room_of(fact.module) == "demo" and model in FILLED_BY_DEMO:
            continue
        elif room_of(fact.module) != WRITERS[model]:
            yield f"writes {model}, which is for “{WRITERS[model] or 'nobody'}”"


def without_a_writer(models: set[str]) -> list[str]:
    """Return the models of which nothing says which room writes them."""
    return [f"{model}: say in tests/architecture/house.py" for model in models - WRITERS.keys()]


def test_each_table_is_written_by_its_room() -> None:
    hold(written_elsewhere(set(CODE)))


@pytest.mark.parametrize("label", ["articles", "accounts"])
def test_each_table_has_a_room_that_writes_it(label: str) -> None:
    hold(without_a_writer({it.__name__ for it in apps.get_app_config(label).get_models()}))


def test_a_table_without_a_writer_is_seen() -> None:
    assert without_a_writer({"Story", "Cellar"}) == ["Cellar: say in tests/architecture/house.py"]


def test_what_real_code_writes_is_found() -> None:
    assert {fact.function for fact in facts() if fact.module in CODE and "Story" in fact.tables}


@pytest.mark.parametrize("path", BAD)
def test_a_write_from_elsewhere_is_seen(path: str) -> None:
    assert len(written_elsewhere({module(path).name})) == 1


@pytest.mark.parametrize("path", GOOD)
def test_what_writes_no_other_rooms_table_may_stay(path: str) -> None:
    assert not written_elsewhere({module(path).name})
