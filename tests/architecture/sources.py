"""The project's modules as syntax trees, and what each of them imports."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True)
class Import:
    """One imported name: `from origin import name`, or `import origin` without a name."""

    origin: str
    name: str
    #: What the name is called in the module that imports it.
    alias: str
    line: int
    in_function: bool = False
    for_types: bool = False

    @property
    def full(self) -> str:
        """Return the dotted path of what is imported, a module or not."""
        return f"{self.origin}.{self.name}" if self.name else self.origin

    @property
    def room(self) -> str | None:
        """Return the room that it comes from, "" for the whole house, None from elsewhere."""
        return room_of(self.full) if within(self.full, "articles") else None


@dataclass(frozen=True)
class Module:
    """A module by its dotted name."""

    name: str
    path: PurePosixPath
    source: str

    @cached_property
    def tree(self) -> ast.Module:
        """Return the syntax tree."""
        return ast.parse(self.source)

    @property
    def room(self) -> str:
        """Return the room that it belongs to."""
        return room_of(self.name)

    @cached_property
    def imports(self) -> list[Import]:
        """Return all imports, those within functions too."""
        return list(self._imports(self.tree))

    def _imports(
        self, node: ast.AST, in_function: bool = False, for_types: bool = False
    ) -> Iterator[Import]:
        if isinstance(node, ast.Import | ast.ImportFrom):
            origin = self._origin(node) if isinstance(node, ast.ImportFrom) else ""
            for found in node.names:
                own = (origin, found.name) if origin else (found.name, "")
                alias = found.asname or found.name
                yield Import(*own, alias, node.lineno, in_function, for_types)
        in_function |= isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for_types |= isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for child in ast.iter_child_nodes(node):
            yield from self._imports(child, in_function, for_types)

    def _origin(self, node: ast.ImportFrom) -> str:
        if not node.level:
            return node.module or ""
        # In a package, one dot is the package itself.
        package = [*self.name.split("."), *(["."] if self.path.stem == "__init__" else [])]
        return ".".join([*package[: -node.level], *([node.module] if node.module else [])])


#: Modules by name.
Tree = Mapping[str, Module]


def room_of(name: str) -> str:
    """Return the room of a module: `articles.models.story` is in "models".

    The accounts are one too; the rest of the project is in "newsroom".
    """
    first, second, *_ = [*name.split("."), "", ""]
    if first == "articles":
        return second
    return "accounts" if within(name, "newsroom.accounts") else first


def within(name: str, package: str) -> bool:
    """Return whether a dotted name is the package or in it."""
    return f"{name}.".startswith(f"{package}.")


def module(path: str, source: str = "") -> Module:
    """Return the module of a file, by its path from the project's folder."""
    parts = PurePosixPath(path).with_suffix("").parts
    return Module(".".join(parts).removesuffix(".__init__"), PurePosixPath(path), source)


def fake(files: Mapping[str, str]) -> Tree:
    """Return a tree of these sources by path, to try a rule on."""
    return {made.name: made for made in (module(path, text) for path, text in files.items())}


def read(*folders: str) -> Tree:
    """Return the modules in these folders of the project."""
    return fake(
        {
            path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
            for folder in folders
            for path in sorted((ROOT / folder).rglob("*.py"))
        }
    )


def hold(faults: list[str]) -> None:
    """Fail if a rule has found faults, and print each on its line."""
    if faults:
        pytest.fail("\n".join(["", *sorted(faults)]), pytrace=False)


#: All that the product runs.
CODE = read("articles", "newsroom")
