from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings as project
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from articles.models import Story
from articles.people import EDITOR, ROLES
from newsroom.accounts.models import User
from tests import helpers

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _elsewhere(settings: Settings, tmp_path: Path) -> None:
    settings.NEWSROOM_DATA_DIR = tmp_path


def development() -> str:
    """Return what the command prints."""
    told = StringIO()
    call_command("development", "--port", "8123", stdout=told)
    return told.getvalue()


def password(told: str) -> str:
    return told.partition("password ")[2].split()[0]


def test_prints_urls_and_an_account_that_may_log_in(client: Client) -> None:
    told = development()
    admin = f"http://127.0.0.1:8123/{project.NEWSROOM_ADMIN_PATH}"
    assert "http://127.0.0.1:8123/\n" in told
    assert admin in told
    sent = {"username": "editor", "password": password(told)}
    assert client.post(reverse("admin:login"), sent).status_code == 302
    assert User.objects.get(username="editor").is_superuser


def test_prints_the_same_account_again() -> None:
    assert development() == development()
    assert User.objects.count() == 1 + len(ROLES)


def test_prints_an_account_of_each_role(client: Client) -> None:
    helpers.person(EDITOR, "anna")
    told = development()

    assert "a-reporter, a-editor, a-moderator, a-managing-editor, with" in told
    for role in ROLES:
        name = f"a-{role.lower().replace(' ', '-')}"
        sent = {"username": name, "password": password(told)}
        assert client.post(reverse("admin:login"), sent).status_code == 302
        assert [group.name for group in User.objects.get(username=name).groups.all()] == [role]


def test_keeps_the_password_from_other_users_of_the_machine(tmp_path: Path) -> None:
    development()
    assert [path.stat().st_mode & 0o077 for path in tmp_path.iterdir()] == [0]


def test_creates_no_account_beside_your_own() -> None:
    User.objects.create_superuser("anna", password="a long password")
    assert "password NAME" in development()
    assert User.objects.get().username == "anna"


def test_prints_no_password_that_was_changed() -> None:
    old = password(development())
    editor = User.objects.get(username="editor")
    editor.set_password("another password")
    editor.save()
    assert old not in development()


@pytest.mark.parametrize("own", [False, True])
def test_starts_where_the_newsroom_asks_for_two_people(settings: Settings, own: bool) -> None:
    settings.NEWSROOM_TWO_PEOPLE = True
    if own:
        User.objects.create_superuser("anna", password="a long password")
    helpers.person(EDITOR, "berta")
    development()
    assert Story.objects.get().published_versions.exists() != own


def test_refuses_outside_development(settings: Settings) -> None:
    settings.NEWSROOM_DEVELOPMENT = False
    with pytest.raises(CommandError, match="createsuperuser"):
        development()
    assert not User.objects.exists()
