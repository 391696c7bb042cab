import pytest
from django.contrib.auth.models import Group
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse

from articles.people import EDITOR, MODERATOR
from newsroom.accounts.create_account import create_account, reset_account
from newsroom.accounts.models import User

pytestmark = pytest.mark.django_db

PASSWORD = "a long password"


def roles_of(user: User) -> set[str]:
    return {group.name for group in user.groups.all()}


def test_an_account_may_log_in_and_has_its_roles(client: Client) -> None:
    user = create_account("anna", password=PASSWORD, roles=[EDITOR, MODERATOR])
    sent = {"username": "anna", "password": PASSWORD}
    assert client.post(reverse("admin:login"), sent).status_code == 302
    assert roles_of(user) == {EDITOR, MODERATOR}
    assert not user.is_superuser


def test_an_account_may_be_a_superuser() -> None:
    assert create_account("anna", password=PASSWORD, is_superuser=True).is_superuser


def test_a_username_that_is_taken_is_refused() -> None:
    create_account("anna", password=PASSWORD)
    with pytest.raises(IntegrityError):
        create_account("anna", password="another password")


def test_an_unknown_role_creates_no_account() -> None:
    with pytest.raises(Group.DoesNotExist):
        create_account("anna", password=PASSWORD, roles=["Astronaut"])
    assert not User.objects.exists()


def test_a_reset_replaces_password_and_roles() -> None:
    user = create_account("anna", password="another password", roles=[MODERATOR])
    reset_account(user, password=PASSWORD, roles=[EDITOR])
    user.refresh_from_db()
    assert user.check_password(PASSWORD)
    assert roles_of(user) == {EDITOR}


def test_a_reset_to_the_same_password_logs_nobody_out(client: Client) -> None:
    user = create_account("anna", password=PASSWORD, roles=[EDITOR])
    client.force_login(user)
    reset_account(user, password=PASSWORD, roles=[EDITOR])
    assert client.get(reverse("admin:index")).status_code == 200
