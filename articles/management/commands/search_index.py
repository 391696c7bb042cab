"""Rebuild the index of the search, or compare it with the stories."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError
from tqdm import tqdm

from articles.management.needs_tables import NeedsTables
from articles.search import differences, rebuild

#: Differences that are listed; the others are counted.
MOST_LISTED = 20


class Command(NeedsTables):
    help = (
        "rebuild: write the index of the search again; stopped, it goes on where it was."
        " check: compare it with the stories, and fail if it differs."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("what", choices=("rebuild", "check"))
        parser.add_argument(
            "--missing",
            action="store_true",
            help="rebuild only what is not in the index, or was written by an older version",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["what"] == "check":
            self._check()
        else:
            self._rebuild(missing=options["missing"])

    def _rebuild(self, *, missing: bool) -> None:
        before = done = 0
        with tqdm(unit="text", file=sys.stderr, disable=None) as bar:
            for done, total in rebuild(missing=missing):
                bar.total = total
                bar.update(done - before)
                before = done
        if done or not missing:
            self.stdout.write(f"{done} texts have been indexed.")

    def _check(self) -> None:
        found = 0
        for table, pk, fault in differences():
            found += 1
            if found <= MOST_LISTED:
                self.stdout.write(f"{table} {pk}: {fault}" if pk else f"{table}: {fault}")
        if found:
            raise CommandError(f"{found} differences. Run “python manage.py search_index rebuild”.")
        self.stdout.write("The index of the search agrees with the stories.")
