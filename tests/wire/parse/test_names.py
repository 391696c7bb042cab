from collections.abc import Hashable

from articles.wire.parse.names import Names


def test_each_name_has_its_number_and_others_have_none() -> None:
    numbers: dict[Hashable, int] = {f"place {number}": number + 1 for number in range(1000)}
    names = Names(numbers)
    assert {name: names.get(name) for name in numbers} == numbers
    assert not any(names.get(f"{name}.") for name in numbers)
    assert Names({}).get("Astana") == 0


def test_a_name_may_have_several_parts() -> None:
    names = Names({("KZ", "astana"): 1})
    assert names.get(("KZ", "astana")) == 1
    assert names.get(("RU", "astana")) == 0
