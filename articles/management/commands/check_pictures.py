"""Find files that no picture has, and pictures without their files."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.core import clock
from articles.pictures import YOUNG, incomplete_pictures, stray_files


class Command(BaseCommand):
    help = "List files of pictures that belong to none, and pictures that lack a file."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--remove", action="store_true", help="remove files without a picture")

    def handle(self, *args: Any, **options: Any) -> None:
        for stray in stray_files(clock.now() - YOUNG):
            if options["remove"]:
                stray.remove()
            done = "removed" if options["remove"] else "no picture has this file"
            self.stdout.write(f"{stray.name}: {done}")
        incomplete = incomplete_pictures()
        for picture in incomplete:
            self.stdout.write(f"picture {picture.pk} ({picture}): a file is missing")
        if incomplete:
            raise CommandError(f"{len(incomplete)} pictures lack a file; see above.")
