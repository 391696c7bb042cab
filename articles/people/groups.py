"""Groups that a newsroom makes beside its roles."""

from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission


def save_group(group: Group) -> None:
    """Save the group's name."""
    group.save()


def set_group_permissions(group: Group, permissions: Iterable[Permission]) -> None:
    """Grant exactly these permissions to those in the group."""
    group.permissions.set(permissions)


def delete_group(group: Group) -> None:
    """Delete the group; the accounts in it stay."""
    group.delete()
