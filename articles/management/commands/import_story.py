"""Import wire copy from files or standard input."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from articles.wire.gazetteer import Gazetteer
from articles.wire.ingest import Receipt, ingest, newsroom_gazetteer, read_copy
from articles.wire.parse import UnreadableCopy, as_json

EMPTY: dict[str, Any] = {
    "headline": "",
    "summary": "",
    "dateline": None,
    "blocks": [],
    "pull_quotes": [],
    "left_out": [],
}


class Command(BaseCommand):
    help = "Import wire copy: each file becomes a story, in a transaction of its own."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", help="a file, or - for stdin")
        parser.add_argument(
            "--check",
            action="store_true",
            help="write nothing; print what would be read as one JSON object a file",
        )
        parser.add_argument("--user", help="the account in whose name the stories are made")

    def handle(self, *args: Any, **options: Any) -> None:
        files: list[str] = options["files"]
        gazetteer = newsroom_gazetteer()
        failed = 0
        by = None if options["check"] else account(options["user"])
        bar = tqdm(files, unit="file", file=sys.stderr, disable=len(files) < 20)
        for name in bar:
            if by is None:
                report = check(name, gazetteer)
                failed += bool(report["errors"])
                self.stdout.write(json.dumps(report, ensure_ascii=False))
            else:
                receipt = take_in(name, by, gazetteer)
                failed += receipt.outcome == "failed"
                self.stdout.write(f"{name}: {receipt.outcome}: {receipt.message}")
                for line in receipt.copy.left_out if receipt.copy else ():
                    self.stdout.write(f"{name}: left out: “{line.text}” ({line.why})")
        if failed:
            raise CommandError(f"{failed} of {len(files)} files could not be read; see above.")


def account(name: str | None) -> User:
    """Give the account to import as: the named one, or the only superuser there is."""
    users = User.objects.filter(is_active=True)
    if name:
        if user := users.filter(username=name).first():
            return user
        raise CommandError(f"There is no active account “{name}”. Give another one with --user.")
    if user := users.filter(is_superuser=True).order_by("pk").first():
        return user
    raise CommandError("Say in whose name to import: --user NAME (there is no superuser).")


def read(name: str) -> bytes:
    """Give the bytes of a file, or of standard input for “-”. Raises `UnreadableCopy`."""
    try:
        return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise UnreadableCopy(f"The file cannot be read: {error.strerror}.") from error


def check(name: str, gazetteer: Gazetteer) -> dict[str, Any]:
    """Give what the file would become; `errors` says why it would not."""
    try:
        parsed = as_json(read_copy(read(name), gazetteer))
    except UnreadableCopy as error:
        return {"file": name, **EMPTY, "errors": [str(error)]}
    return {"file": name, **parsed, "errors": []}


def take_in(name: str, by: User, gazetteer: Gazetteer) -> Receipt:
    """Import one file and give its receipt."""
    try:
        source = read(name)
    except UnreadableCopy as error:
        return Receipt(name, "failed", str(error))
    return ingest(
        source, name="stdin" if name == "-" else Path(name).name, by=by, gazetteer=gazetteer
    )
