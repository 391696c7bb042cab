"""Prepare a developer's machine: an account to log in with, and a newsroom at work."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.contrib.auth.hashers import check_password
from django.core.management.base import CommandError, CommandParser
from django.db import transaction

from articles.demo import PEOPLE, Colleague, fill
from articles.management.development_account import account_to_log_in_with, stored_password
from articles.management.needs_tables import NeedsTables
from articles.models import Story
from newsroom.accounts.models import User


class Command(NeedsTables):
    help = (
        "Prepare a developer's machine: an account to log in with and, in a new database, the demo"
        " newsroom. Refuses to run anywhere else."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000, help="the port of the site")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.NEWSROOM_DEVELOPMENT:
            raise CommandError(
                "This command creates accounts with a known password, so it runs in development"
                ' only. Here, create an account with "manage.py createsuperuser".'
            )
        with transaction.atomic():
            is_new = not User.objects.exists() and not Story.objects.exists()
            account = account_to_log_in_with()
            if is_new:
                self.stdout.write("Filling in the demo newsroom …")
                self.stdout.flush()
                fill(password=stored_password())
        site = f"http://127.0.0.1:{options['port']}/"
        self.stdout.write(f"Site     {site}")
        self.stdout.write(f"Admin    {site}{settings.NEWSROOM_ADMIN_PATH}")
        self.stdout.write(f"Account  {account}")
        if people := told(PEOPLE) if is_new else people_with(stored_password()):
            self.stdout.write(f"People   {', '.join(people)}, with the same password")
        if not Story.objects.exists():
            self.stdout.write(
                'There are no stories yet: "manage.py demo" fills in the demo newsroom.'
            )
        self.stdout.flush()


def people_with(password: str) -> list[str]:
    """Return who of the demo has this password, each with the role; none if it is empty."""
    of_demo = User.objects.filter(username__in=[one.username for one in PEOPLE])
    stored = dict(of_demo.values_list("username", "password")) if password else {}
    # They mostly share a hash, and to check one is meant to take long.
    right = {encoded for encoded in set(stored.values()) if check_password(password, encoded)}
    return told(one for one in PEOPLE if stored.get(one.username) in right)


def told(people: Iterable[Colleague]) -> list[str]:
    """Return what is said of each: username and role."""
    return [f"{one.username} ({one.role.lower()})" for one in people]
