"""SQL that writes is in one room."""

import ast
import re

import pytest

from tests.architecture.house import WRITES_SQL
from tests.architecture.sources import CODE, Tree, fake, hold

WRITES = re.compile(
    r"\b(INSERT\s+INTO|REPLACE\s+INTO|UPDATE\s+\S+\s+SET|DELETE\s+FROM|TRUNCATE"
    r"|MERGE\s+INTO|(CREATE|ALTER|DROP)\s+(TABLE|TRIGGER|INDEX|VIEW|FUNCTION))\b"
)
SENDS = frozenset({"execute", "executemany", "executescript", "raw", "RawSQL", "RunSQL"})


def sql_that_writes(tree: Tree) -> list[str]:
    """Return where strings hold SQL that writes: in capitals, or in any case where it is sent."""
    return [
        f"{module.path}:{node.lineno} writes by SQL"
        for module in tree.values()
        if module.room not in (WRITES_SQL, "migrations")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.expr) and WRITES.search(_text(node))
    ]


def _text(node: ast.expr) -> str:
    """Return a string, or all strings within a call that sends SQL, in capitals; else ""."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return ast.unparse(node)
    if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in SENDS:
        strings = (it.value for it in ast.walk(node) if isinstance(it, ast.Constant))
        return " ".join(it for it in strings if isinstance(it, str)).upper()
    return ""


def test_sql_that_writes_stands_in_one_room() -> None:
    hold(sql_that_writes(CODE))


@pytest.mark.parametrize(
    "source",
    [
        'SQL = "INSERT INTO articles_story VALUES (1)"',
        'def f(table): return f"UPDATE {table} SET state = 1"',
        'def f(cursor): cursor.execute("delete from articles_story")',
        'SQL = """WITH old AS (SELECT 1)\nDELETE\nFROM articles_story"""',
        "def f(cursor): cursor.execute(\"UPDATE articles_story SET a = 1\".replace('1', '2'))",
    ],
)
def test_sql_that_writes_is_seen(source: str) -> None:
    assert sql_that_writes(fake({"articles/stories/slugs.py": source}))
    assert not sql_that_writes(fake({"articles/database/rules.py": source}))


@pytest.mark.parametrize(
    "source",
    [
        'SQL = "SELECT number FROM articles_cacheversion"',
        'def f():\n    """Update the set of names; delete from it what is old."""',
    ],
)
def test_other_strings_may_stay(source: str) -> None:
    assert not sql_that_writes(fake({"articles/stories/slugs.py": source}))
