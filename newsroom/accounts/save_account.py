"""Save accounts as somebody has filled them in, and delete them."""

from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission

from newsroom.accounts.models import User


def save_account(account: User) -> None:
    """Save the account's own fields. A new account may log in at the desk."""
    if account._state.adding:
        account.is_staff = True
    account.save()


def set_groups(account: User, groups: Iterable[Group]) -> None:
    """Put the account into these groups, and into no others."""
    account.groups.set(groups)


def set_permissions(account: User, permissions: Iterable[Permission]) -> None:
    """Grant the account exactly these permissions beside those of its groups."""
    account.user_permissions.set(permissions)


def delete_account(account: User) -> None:
    """Delete the account. Raise ProtectedError if something was done with it."""
    account.delete()
