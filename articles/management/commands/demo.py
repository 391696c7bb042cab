"""Fill the newsroom with the demo, or take it away again."""

from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils.crypto import get_random_string

from articles.core import NewsroomError
from articles.demo import PEOPLE, fill, remove
from articles.management.development_account import stored_password
from articles.management.needs_tables import NeedsTables


class Command(NeedsTables):
    help = (
        "Fill an empty newsroom with invented stories, pictures and people, for development."
        " Refuses to run anywhere else."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--remove",
            action="store_true",
            help="remove what was filled in, but for what somebody has worked on since",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self.stdout.write(take_away() if options["remove"] else fill_in())
        except NewsroomError as error:
            raise CommandError(str(error)) from error


def fill_in() -> str:
    """Fill in the demo, and return what to say about it: the password is shown only this once."""
    password = stored_password() or get_random_string(12)
    filled = fill(password=password)
    people = ", ".join(f"{one.username} ({one.role.lower()})" for one in PEOPLE)
    return (
        f"Filled in {filled.stories} stories and {filled.pictures} pictures.\n"
        f"People: {people}; password {password}"
    )


def take_away() -> str:
    """Remove the demo, and return what went and what stays."""
    removed = remove()
    told = (
        f"Removed {removed.stories} stories, {removed.pictures} pictures and {removed.people}"
        " accounts."
    )
    if not removed.kept:
        return told
    kept = "\n".join(f"  {headline}" for headline in removed.kept)
    return f"{told}\nThese stay, since somebody has worked on them, or links lead to them:\n{kept}"
