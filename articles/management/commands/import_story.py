"""Import wire copy from files or standard input."""

import json
import os
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError
from tqdm import tqdm

from articles.links import Headlines
from articles.management.needs_tables import NeedsTables
from articles.text import N_
from articles.wire import (
    CLOSING_HEADING,
    Gazetteer,
    ImportResult,
    Receipt,
    UnreadableCopy,
    as_json,
    ingest,
    line_of,
    lines_of,
    newsroom_gazetteer,
    read_copy,
)
from newsroom.accounts.models import User

#: From this many files on, a progress bar is worth it.
MANY = 20
EMPTY: dict[str, Any] = {
    "headline": "",
    "summary": "",
    "dateline": None,
    "blocks": [],
    "pull_quotes": [],
    "left_out": [],
    "kind": "",
    "embargo": "",
}


class Command(NeedsTables):
    help = "Import wire copy: each file becomes a story, in a transaction of its own."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", help="a file, or - for stdin")
        parser.add_argument(
            "--check",
            action="store_true",
            help="write nothing; print how each file is read, as one JSON object a line",
        )
        parser.add_argument("--user", help="the username of the account that imports")

    def handle(self, *args: Any, **options: Any) -> None:
        files: list[str] = options["files"]
        gazetteer, headlines = newsroom_gazetteer(), Headlines()
        failed = 0
        by = None if options["check"] else account(options["user"])
        for file in tqdm(files, unit="file", file=sys.stderr, disable=len(files) < MANY):
            # The name of a file may be in any encoding; the report is in UTF-8.
            name = os.fsencode(file).decode(errors="replace")
            if by is None:
                report = check(file, gazetteer)
                failed += bool(report["errors"])
                self.stdout.write(json.dumps({"file": name, **report}, ensure_ascii=False))
            else:
                lines = take_in(file, name, by, gazetteer, headlines)
                failed += lines[0].startswith(ImportResult.FAILED)
                self.stdout.writelines(f"{name}: {line}\n" for line in lines)
        if failed:
            raise CommandError(f"{failed} of {len(files)} files could not be read; see above.")


def account(name: str | None) -> User:
    """Return the account that imports: the named one, or the oldest active superuser.

    Raise CommandError if there is no such account.
    """
    users = User.objects.filter(is_active=True)
    if name:
        if user := users.filter(username=name).first():
            return user
        raise CommandError(f"There is no active account “{name}”. Name another one with --user.")
    if user := users.filter(is_superuser=True).order_by("pk").first():
        return user
    raise CommandError(
        "There is no active superuser: name the account that imports with --user NAME."
    )


def read(file: str) -> bytes:
    """Return the bytes of a file, or of standard input for “-”. Raise `UnreadableCopy`.

    No more is read than is needed to see that there is too much.
    """
    most = settings.NEWSROOM_WIRE_MAX_BYTES + 1
    try:
        if file == "-":
            return sys.stdin.buffer.read(most)
        with Path(file).open("rb") as source:
            return source.read(most)
    except OSError as error:
        raise UnreadableCopy(
            N_("The file cannot be read: %(error)s. Check its name and its permissions."),
            error=error.strerror,
        ) from error


def check(file: str, gazetteer: Gazetteer) -> dict[str, Any]:
    """Return how the file is read, as plain data; `errors` says why it cannot be."""
    try:
        return {**as_json(read_copy(read(file), gazetteer)), "errors": []}
    except UnreadableCopy as error:
        return {**EMPTY, "errors": [str(error)]}


def take_in(
    file: str, name: str, by: User, gazetteer: Gazetteer, headlines: Headlines
) -> list[str]:
    """Import one file, and return the lines of its report: the result, then what to look at."""
    try:
        source = read(file)
    except UnreadableCopy as error:
        return [f"{ImportResult.FAILED}: {error}"]
    base = "stdin" if file == "-" else Path(name).name
    receipt = ingest(source, name=base, by=by, gazetteer=gazetteer, headlines=headlines)
    lines = [f"{receipt.outcome}: {receipt.message}", *remarks(receipt, source)]
    return lines + [f"if you accept the update: {note}" for note in receipt.notes]


def remarks(receipt: Receipt, source: bytes) -> list[str]:
    """Return what an editor should know about copy that was read, each with its line."""
    copy = receipt.copy
    if copy is None:
        return []
    lines: list[str] = []
    numbered = lines_of(source)
    above = 0
    for left in copy.left_out:
        # They are in the order of the copy, so the same label again is on a later line.
        line = line_of(left.text, numbered, after=above, last=left.why == CLOSING_HEADING)
        above = line or above
        lines.append(f"line {line}: left out: “{left.text}” ({left.why})")
    if copy.embargo:
        lines.append(f"is there an embargo?: “{copy.embargo}”")
    if copy.dateline and not copy.dateline.sure:
        text = copy.dateline.text.strip()
        paragraph = next(
            (block.text for block in copy.blocks if block.text.startswith(text)), copy.summary
        )
        lines.append(f"line {line_of(paragraph, numbered)}: is this a dateline?: “{text}”")
    return lines
