"""How long importing files takes, as a multiple of plain INSERTs of the same rows."""

import random
from collections.abc import Callable
from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

import dj_database_url
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connection, connections, transaction
from django.db.backends.postgresql.base import DatabaseWrapper as PostgreSQL

from newsroom.accounts.models import User

FILES = 1000
WORDS = """the a of and in to that for harvest minister market river council border engine school
treaty winter summer price village harbour railway judge doctor forest signal bridge paper said
agreed began ended opened closed refused promised expects warned added""".split()
CITIES = ["Astana", "Berlin", "Nairobi", "Lima", "Oslo", "Kyiv", "Hanoi", "Accra"]
#: The first row that an import writes for a file, in a transaction of its own.
FIRST_ROW = 'INSERT INTO "articles_story"'


class Inserts:
    """Record each INSERT that a connection makes."""

    def __init__(self) -> None:
        self.made: list[tuple[str, Any]] = []

    def __call__(
        self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any
    ) -> Any:
        if sql.startswith("INSERT"):
            self.made.append((sql, params))
        return execute(sql, params, many, context)

    def by_file(self) -> list[list[tuple[str, Any]]]:
        """Return the statements, those of one file together."""
        files: list[list[tuple[str, Any]]] = []
        for sql, params in self.made:
            if sql.startswith(FIRST_ROW):
                files.append([])
            files[-1].append((sql, params))
        return files


def ratio(other: str) -> float:
    """Import generated files here, insert the same rows into the other database, and compare.

    Both databases are empty; `other` is a URL as in DATABASE_URL.
    """
    User.objects.create_superuser("desk")
    inserts = Inserts()
    with TemporaryDirectory() as folder:
        files = write_files(Path(folder))
        with connection.execute_wrapper(inserts), redirect_stderr(StringIO()):
            start = perf_counter()
            call_command("import_story", *files, stdout=StringIO())
            imported = perf_counter() - start
    by_file = inserts.by_file()
    if len(by_file) != FILES:
        raise RuntimeError(f"{len(by_file)} of {FILES} files were imported.")
    turn_to(other)
    User.objects.create_superuser("desk")
    start = perf_counter()
    for statements in by_file:
        insert(statements)
    return imported / (perf_counter() - start)


def turn_to(other: str) -> None:
    """Let the connection continue with the other database."""
    here = connections[DEFAULT_DB_ALIAS]
    here.close()
    if isinstance(here, PostgreSQL):
        here.close_pool()
    here.settings_dict["NAME"] = dj_database_url.parse(other)["NAME"]


@transaction.atomic
def insert(statements: list[tuple[str, Any]]) -> None:
    """Execute the statements in one transaction."""
    with connection.cursor() as cursor:
        for sql, params in statements:
            cursor.execute(sql, params)


def write_files(folder: Path) -> list[str]:
    """Write copy, the same each time, most of it with an “Also Read” line; return the paths."""
    chance = random.Random(1)  # noqa: S311
    headlines: list[str] = []
    paths = []
    for number in range(FILES):
        headline = f"{sentence(chance, 7).title()} {number}"
        paragraphs = [sentence(chance, 60) + "." for _ in range(8)]
        paragraphs[0] = f"{chance.choice(CITIES)}: {paragraphs[0]}"
        if headlines:
            paragraphs.insert(4, f"Also Read | {chance.choice(headlines)}")
        headlines.append(headline)
        path = folder / f"{number}.txt"
        path.write_text("\n\n".join([headline, sentence(chance, 25) + ".", *paragraphs]))
        paths.append(str(path))
    return paths


def sentence(chance: random.Random, length: int) -> str:
    """Return `length` words, the first with a capital."""
    return " ".join(chance.choices(WORDS, k=length)).capitalize()
