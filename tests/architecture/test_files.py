"""Files are short, folders small, and `articles/` holds rooms."""

import math
from collections import Counter

from tests.architecture.house import DOORS, MOST_FILES, MOST_LINES
from tests.architecture.sources import CODE, Tree, fake, hold, read

#: Without migrations, which Django writes and which only grow in number.
FILES = {
    name: module
    for name, module in {**CODE, **read("tests")}.items()
    if "migrations" not in module.path.parts
}


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


def too_long(tree: Tree) -> list[str]:
    """Return the longest tenth of the files, with their lines, if one more is too long."""
    lengths = sorted((module.source.count("\n"), str(module.path)) for module in tree.values())
    last = math.ceil(0.9 * len(lengths)) - 1
    if lengths[last][0] < MOST_LINES:
        return []
    return [f"{path} has {lines} lines" for lines, path in lengths[last:]]


def test_articles_holds_rooms() -> None:
    hold(outside_the_rooms(CODE))


def test_folders_are_small() -> None:
    hold(crowded(FILES))


def test_files_are_short() -> None:
    hold(too_long(FILES))


def test_a_file_outside_the_rooms_is_seen() -> None:
    assert outside_the_rooms(fake({"articles/slugs.py": ""}))
    assert not outside_the_rooms(fake({"articles/urls.py": "", "articles/stories/slugs.py": ""}))


def test_a_crowded_folder_is_seen() -> None:
    files = {f"articles/desk/story/page_{n}.py": "" for n in range(MOST_FILES)}
    assert not crowded(fake(files))
    assert crowded(fake(files | {"articles/desk/story/__init__.py": ""}))


def test_long_files_are_seen() -> None:
    short = {f"articles/core/short_{n}.py": "" for n in range(9)}
    long = {f"articles/core/long_{n}.py": "\n" * MOST_LINES for n in range(2)}
    assert not too_long(fake(short | {"articles/core/long_0.py": long["articles/core/long_0.py"]}))
    assert too_long(fake(short | long))
