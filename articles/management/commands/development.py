from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.crypto import get_random_string

from articles.models import Story
from articles.people import REPORTER, ROLES
from articles.publishing import publish
from articles.wire import ingest
from articles.writing import make_ready
from newsroom.accounts.models import User

NAME = "editor"


class Command(BaseCommand):
    help = "Prepares a developer's machine: an account to log in with. Refuses anywhere else."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000, help="where the site will be")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.NEWSROOM_DEVELOPMENT:
            raise CommandError(
                "This makes an account with a known password, so it runs in development only. "
                'Here, make one with "manage.py createsuperuser".'
            )
        account = account_to_log_in_with()
        people = people_of_each_role()
        publish_sample()
        site = f"http://127.0.0.1:{options['port']}/"
        self.stdout.write(f"Site     {site}")
        self.stdout.write(f"Admin    {site}{settings.NEWSROOM_ADMIN_PATH}")
        self.stdout.write(f"Account  {account}")
        if people:
            self.stdout.write(f"Roles    {people}, with the same password")
        self.stdout.flush()


def publish_sample() -> None:
    """Import and publish the sample copy where there is no story yet.

    A reporter imports it, so that it is published where the newsroom asks for two people too.
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


def people_of_each_role() -> str:
    """Keep an account for each role, with the password of the first one, and name them.

    Empty where that password is not known any more.
    """
    user, password = User.objects.filter(username=NAME).first(), kept_password()
    if not user or not password or not user.check_password(password):
        return ""
    names = []
    for role in ROLES:
        person, _ = User.objects.get_or_create(username=f"a-{role.lower()}")
        if not person.check_password(password):
            person.is_staff = True
            person.set_password(password)
            person.save()
        person.groups.set(Group.objects.filter(name=role))
        names.append(person.username)
    return ", ".join(names)


def kept_password() -> str:
    """Give the password that this command once made; empty where it made none."""
    kept = settings.NEWSROOM_DATA_DIR / "development-password"
    return kept.read_text(encoding="utf-8") if kept.exists() else ""


def account_to_log_in_with() -> str:
    """Make an account where nobody can log in yet, and say which to log in with.

    Its password is kept beside the database, to be told again at the next start.
    """
    kept = settings.NEWSROOM_DATA_DIR / "development-password"
    if not User.objects.filter(is_superuser=True, is_active=True).exists():
        password = get_random_string(12)
        User.objects.create_superuser(NAME, password=password)
        kept.write_text(password, encoding="utf-8")
        kept.chmod(0o600)
    user, password = User.objects.filter(username=NAME).first(), kept_password()
    if user and user.check_password(password):
        return f"{NAME}, password {password}"
    return 'your own (forgotten: "manage.py changepassword NAME")'
