"""Wire copy is found by the words of its story, by those who may read drafts."""

import pytest
from django.contrib.auth.models import Permission
from django.test import Client

from newsroom.accounts.models import User
from tests.helpers import managing_editor
from tests.wire.helpers import article, take

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("query", "codenames", "count"),
    [
        ("budget", ["view_wirecopy"], 1),
        ("councils monday", ["view_wirecopy", "view_story"], 1),
        ("councils monday", ["view_wirecopy"], 0),
        ("harvest", ["view_wirecopy", "view_story"], 0),
        ("%", ["view_wirecopy", "view_story"], 0),
        ("", ["view_wirecopy"], 2),
    ],
)
def test_copy_is_found(client: Client, query: str, codenames: list[str], count: int) -> None:
    take(article("Budget agreed"), managing_editor())
    take(article("Other news", text="Nothing of the kind."), managing_editor())
    clerk = User.objects.create_user("clerk", is_staff=True)
    clerk.user_permissions.set(Permission.objects.filter(codename__in=codenames))
    client.force_login(clerk)
    page = client.get("/admin/articles/wirecopy/", {"q": query})
    assert len(page.context["cl"].result_list) == count
