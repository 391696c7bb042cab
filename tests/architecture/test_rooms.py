"""Rooms have an order: each imports only from those before it."""

from collections.abc import Iterator

import pytest

from tests.architecture.house import BESIDE, DOORS, LAST, OPENS_LAST, ROOMS
from tests.architecture.sources import CODE, Import, Module, Tree, fake, hold, within

PLACE = {room: place for place, room in enumerate(ROOMS)}


def without_a_place(tree: Tree) -> list[str]:
    """Return the modules of `articles` that are in no room of the list."""
    known = {"", *ROOMS, *BESIDE, *DOORS}
    return [
        f"{module.path}: give “{module.room}” its place in tests/architecture/house.py"
        for module in tree.values()
        if within(module.name, "articles") and module.room not in known
    ]


def out_of_order(tree: Tree) -> list[str]:
    """Return the imports from a room that does not come before the module's own."""
    return [
        f"{module.path}:{found.line} imports {found.full}: “{found.room}” does not come before"
        f" “{module.room}”"
        for module, found in _within_the_house(tree)
        if not _may_import(module, found)
    ]


def _within_the_house(tree: Tree) -> Iterator[tuple[Module, Import]]:
    for module in tree.values():
        for found in module.imports:
            if within(module.name, "articles") and found.room not in (None, module.room):
                yield module, found


def _may_import(module: Module, found: Import) -> bool:
    if found.room not in PLACE:
        return False
    if found.room == LAST:
        return module.name == OPENS_LAST
    return module.room not in PLACE or PLACE[found.room] < PLACE[module.room]


def across_the_project(tree: Tree) -> list[str]:
    """Return what the project imports of the house, or the house of the project but accounts."""
    allowed = {"articles": ("articles", "newsroom.accounts"), "newsroom": ("newsroom",)}
    return [
        f"{module.path}:{found.line} imports {found.full}"
        for module in tree.values()
        for found in module.imports
        if found.full.split(".")[0] in allowed
        and not any(within(found.full, it) for it in allowed[module.name.split(".")[0]])
    ]


def test_each_module_has_a_room() -> None:
    hold(without_a_place(CODE))


def test_a_room_imports_only_from_rooms_before_it() -> None:
    hold(out_of_order(CODE))


def test_the_project_and_the_house_meet_in_accounts_only() -> None:
    hold(across_the_project(CODE))


@pytest.mark.parametrize("path", ["articles/cellar/__init__.py", "articles/cellar.py"])
def test_an_unknown_room_is_seen(path: str) -> None:
    assert without_a_place(fake({path: ""}))


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("articles/models/story.py", "from articles.publishing import publish"),
        ("articles/core/text.py", "import articles.models"),
        ("articles/publishing/publish.py", "from articles import writing"),
        ("articles/publishing/publish.py", "from articles import *"),
        ("articles/publishing/publish.py", "from ..writing import save"),
        ("articles/body/__init__.py", "from ..models import Story"),
        ("articles/links/matching.py", "from articles.writing.save import save"),
        ("articles/core/text.py", "if TYPE_CHECKING:\n    from articles.models import Story"),
        ("articles/readers/pages.py", "from articles.cellar import wine"),
        ("articles/readers/pages.py", "from articles.management import commands"),
        ("articles/readers/pages.py", "from articles.urls import urlpatterns"),
        ("articles/urls.py", "from articles.desk import pages"),
        ("articles/management/commands/development.py", "from articles.desk import pages"),
    ],
)
def test_an_import_out_of_order_is_seen(path: str, source: str) -> None:
    assert out_of_order(fake({path: source}))


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("articles/admin.py", "from articles.desk import pages"),
        ("articles/publishing/__init__.py", "from .publish import publish"),
        ("articles/templatetags/times.py", "from articles.core import zone"),
        ("articles/writing/save.py", "from articles.links import match"),
    ],
)
def test_an_import_in_order_may_stay(path: str, source: str) -> None:
    assert not out_of_order(fake({path: source}))


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("newsroom/urls.py", "from articles.readers import home"),
        ("newsroom/accounts/models.py", "from articles.models import Author"),
        ("articles/readers/home.py", "from newsroom.environment import env"),
        ("articles/readers/home.py", "from newsroom import accounts, settings"),
    ],
)
def test_an_import_across_the_project_is_seen(path: str, source: str) -> None:
    assert len(across_the_project(fake({path: source}))) == 1
