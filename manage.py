#!/usr/bin/env python
"""Run a management command: `python manage.py help` lists them."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line
from django.db import DatabaseError

from articles.management.needs_tables import what_is_missing


def main() -> None:
    """Run the command; where it lacks a setting or tables, say what to do about it."""
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.exit(str(error))
    except DatabaseError:
        missing = what_is_missing()
        if not missing:
            raise
        sys.exit(f"{sys.argv[1]}: {missing}")


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    main()
