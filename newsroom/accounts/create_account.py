"""Create accounts for the desk, for commands and scripts."""

from collections.abc import Iterable

from django.contrib.auth.models import Group
from django.db import transaction

from newsroom.accounts.models import User
from newsroom.accounts.visible import one_form


@transaction.atomic
def create_account(
    username: str,
    *,
    password: str | None = None,
    same_password_as: User | None = None,
    roles: Iterable[str] = (),
    is_superuser: bool = False,
    display_name: str = "",
) -> User:
    """Create an account that may log in at the desk, once it has a password, and return it.

    Raise IntegrityError if the username is taken, Group.DoesNotExist if there is no such role.
    """
    user = User.objects.create_user(
        username,
        password=password,
        is_staff=True,
        is_superuser=is_superuser,
        display_name=one_form(display_name),
    )
    if same_password_as:
        # To hash it again is meant to take long.
        user.password = same_password_as.password
        user.save(update_fields=["password"])
    user.groups.set(_groups(roles))
    return user


@transaction.atomic
def reset_account(user: User, *, password: str, roles: Iterable[str]) -> None:
    """Set the account's password and roles, and let it log in at the desk.

    Raise Group.DoesNotExist if there is no such role.
    """
    # A new hash of the same password would log the person out.
    if not user.check_password(password):
        user.set_password(password)
    user.is_staff = True
    user.save(update_fields=["password", "is_staff"])
    user.groups.set(_groups(roles))


def _groups(roles: Iterable[str]) -> list[Group]:
    return [Group.objects.get(name=role) for role in roles]
