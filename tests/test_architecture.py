"""Who may import whom, and what no module may do; docs/architecture.md has the picture."""

import ast
import math
from collections.abc import Iterator
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

# A module imports only from lower numbers, and from its own package.
LAYERS = (
    {
        *("enums", "exceptions", "text", "database_rules", "generation_triggers"),
        *("addresses", "compiled", "roles", "zone"),
    },
    {"body"},
    {"body_html", "difference", "house_style"},
    {"querysets"},
    {"models"},
    {"permissions", "working_copy", "events", "locking"},
    {"corrections", "embargo", "history", "matching", "moves", "periods", "rows", "slugs"},
    {"writing", "publishing", "moderation"},
    {"wire", "freshness", "revisions", "teasers", "notes", "versions"},
    {"forms", "reading", "feeds", "sitemaps", "structured_data", "search"},
    {"views", "admin", "page_tools", "management", "templatetags"},
    {"urls", "apps", "checks"},
)
LAYER = {name: number for number, names in enumerate(LAYERS) for name in names}
# A queryset gives models, and says so in its types: (importer, imported), under TYPE_CHECKING.
FOR_TYPES_ONLY = {("querysets", "models")}
# No Django in these, so that they can be read, tested and used with nothing around them.
PURE = ("articles.text", "articles.body.", "articles.difference", "articles.wire.")
NOT_PURE = {
    "articles.wire.as_story",
    "articles.wire.dateline_answer",
    "articles.wire.ingest",
    "articles.wire.update",
}


@dataclass(frozen=True)
class Import:
    module: str
    line: int
    in_function: bool = False
    for_types: bool = False


def imports(source: str, module: str = "") -> Iterator[Import]:
    """Give each import of the source; `from a import b` counts as a.b, module or not."""

    def walk(node: ast.AST, in_function: bool = False, for_types: bool = False) -> Iterator[Import]:
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(alias.name, node.lineno, in_function, for_types)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{module}:{node.lineno}: write imports in full"
            for alias in node.names:
                yield Import(f"{node.module}.{alias.name}", node.lineno, in_function, for_types)
        in_function |= isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for_types |= isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for child in ast.iter_child_nodes(node):
            yield from walk(child, in_function, for_types)

    yield from walk(ast.parse(source))


def modules(folder: str) -> dict[str, str]:
    """The modules below a folder of the project: dotted name to source."""
    return {
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): (
            path.read_text(encoding="utf-8")
        )
        for path in sorted((ROOT / folder).rglob("*.py"))
    }


ALL = modules("articles")
ARTICLES = {
    name: source
    for name, source in ALL.items()
    if name != "articles" and not name.startswith("articles.migrations")
}


def noun(module: str) -> str:
    """What the table calls a module: `articles.models.story` is of "models"."""
    return module.split(".")[1]


def wrong_layer(module: str, source: str) -> list[str]:
    """Name the imports of a module that the table does not allow."""
    own = noun(module)
    wrong = []
    for imported in imports(source, module):
        if not imported.module.startswith("articles."):
            continue
        other = noun(imported.module)
        typed = imported.for_types and (own, other) in FOR_TYPES_ONLY
        if other != own and not typed and not LAYER.get(other, 99) < LAYER[own]:
            wrong.append(f"{module}:{imported.line} imports {imported.module}")
    return wrong


def is_signal(name: str) -> bool:
    """Whether a dotted name is Django's plumbing of signals."""
    return "signals" in name.split(".") or name.startswith("django.dispatch")


@pytest.mark.parametrize("module", ARTICLES)
def test_module_has_a_layer(module: str) -> None:
    assert noun(module) in LAYER, f"Give {module} its layer in {__file__}."


@pytest.mark.parametrize("module", ARTICLES)
def test_module_imports_from_lower_layers(module: str) -> None:
    assert not wrong_layer(module, ARTICLES[module])


def test_no_circle_within_a_package() -> None:
    needs = {
        module: {
            name
            for imported in imports(source, module)
            for name in (imported.module, imported.module.rpartition(".")[0])
            if name in ARTICLES and name != module and not imported.for_types
        }
        for module, source in ARTICLES.items()
    }
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        pytest.fail("These import each other: " + " -> ".join(error.args[1]))


@pytest.mark.parametrize("module", ALL)
def test_no_import_hides_in_a_function(module: str) -> None:
    hidden = [
        f"{module}:{imported.line} imports {imported.module}"
        for imported in imports(ALL[module], module)
        if imported.in_function
    ]
    assert not hidden


@pytest.mark.parametrize("module", ALL)
def test_no_signals(module: str) -> None:
    assert not [found.module for found in imports(ALL[module], module) if is_signal(found.module)]


@pytest.mark.parametrize("module", [name for name in ARTICLES if name.startswith(PURE)])
def test_pure_module_knows_no_django(module: str) -> None:
    if module in NOT_PURE:
        return
    known = {found.module for found in imports(ARTICLES[module], module)}
    assert not [name for name in known if name.startswith("django.")]


@pytest.mark.parametrize(
    ("module", "source"),
    [item for item in modules("newsroom").items() if item[0] != "newsroom.urls"],
)
def test_only_urls_of_the_project_know_the_application(module: str, source: str) -> None:
    known = {found.module for found in imports(source, module)}
    assert not [name for name in known if name.split(".")[0] == "articles"]


def test_only_permissions_say_who_may_do_what() -> None:
    asks = [name for name, source in ARTICLES.items() if "has_perm(" in source]
    assert asks == ["articles.permissions"]


def test_files_are_short() -> None:
    lengths = sorted(
        source.count("\n")
        for folder in ("articles", "newsroom", "tests")
        for name, source in modules(folder).items()
        if not name.startswith("articles.migrations")
    )
    assert lengths[math.ceil(0.9 * len(lengths)) - 1] < 200


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("articles.models.story", "from articles.publishing import publish"),
        ("articles.enums", "import articles.models"),
        ("articles.publishing", "from articles import views"),
        ("articles.writing", "from articles.publishing import publish"),
        ("articles.querysets", "from articles.models import Story"),
        ("articles.text", "if TYPE_CHECKING:\n    from articles.models import Story"),
        ("articles.views", "from articles.unheard_of import this"),
    ],
)
def test_the_table_is_held(module: str, source: str) -> None:
    assert wrong_layer(module, source)


@pytest.mark.parametrize(
    "name",
    ["django.db.models.signals.post_save", "django.dispatch.receiver", "django.db.models.signals"],
)
def test_signals_are_known_by_name(name: str) -> None:
    assert is_signal(name)


def test_hidden_imports_are_seen() -> None:
    source = "class A:\n    def b(self):\n        if self:\n            import articles.views\n"
    assert [(found.line, found.in_function) for found in imports(source)] == [(4, True)]
