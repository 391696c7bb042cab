"""The rooms that know no Django, neither by themselves nor by what they import."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.house import ALLOWED, PURE
from tests.architecture.sources import CODE, ROOT, Tree, fake, hold, within

#: Takes a folder, a package below it, and modules that may load what they want. Imports these, then
#: all modules of the package, but not the `__init__` of the packages around it. Prints the
#: modules of Django that only the package has loaded.
LOAD = """
import importlib, pkgutil, sys, types
folder, name, *allowed = sys.argv[1:]
sys.path.insert(0, folder)
for module in allowed:
    importlib.import_module(module)
before = set(sys.modules)
parts = name.split(".")
for depth in range(1, len(parts)):
    around = sys.modules[".".join(parts[:depth])] = types.ModuleType(".".join(parts[:depth]))
    around.__path__ = ["/".join([folder, *parts[:depth]])]
package = importlib.import_module(name)
for found in pkgutil.walk_packages(getattr(package, "__path__", []), f"{name}."):
    importlib.import_module(found.name)
print(*sorted(module for module in set(sys.modules) - before if module.startswith("django")))
"""


def django_within(tree: Tree) -> list[str]:
    """Return the ways from a module of a pure package to an import of Django's.

    The `__init__` of another package counts, because an import from the package runs it.
    """
    return [
        " → ".join(way)
        for name in tree
        if any(within(name, package) for package in PURE)
        for way in _ways(tree, (name,), set())
    ]


def _ways(tree: Tree, way: tuple[str, ...], seen: set[str]) -> list[tuple[str, ...]]:
    name = way[-1]
    found: list[tuple[str, ...]] = []
    for imported in tree[name].imports:
        if imported.full.startswith("django"):
            if not within(imported.full, ALLOWED.get(name, "-")):
                found.append((*way, imported.full))
            continue
        for needed in _runs(imported.full):
            if needed in tree and needed not in seen and not within(way[0], needed):
                seen.add(needed)
                found += _ways(tree, (*way, needed), seen)
    return found


def _runs(name: str) -> list[str]:
    """Return the packages and the module that an import of this name runs."""
    parts = name.split(".")
    return [".".join(parts[:length]) for length in range(1, len(parts) + 1)]


def django_loaded(folder: Path, package: str) -> list[str]:
    """Return the modules of Django that a package below a folder loads beyond what it may."""
    done = subprocess.run(
        [sys.executable, "-c", LOAD, str(folder), package, *ALLOWED.values()],
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.split()


def test_pure_packages_import_no_django() -> None:
    hold(django_within(CODE))


@pytest.mark.parametrize("package", [name for name in PURE if name in CODE])
def test_pure_packages_load_no_django(package: str) -> None:
    hold(django_loaded(ROOT, package))


@pytest.mark.parametrize(
    "files",
    [
        {"articles/body/html.py": "from django.utils.html import escape"},
        {"articles/comparison/words.py": "import django_prose_editor.config"},
        {"articles/wire/parse/places.py": "if TYPE_CHECKING:\n    import django"},
        {
            "articles/body/html.py": "from articles.core import zone",
            "articles/core/__init__.py": "",
            "articles/core/zone.py": "from django.utils import timezone",
        },
        {
            "articles/body/html.py": "from articles.core import errors",
            "articles/core/__init__.py": "from articles.core.zone import shown",
            "articles/core/errors.py": "",
            "articles/core/zone.py": "from django.utils import timezone",
        },
    ],
)
def test_django_in_a_pure_package_is_seen(files: dict[str, str]) -> None:
    assert len(django_within(fake(files))) == 1


@pytest.mark.parametrize(
    "files",
    [
        {"articles/body/extensions.py": "from django_prose_editor.config import html_tags"},
        {
            "articles/wire/__init__.py": "from articles.wire.ingest import ingest",
            "articles/wire/ingest.py": "from django.db import models",
            "articles/wire/parse/__init__.py": "from articles.wire.parse.dates import dates",
            "articles/wire/parse/dates.py": "import datetime",
        },
    ],
)
def test_a_pure_package_may_stay_as_it_is(files: dict[str, str]) -> None:
    assert not django_within(fake(files))


def test_django_that_is_loaded_is_seen(tmp_path: Path) -> None:
    parse = tmp_path / "articles" / "wire" / "parse"
    parse.mkdir(parents=True)
    (parse.parent / "__init__.py").write_text("import django.db", encoding="utf-8")
    (parse / "__init__.py").write_text("", encoding="utf-8")
    assert not django_loaded(tmp_path, "articles.wire.parse")
    (parse / "dates.py").write_text("from django.core import signing", encoding="utf-8")
    assert "django.core.signing" in django_loaded(tmp_path, "articles.wire.parse")
