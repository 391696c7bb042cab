"""Where the demo is not filled in, nothing is."""

from dataclasses import replace

import pytest
from pytest_django import Settings

from articles.core import NotPossible
from articles.demo import check_fill, fill, story_files
from articles.models import Story
from newsroom.accounts.models import User

pytestmark = pytest.mark.django_db


def test_nothing_is_filled_in_outside_development(settings: Settings) -> None:
    settings.NEWSROOM_DEVELOPMENT = False
    with pytest.raises(NotPossible, match="development only"):
        fill(password="a long password", files=[])
    assert not User.objects.exists()


def test_all_or_nothing(settings: Settings) -> None:
    settings.NEWSROOM_DEVELOPMENT = True
    lonely = [file for file in story_files() if file.name in ("comet-visit", "asteroid-study")]
    told = [replace(file, fields={**file.fields, "related": "no-such-file"}) for file in lonely]
    with pytest.raises(KeyError):
        fill(password="a long password", files=told)
    assert not Story.objects.exists()
    assert not User.objects.exists()


def test_an_account_with_such_a_name_is_left_alone(settings: Settings) -> None:
    settings.NEWSROOM_DEVELOPMENT = True
    User.objects.create_user("maya")
    assert "maya" in str(check_fill())
