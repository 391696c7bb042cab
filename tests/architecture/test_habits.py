"""No circles, no hidden imports, no signals, and one place that asks for permissions."""

import ast
import re
from collections.abc import Mapping
from graphlib import CycleError, TopologicalSorter

import pytest

from tests.architecture.house import PERMISSIONS
from tests.architecture.sources import CODE, ROOT, Tree, fake, hold, within

#: The newsroom's clock, and the page cache, which reads it together with the cache version.
CLOCKS = frozenset(
    {
        *("articles.core.clock", "articles.readers.cache.watcher"),
        "articles.readers.cache.changes",
    }
)
ASKS = frozenset({"has_perm", "has_perms", "ahas_perm", "ahas_perms", "has_module_perms"})


def circles(tree: Tree) -> list[str]:
    """Return a circle of modules that import each other, if there is one."""
    needs = {
        module.name: {
            name
            for found in module.imports
            if not found.for_types
            # A module beside this one is there before their package's `__init__` has run through.
            for name in ([found.full] if found.full in tree else [found.origin])
            if name in tree and name != module.name
        }
        for module in tree.values()
    }
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        return ["These import each other: " + " -> ".join(error.args[1])]
    return []


def hidden_imports(tree: Tree) -> list[str]:
    """Return the imports within functions."""
    return [
        f"{module.path}:{found.line} imports {found.full} in a function"
        for module in tree.values()
        for found in module.imports
        if found.in_function
    ]


def signals(tree: Tree) -> list[str]:
    """Return the imports of Django's signals."""
    return [
        f"{module.path}:{found.line} imports {found.full}"
        for module in tree.values()
        for found in module.imports
        if "signals" in found.full.split(".") or within(found.full, "django.dispatch")
    ]


def questions_of_permission(tree: Tree) -> list[str]:
    """Return where Django is asked for a permission outside the one module for that."""
    return [
        f"{module.path}:{node.lineno} calls {node.attr}: ask {PERMISSIONS}"
        for module in tree.values()
        if not within(module.name, PERMISSIONS)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and node.attr in ASKS
    ]


def permissions_in_templates(templates: Mapping[str, str]) -> list[str]:
    """Return the templates that ask Django for a permission by `perms`."""
    asks = re.compile(r"{[{%][^}]*\bperms\b")
    return [
        f"{path} asks perms: let a view say it" for path, it in templates.items() if asks.search(it)
    ]


def other_clocks(tree: Tree) -> list[str]:
    """Return where the time of now is read from anything but the newsroom's clock."""
    return [
        f"{module.path}:{node.lineno} reads the time: call clock.now() of articles.core"
        for module in tree.values()
        if module.name.startswith("articles.")
        and module.name not in CLOCKS
        and not module.name.startswith("articles.migrations.")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute)
        and node.attr in ("now", "utcnow", "today")
        and isinstance(node.value, ast.Name)
        and node.value.id in ("timezone", "datetime", "date")
    ]


def test_no_modules_import_each_other() -> None:
    hold(circles(CODE))


def test_no_import_hides_in_a_function() -> None:
    hold(hidden_imports(CODE))


def test_no_signals() -> None:
    hold(signals(CODE))


def test_one_module_asks_for_permissions() -> None:
    hold(questions_of_permission(CODE))


def test_no_template_asks_for_permissions() -> None:
    files = (ROOT / "templates").rglob("*.html")
    hold(permissions_in_templates({it.name: it.read_text(encoding="utf-8") for it in files}))


def test_one_clock_says_what_time_it_is() -> None:
    hold(other_clocks(CODE))


@pytest.mark.parametrize("call", ["timezone.now()", "datetime.now(UTC)", "date.today()"])
def test_another_clock_is_seen(call: str) -> None:
    assert other_clocks(fake({"articles/publishing/publish.py": f"at = {call}"}))
    assert not other_clocks(fake({"articles/core/clock.py": f"at = {call}"}))


def test_a_circle_is_seen() -> None:
    one, other = "from articles.core.b import x", "from articles.core import a"
    both = {"articles/core/a.py": one, "articles/core/b.py": other}
    assert circles(fake(both))
    assert not circles(fake(both | {"articles/core/b.py": f"if TYPE_CHECKING:\n    {other}"}))


def test_a_hidden_import_is_seen() -> None:
    source = "class A:\n    def b(self):\n        if self:\n            import articles.core\n"
    assert len(hidden_imports(fake({"articles/readers/home.py": source}))) == 1


@pytest.mark.parametrize(
    "source",
    [
        "from django.db.models.signals import post_save",
        "from django.db.models import signals",
        "from django.dispatch import receiver",
        "import django.dispatch",
    ],
)
def test_a_signal_is_seen(source: str) -> None:
    assert signals(fake({"articles/stories/log.py": source}))


@pytest.mark.parametrize("name", sorted(ASKS))
def test_a_question_of_permission_is_seen(name: str) -> None:
    source = f"def may(user): return user.{name}('articles.view_story')"
    assert questions_of_permission(fake({"articles/desk/start.py": source}))
    assert not questions_of_permission(fake({"articles/people/permissions.py": source}))


def test_a_permission_in_a_template_is_seen() -> None:
    assert permissions_in_templates({"list.html": "{% if perms.articles.add_story %}"})
    assert not permissions_in_templates({"list.html": "{% if may_import %}perms{% endif %}"})
