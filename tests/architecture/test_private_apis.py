"""What is not public in Django, or in another library, stands in few files, each with its test."""

import ast

import pytest

from tests.architecture.house import PRIVATE_APIS
from tests.architecture.sources import CODE, ROOT, Module, Tree, fake, hold, within

#: Names that begin with an underscore, and that the docs describe all the same.
DOCUMENTED = frozenset(
    {
        *("_meta", "_state", "_default_manager", "_base_manager", "_open", "_save"),
        # Of named tuples.
        *("_asdict", "_fields", "_make", "_replace"),
    }
)
#: Modules and names of Django that its docs do not describe.
UNDOCUMENTED = (
    *("django.core.handlers", "django.db.models.sql", "django.db.models.options"),
    *("django.db.models.fields.related_descriptors", "django.contrib.auth.management"),
)
METHODS = frozenset({"get_compiler", "get_converters", "apply_converters"})


def private_apis(tree: Tree) -> list[str]:
    """Return where private names of others are used outside of the files listed for that."""
    own = {name for module in tree.values() for name in _own(module)}
    return [
        f"{module.path}:{line} uses {name}: see tests/architecture/house.py"
        for module in tree.values()
        if module.name not in PRIVATE_APIS
        for line, name in _used(module, own)
    ]


def without_a_notice(tree: Tree, listed: dict[str, str]) -> list[str]:
    """Return the listed files that do not name the test that watches them, or need none."""
    own = {name for module in tree.values() for name in _own(module)}
    return [
        f"{tree[name].path}: say why, and that {test} watches it"
        if _used(tree[name], own)
        else f"{tree[name].path} uses nothing private: take it off the list"
        for name, test in listed.items()
        if not (_used(tree[name], own) and test in tree[name].source and (ROOT / test).exists())
    ]


def _used(module: Module, own: set[str]) -> list[tuple[int, str]]:
    imported = [
        (found.line, found.full)
        for found in module.imports
        if any(within(found.full, it) for it in UNDOCUMENTED)
    ]
    return imported + [
        (node.lineno, ast.unparse(node))
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and _is_private(node, own)
    ]


def _is_private(node: ast.Attribute, own: set[str]) -> bool:
    if node.attr in METHODS:
        return True
    if not node.attr.startswith("_") or node.attr.startswith("__") or node.attr in DOCUMENTED:
        return False
    # A method of our own may stand in front of one of theirs.
    return node.attr not in own or ast.unparse(node.value) == "super()"


def _own(module: Module) -> set[str]:
    """Return the names that a module defines: functions, classes, variables, attributes of self."""
    found = set()
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.add(node.id)
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            found |= {node.attr} if ast.unparse(node.value) in ("self", "cls") else set()
    return found


def test_private_apis_stand_in_few_files() -> None:
    hold(private_apis(CODE))


def test_each_of_these_files_names_its_test() -> None:
    hold(without_a_notice(CODE, PRIVATE_APIS))


@pytest.mark.parametrize(
    "source",
    [
        "def f(story): return story._state.db, story._prefetched_objects_cache",
        "def f(request): request._stream = None",
        "class A:\n    def _post_clean(self): super()._post_clean()",
        "def f(query): return query.get_compiler('default')",
        "from django.db.models.sql import Query",
        "from django.core.handlers.wsgi import WSGIRequest",
    ],
)
def test_a_private_api_is_seen(source: str) -> None:
    assert len(private_apis(fake({"articles/links/match.py": source}))) == 1


@pytest.mark.parametrize(
    "source",
    [
        "def f(row): return row._meta.get_field('a'), row._state.adding",
        "class A:\n    def __init__(self): self._left = 1\ndef f(a): a._left = a._left + 1",
        "class A:\n    def _save(self, name): return super()._save(name)",
    ],
)
def test_other_names_may_stay(source: str) -> None:
    assert not private_apis(fake({"articles/links/match.py": source}))


def test_a_file_without_a_notice_is_seen() -> None:
    name, test = "articles.links.match", "tests/architecture/test_private_apis.py"
    uses = "def f(row): row._cache.clear()"
    for source, faults in {uses: 1, f"# {test}\n{uses}": 0, f"# {test}": 1}.items():
        tree = fake({"articles/links/match.py": source})
        assert len(without_a_notice(tree, {name: test})) == faults
