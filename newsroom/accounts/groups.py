"""Groups of accounts."""

from collections.abc import Iterable

from django.contrib.auth.models import Group

from newsroom.accounts.models import User


def add_groups(account: User, groups: Iterable[Group]) -> None:
    """Put the account into these groups, beside those that it has."""
    account.groups.add(*groups)
