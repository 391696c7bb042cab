from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.crypto import get_random_string

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
        site = f"http://127.0.0.1:{options['port']}/"
        self.stdout.write(f"Site     {site}")
        self.stdout.write(f"Admin    {site}{settings.NEWSROOM_ADMIN_PATH}")
        self.stdout.write(f"Account  {account}")
        self.stdout.flush()


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
    user = User.objects.filter(username=NAME).first()
    password = kept.read_text(encoding="utf-8") if kept.exists() else ""
    if user and user.check_password(password):
        return f"{NAME}, password {password}"
    return 'your own (forgotten: "manage.py changepassword NAME")'
