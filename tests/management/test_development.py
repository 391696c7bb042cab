from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings as project
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from articles.demo import PEOPLE, story_file
from articles.models import Story
from articles.people import ROLES
from newsroom.accounts.models import User
from tests import helpers

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _elsewhere(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Use a folder of its own for the password, and one story: tests/demo tries many."""
    settings.NEWSROOM_DATA_DIR = tmp_path / "data"
    settings.NEWSROOM_DATA_DIR.mkdir()
    (tmp_path / "stories" / "en").mkdir(parents=True)
    (tmp_path / "stories" / "en" / "one.txt").write_text(STORY, encoding="utf-8")
    monkeypatch.setattr(story_file, "STORIES", tmp_path / "stories")


STORY = """section: World
authors: Maya Okafor
published: 5h
---
The harvest begins

It is early.

The harvest has begun.
"""


def run(command: str, *options: str) -> str:
    """Return what the command prints."""
    told = StringIO()
    call_command(command, *options, stdout=told)
    return told.getvalue()


def development() -> str:
    return run("development", "--port", "8123")


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


def test_fills_a_new_newsroom_once() -> None:
    told = development()
    assert Story.objects.get().headline == "The harvest begins"
    before = User.objects.count()
    assert development() == told.partition("\n")[2]
    assert (Story.objects.count(), User.objects.count()) == (1, before)


def test_people_of_the_demo_log_in_with_the_same_password(client: Client) -> None:
    told = development()
    assert {one.role for one in PEOPLE} == set(ROLES)
    for one in PEOPLE:
        assert f"{one.username} ({one.role.lower()})" in told
    sent = {"username": "maya", "password": password(told)}
    assert client.post(reverse("admin:login"), sent).status_code == 302


def test_keeps_the_password_from_other_users_of_the_machine(tmp_path: Path) -> None:
    development()
    assert [path.stat().st_mode & 0o077 for path in (tmp_path / "data").iterdir()] == [0]


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


def test_starts_where_the_newsroom_asks_for_two_people(settings: Settings) -> None:
    settings.NEWSROOM_TWO_PEOPLE = True
    development()
    assert Story.objects.get().published_versions.exists()


def test_a_newsroom_that_is_not_new_is_told_how_to_fill_it() -> None:
    helpers.managing_editor("anna")
    assert "manage.py demo" in development()
    assert not Story.objects.exists()
    told = run("demo")
    assert password(told)
    assert Story.objects.exists()
    with pytest.raises(CommandError, match="stories already"):
        run("demo")


def test_refuses_outside_development(settings: Settings) -> None:
    settings.NEWSROOM_DEVELOPMENT = False
    with pytest.raises(CommandError, match="createsuperuser"):
        development()
    with pytest.raises(CommandError, match="development only"):
        run("demo")
    with pytest.raises(CommandError, match="development only"):
        run("demo", "--remove")
    assert not User.objects.exists()
