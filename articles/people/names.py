"""What people are called."""

from django.utils.translation import gettext

from newsroom.accounts.models import User


def name_of(user: User | None) -> str:
    """Return a person's name, or the account's; the newsroom itself where nobody acted."""
    if user is None:
        return gettext("the newsroom")
    return user.get_full_name() or user.get_username()
