"""Commands that need the tables say what to run where these are missing."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

#: What to run, as the docs write it.
MIGRATE = "python manage.py migrate"


class NeedsTables(BaseCommand):
    """A command that runs only where all migrations have been applied."""

    def execute(self, *args: Any, **options: Any) -> str | None:
        """Run the command. Raise CommandError, which says what to run first, if it cannot."""
        if missing := what_is_missing():
            raise CommandError(missing)
        return super().execute(*args, **options)


def what_is_missing() -> str:
    """Return why no command can use the database, and what to do; empty if nothing is missing."""
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as error:
        return (
            f"The database cannot be used: {str(error).strip()}. Check DATABASE_URL, and that the"
            " server is running."
        )
    if not waiting:
        return ""
    if not executor.loader.applied_migrations:
        return f"The database has no tables yet. Run “{MIGRATE}” first."
    return f"The database is older than the program. Run “{MIGRATE}” first."
