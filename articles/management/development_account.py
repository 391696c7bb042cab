"""The account of a developer's machine, and its password, kept beside the database."""

from pathlib import Path

from django.conf import settings
from django.utils.crypto import get_random_string

from newsroom.accounts.create_account import create_account
from newsroom.accounts.models import User

NAME = "editor"


def account_to_log_in_with() -> str:
    """Create an account if no superuser can log in yet, and return what to say of it.

    Its password is kept, so that it can be shown at the next start.
    """
    if not User.objects.filter(is_superuser=True, is_active=True).exists():
        password = get_random_string(12)
        create_account(NAME, password=password, is_superuser=True)
        file = _password_file()
        file.write_text(password, encoding="utf-8")
        file.chmod(0o600)
        # To check it takes as long as to set it.
        return f"{NAME}, password {password}"
    password = stored_password()
    if password and has_password(NAME, password):
        return f"{NAME}, password {password}"
    return 'your own (forgotten: "manage.py changepassword NAME")'


def has_password(username: str, password: str) -> bool:
    """Return whether there is such an account, with this password."""
    user = User.objects.filter(username=username).first()
    return user is not None and user.check_password(password)


def stored_password() -> str:
    """Return the password that was once created here; empty if none was."""
    file = _password_file()
    return file.read_text(encoding="utf-8") if file.exists() else ""


def _password_file() -> Path:
    return Path(settings.NEWSROOM_DATA_DIR) / "development-password"
