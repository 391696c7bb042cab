"""Backups as docs/operations.md has them, restored under processes that go on reading."""

import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from django.db import connection

from tests.readers.cache.processes import database_url


def back_up(file: Path) -> None:
    """Back up the database into the file, while others use it."""
    file.unlink(missing_ok=True)
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(connection.settings_dict["NAME"])) as database:
            database.execute("VACUUM INTO ?", [str(file)])
    else:
        _run("pg_dump", "--format=custom", f"--file={file}", database_url())


def restore(file: Path) -> None:
    """Put the backup in place of all that is in the database, in one transaction."""
    # Its answers are of the database before.
    connection.close()
    if connection.vendor == "sqlite":
        with (
            closing(sqlite3.connect(file)) as backup,
            closing(sqlite3.connect(connection.settings_dict["NAME"], timeout=20)) as database,
        ):
            backup.backup(database)
    else:
        once = ("--clean", "--if-exists", "--single-transaction")
        _run("pg_restore", *once, f"--dbname={database_url()}", str(file))


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, text=True)
