"""Prepare a developer's machine: accounts to log in with, and a published story."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.crypto import get_random_string

from articles.models import Story
from articles.people import REPORTER, ROLES
from articles.publishing import publish
from articles.wire import ingest
from articles.writing import make_ready
from newsroom.accounts.create_account import create_account, reset_account
from newsroom.accounts.models import User

NAME = "editor"


class Command(BaseCommand):
    help = (
        "Prepare a developer's machine: an account to log in with, one for each role, and a"
        " published story. Refuses to run anywhere else."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000, help="the port of the site")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.NEWSROOM_DEVELOPMENT:
            raise CommandError(
                "This command creates accounts with a known password, so it runs in development"
                ' only. Here, create an account with "manage.py createsuperuser".'
            )
        account = account_to_log_in_with()
        people = people_of_each_role()
        publish_sample()
        site = f"http://127.0.0.1:{options['port']}/"
        self.stdout.write(f"Site     {site}")
        self.stdout.write(f"Admin    {site}{settings.NEWSROOM_ADMIN_PATH}")
        self.stdout.write(f"Account  {account}")
        if people:
            self.stdout.write(f"Roles    {', '.join(people)}, with the same password")
        self.stdout.flush()


def account_to_log_in_with() -> str:
    """Create an account if no superuser can log in yet, and return what to say of it.

    Its password is kept beside the database, so that it can be told at the next start.
    """
    if not User.objects.filter(is_superuser=True, is_active=True).exists():
        password = get_random_string(12)
        create_account(NAME, password=password, is_superuser=True)
        file = _password_file()
        file.write_text(password, encoding="utf-8")
        file.chmod(0o600)
    user, password = User.objects.filter(username=NAME).first(), stored_password()
    if user and user.check_password(password):
        return f"{NAME}, password {password}"
    return 'your own (forgotten: "manage.py changepassword NAME")'


def people_of_each_role() -> list[str]:
    """Create an account for each role, or reset it, and return their names.

    They have the password of the first account; there are none if that password is unknown.
    """
    user, password = User.objects.filter(username=NAME).first(), stored_password()
    if not user or not password or not user.check_password(password):
        return []
    names = []
    for role in ROLES:
        name = f"a-{role.lower().replace(' ', '-')}"
        if person := User.objects.filter(username=name).first():
            reset_account(person, password=password, roles=[role])
        else:
            create_account(name, password=password, roles=[role])
        names.append(name)
    return names


def publish_sample() -> None:
    """Import and publish the sample copy if there is no story yet.

    A reporter imports it, so that it can be published where the newsroom asks for two people too.
    """
    sample = settings.BASE_DIR / "tests" / "samples" / "xi-putin-sco.txt"
    by = User.objects.filter(is_superuser=True, is_active=True).order_by("pk").first()
    if by is None or Story.objects.exists():
        return
    reporter = User.objects.filter(groups__name=REPORTER).order_by("pk").first()
    receipt = ingest(sample.read_bytes(), name=sample.name, by=reporter or by)
    if receipt.story is None:
        raise CommandError(f"The sample story could not be imported: {receipt.message}")
    if reporter or not settings.NEWSROOM_TWO_PEOPLE:
        publish(make_ready(receipt.story, by=by), by=by)


def stored_password() -> str:
    """Return the password that this command once created; empty if it has created none."""
    file = _password_file()
    return file.read_text(encoding="utf-8") if file.exists() else ""


def _password_file() -> Path:
    return Path(settings.NEWSROOM_DATA_DIR) / "development-password"
