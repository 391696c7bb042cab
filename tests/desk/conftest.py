"""People at the desk, and a story to work on."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Permission
from django.test import Client

from articles import writing
from articles.models import Story
from articles.stories import WorkingCopy
from newsroom.accounts.models import User
from tests.factories import make_section

WRITER = (
    *("view_story", "add_story", "change_story"),
    *("add_relatedlink", "view_relatedlink", "view_picture"),
)
MANAGING_EDITOR = (
    *WRITER,
    "approve_story",
    "publish_story",
    "moderate_relatedlink",
    "delete_story",
)


def person(name: str, *permissions: str) -> User:
    user = User.objects.create_user(name, is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    return user


@pytest.fixture
def managing_editor(db: None) -> User:
    """Somebody who may write, approve, publish and decide on links."""
    return person("managing_editor", *MANAGING_EDITOR)


@pytest.fixture
def writer(db: None) -> User:
    """Somebody who may write, and no more."""
    return person("writer", *WRITER)


@pytest.fixture
def desk() -> Callable[[User], Client]:
    """A browser in which somebody is logged in: `desk(managing_editor)`."""

    def log_in(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return log_in


@pytest.fixture
def story(managing_editor: User) -> Story:
    """A draft that could be published."""
    section = make_section(name="World", slug="world")
    copy = WorkingCopy(
        headline="Xi and Putin meet",
        summary="They met.",
        body="<p>The two met on Wednesday.</p>",
        section=section,
        places=("Astana",),
    )
    return writing.create(copy, by=managing_editor)
