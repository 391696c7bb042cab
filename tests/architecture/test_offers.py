"""A room is used by what it offers: the names in `__all__` of its `__init__`."""

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.house import ACCOUNTS_OFFER, ROOMS
from tests.architecture.sources import CODE, Import, Module, Tree, fake, hold, within

ACCOUNTS = "newsroom.accounts"


def not_offered(tree: Tree) -> list[str]:
    """Return what modules import or use of another room though that room does not offer it."""
    return [
        f"{module.path}:{line} {fault}"
        for module in tree.values()
        for found in module.imports
        if (owner := _owner(found)) and not within(module.name, owner)
        for line, fault in _faults(module, found, owner, tree)
    ]


def _owner(found: Import) -> str | None:
    """Return the package whose offers count."""
    if within(found.full, ACCOUNTS):
        return ACCOUNTS
    return f"articles.{found.room}" if found.room in ROOMS else None


def _faults(module: Module, found: Import, owner: str, tree: Tree) -> Iterator[tuple[int, str]]:
    offers = ACCOUNTS_OFFER if owner == ACCOUNTS else offered(tree.get(owner))
    if not found.name:
        yield found.line, f"imports {found.full}: write “from {owner} import name”"
    elif found.full == owner:
        # As a name space: `from articles import body`, then `body.Heading`.
        for line, name in _attributes(module, found.alias):
            if name not in offers:
                yield line, f"uses {owner}.{name}, which is not in __all__ of {owner}"
    elif found.origin == owner:
        if found.name not in offers:
            yield found.line, f"imports {found.full}, which is not in __all__ of {owner}"
    # Of accounts, modules are offered.
    elif owner != ACCOUNTS or found.origin.removeprefix(f"{ACCOUNTS}.") not in offers:
        yield found.line, f"imports {found.full}: import from {owner} what it offers"


def offered(room: Module | None) -> frozenset[str]:
    """Return the names in `__all__` of a room's `__init__`, which must be written out."""
    for node in room.tree.body if room else []:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return frozenset(ast.literal_eval(node.value))
    return frozenset()


def _attributes(module: Module, name: str) -> Iterator[tuple[int, str]]:
    """Return which attributes of a name the module uses, and where."""
    for node in ast.walk(module.tree):
        if (
            isinstance(node, ast.Attribute)
            and isinstance(node.value, ast.Name)
            and node.value.id == name
        ):
            yield node.lineno, node.attr


def test_rooms_are_used_by_what_they_offer() -> None:
    hold(not_offered(CODE))


HOUSE = {
    "articles/core/__init__.py": '__all__ = ["errors", "words"]',
    "articles/core/text.py": "",
    "articles/core/errors.py": "",
    "articles/models/__init__.py": "",
    "newsroom/accounts/__init__.py": "",
}


@pytest.mark.parametrize(
    "source",
    [
        "import articles.core",
        "import articles.core.text as text",
        "from articles.core.text import words",
        "from articles.core.errors import NewsroomError",
        "from articles.core import text",
        "from articles.core import *",
        "from ..core import text",
        "from articles import core\ncore.text.words('a b')",
        "from articles import core as c\nc.text.words('a b')",
        "from articles.models import Story",
        "from newsroom.accounts import throttling",
        "from newsroom.accounts.throttling import throttle",
        "import newsroom.accounts.models",
    ],
)
def test_what_is_not_offered_is_seen(source: str) -> None:
    assert len(not_offered(fake(HOUSE | {"articles/readers/home.py": source}))) == 1


@pytest.mark.parametrize(
    "source",
    [
        "from articles.core import errors, words\nerrors.NewsroomError()",
        "from articles import core\ncore.errors.NewsroomError()",
        "from articles.readers.cache.page_cache import PageCache",
        "from newsroom.accounts.models import User",
        "from newsroom.accounts import models",
    ],
)
def test_what_is_offered_may_be_used(source: str) -> None:
    assert not not_offered(fake(HOUSE | {"articles/readers/home.py": source}))
