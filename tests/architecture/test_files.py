"""Files are short, folders small, and `articles/` holds rooms."""

import math
from collections import Counter
from collections.abc import Mapping

import pytest

from tests.architecture.house import DOORS, MOST_FILES, MOST_LINES
from tests.architecture.sources import CODE, ROOT, Tree, fake, hold, read

#: Without migrations, which Django writes and which only grow in number.
FILES = {
    name: module
    for name, module in {**CODE, **read("tests")}.items()
    if "migrations" not in module.path.parts
}
#: Each kind of file by itself, lest many short ones of one kind make room for long ones of another.
KINDS = (
    *("articles/**/*.py", "newsroom/**/*.py", "tests/**/*.py"),
    *("static/**/*.css", "static/**/*.js", "templates/**/*.html"),
)


def outside_the_rooms(tree: Tree) -> list[str]:
    """Return the modules that are in `articles/` itself and belong in a room."""
    return [
        f"{module.path}: move it into a room"
        for module in tree.values()
        if str(module.path.parent) == "articles" and module.path.stem not in DOORS
    ]


def crowded(tree: Tree) -> list[str]:
    """Return the folders with more files than a person takes in at a glance."""
    counts = Counter(str(module.path.parent) for module in tree.values())
    return [f"{folder}/ has {n} files" for folder, n in counts.items() if n > MOST_FILES]


def lines_of(pattern: str) -> dict[str, int]:
    """Return how many lines the files have, by path."""
    return {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8").count("\n")
        for path in ROOT.glob(pattern)
        if "migrations" not in path.parts
    }


def too_long(lines: Mapping[str, int]) -> list[str]:
    """Return the longest tenth of the files, with their lines, if one more is too long."""
    lengths = sorted((many, path) for path, many in lines.items())
    last = math.ceil(0.9 * len(lengths)) - 1
    if lengths[last][0] < MOST_LINES:
        return []
    return [f"{path} has {many} lines" for many, path in lengths[last:]]


def test_articles_holds_rooms() -> None:
    hold(outside_the_rooms(CODE))


def test_folders_are_small() -> None:
    hold(crowded(FILES))


@pytest.mark.parametrize("kind", KINDS)
def test_files_are_short(kind: str) -> None:
    hold(too_long(lines_of(kind)))


def test_a_file_outside_the_rooms_is_seen() -> None:
    assert outside_the_rooms(fake({"articles/slugs.py": ""}))
    assert not outside_the_rooms(fake({"articles/urls.py": "", "articles/stories/slugs.py": ""}))


def test_a_crowded_folder_is_seen() -> None:
    files = {f"articles/desk/story/page_{n}.py": "" for n in range(MOST_FILES)}
    assert not crowded(fake(files))
    assert crowded(fake(files | {"articles/desk/story/__init__.py": ""}))


def test_long_files_are_seen() -> None:
    short = {f"articles/core/short_{n}.py": 9 for n in range(9)}
    assert not too_long(short | {"articles/core/long.py": MOST_LINES})
    assert too_long(short | dict.fromkeys(("a.css", "b.css"), MOST_LINES))
