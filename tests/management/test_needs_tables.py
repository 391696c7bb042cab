"""Commands on a database without tables, or with older ones, say what to run."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from articles.management.needs_tables import what_is_missing
from tests.project.conftest import Migrate, migrate  # noqa: F401 - a fixture

PROJECT = Path(__file__).resolve().parents[2]
COMMANDS = [
    ["import_story", "README.md"],
    ["import_story", "--check", "README.md"],
    ["development"],
    ["createsuperuser", "--noinput", "--username", "eva", "--email", "eva@news.test"],
    ["clearsessions"],
    ["axes_reset_username", "eva"],
]


def run(command: list[str], **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "NEWSROOM_ENV": "development", **variables}
    environment.pop("TEST_DATABASE_URL", None)
    return subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=PROJECT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(command[:2]))
def test_without_tables(command: list[str], tmp_path: Path) -> None:
    done = run(command, DATABASE_URL=f"sqlite:///{tmp_path / 'empty.sqlite3'}")
    assert done.returncode == 1
    assert "The database has no tables yet. Run “python manage.py migrate” first." in done.stderr
    assert "Traceback" not in done.stderr


def test_without_a_database() -> None:
    done = run(["import_story", "README.md"], DATABASE_URL="sqlite:////nowhere/at/all.sqlite3")
    assert done.returncode == 1
    assert "The database cannot be used" in done.stderr
    assert "DATABASE_URL" in done.stderr
    assert "Traceback" not in done.stderr


def test_with_older_tables(migrate: Migrate) -> None:  # noqa: F811
    migrate("articles", "0018_roles")
    with pytest.raises(CommandError, match="older than the program"):
        call_command("import_story", "README.md")
    migrate()
    assert what_is_missing() == ""
