"""Temporary databases: created, migrated, and dropped at the end."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

MANAGE = Path(__file__).resolve().parents[2] / "manage.py"
#: The database that each PostgreSQL server has, from which others are created.
FIRST = "postgres"


@contextmanager
def database(server: str) -> Iterator[dict[str, str]]:
    """Yield the environment of a migrated, empty site.

    `server` is the URL of a PostgreSQL server on which databases may be created, or empty for
    SQLite.
    """
    with tempfile.TemporaryDirectory(prefix="newsroom-bench-") as folder:
        environment = {
            "NEWSROOM_ENV": "production",
            "DJANGO_SETTINGS_MODULE": "newsroom.settings",
            "SECRET_KEY": os.urandom(32).hex(),
            "ALLOWED_HOSTS": "127.0.0.1",
            "NEWSROOM_PROXY_SSL_HEADER": "X-Forwarded-Proto",
            "NEWSROOM_LOG_LEVEL": "ERROR",
            "NEWSROOM_DATA_DIR": folder,
        }
        with postgresql(server) if server else sqlite(folder) as url:
            environment["DATABASE_URL"] = url
            manage(environment, "migrate", "--verbosity=0")
            manage(environment, "collectstatic", "--noinput", "--verbosity=0")
            yield environment


@contextmanager
def sqlite(folder: str) -> Iterator[str]:
    """Yield the URL of a new SQLite database in the folder."""
    yield f"sqlite:///{folder}/bench.sqlite3"


@contextmanager
def postgresql(server: str) -> Iterator[str]:
    """Yield the URL of a new database on the server."""
    name = f"newsroom_bench_{os.urandom(4).hex()}"
    identifier = sql.Identifier(name)
    with psycopg.connect(named(server, FIRST), autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(identifier))
        try:
            yield named(server, name)
        finally:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(identifier))


def named(server: str, name: str) -> str:
    """Return the URL of the database of this name on the server."""
    return urlunsplit(urlsplit(server)._replace(path=f"/{name}"))


def shell(environment: Mapping[str, str], code: str) -> str:
    """Run Python code on the site in this environment; return what it printed."""
    return manage(environment, "shell", "--no-imports", f"--command={code}")


def manage(environment: Mapping[str, str], *command: str) -> str:
    """Run a management command in this environment; return what it printed."""
    return subprocess.run(
        [sys.executable, str(MANAGE), *command],
        env={**os.environ, **environment},
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    ).stdout
