"""Nobody takes over an account that holds what they lack, by whichever way."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse

from articles.people import EDITOR, MANAGING_EDITOR, ROLES
from newsroom.accounts.models import User
from tests import helpers
from tests.helpers import send_form

pytestmark = pytest.mark.django_db

STRONG = "correct-horse-battery"


@pytest.fixture
def client(client: Client) -> Client:
    """A browser in which a managing editor is logged in."""
    client.force_login(helpers.person(MANAGING_EDITOR))
    return client


def permission(codename: str) -> Permission:
    return Permission.objects.get(codename=codename)


def account(name: str = "ben", **fields: Any) -> User:
    return User.objects.create_user(name, email="ben@news.test", is_staff=True, **fields)


def superuser() -> User:
    return account(is_superuser=True)


def with_a_permission() -> User:
    ben = account()
    ben.user_permissions.add(permission("delete_user"))
    return ben


def with_another_group() -> User:
    ben, group = account(), Group.objects.create(name="Technicians")
    group.permissions.add(permission("add_group"))
    ben.groups.add(group)
    return ben


def with_a_role_and_more() -> User:
    ben = helpers.person(EDITOR, "ben")
    ben.user_permissions.add(permission("change_group"))
    return ben


def who_is_not_active() -> User:
    ben = with_a_permission()
    User.objects.update(is_active=False)
    User.objects.exclude(pk=ben.pk).update(is_active=True)
    return ben


MORE = [superuser, with_a_permission, with_another_group, with_a_role_and_more, who_is_not_active]
NO_MORE = [lambda: account(), lambda: helpers.person(MANAGING_EDITOR, "ben")]


def set_password(client: Client, ben: User) -> None:
    sent = {"usable_password": "true", "password1": STRONG, "password2": STRONG}
    client.post(reverse("admin:auth_user_password_change", args=[ben.pk]), sent)


def change(client: Client, ben: User) -> Any:
    sent = {"username": "eve", "email": "eve@else.test", "is_active": "on", "groups": []}
    return send_form(client, reverse("admin:accounts_user_change", args=[ben.pk]), sent)


def state(ben: User) -> list[Any]:
    ben = User.objects.get(pk=ben.pk)
    held = [sorted(ben.groups.values_list("name", flat=True)), ben.user_permissions.count()]
    return [ben.username, ben.email, ben.password, ben.is_active, *held]


@pytest.mark.parametrize("made", MORE)
@pytest.mark.parametrize("way", [set_password, change])
def test_an_account_with_more_rights_is_left_alone(
    client: Client, made: Callable[[], User], way: Callable[[Client, User], None]
) -> None:
    ben = made()
    before = state(ben)
    way(client, ben)
    assert state(ben) == before


@pytest.mark.parametrize("made", NO_MORE)
def test_an_account_with_no_more_rights_is_changed(
    client: Client, made: Callable[[], User]
) -> None:
    ben = made()
    set_password(client, ben)
    assert User.objects.get(pk=ben.pk).check_password(STRONG)
    change(client, ben)
    assert User.objects.get(pk=ben.pk).email == "eve@else.test"


def test_its_page_says_so_and_has_no_fields(client: Client) -> None:
    ben = with_a_permission()
    page = client.get(reverse("admin:accounts_user_change", args=[ben.pk]))
    assert "has rights that you do not have" in page.text
    assert 'name="email"' not in page.text
    assert "password" not in page.text.partition('id="content"')[2].partition("<footer")[0]
    listed = client.get(reverse("admin:accounts_user_changelist"))
    assert ben in listed.context["cl"].result_list


def test_roles_with_more_rights_are_neither_given_nor_taken(client: Client) -> None:
    helpers.person(EDITOR)
    clerk, group = account("clerk"), Group.objects.create(name="Clerks")
    group.permissions.set([permission("view_user"), permission("change_user")])
    clerk.groups.add(group)
    client.force_login(clerk)
    url = reverse("admin:accounts_user_change", args=[clerk.pk])
    roles = Group.objects.filter(name__in=ROLES).values_list("pk", flat=True)

    send_form(client, url, {"username": "clerk", "is_active": "on", "groups": [*roles]})
    send_form(client, url, {"username": "clerk", "is_active": "on"})

    assert [one.name for one in User.objects.get(pk=clerk.pk).groups.all()] == ["Clerks"]
