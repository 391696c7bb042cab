"""The audit log of all stories, including those that were deleted."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles import writing
from articles.models import AuditEntry
from articles.people.roles import EDITOR
from newsroom.accounts.models import User
from tests import helpers

pytestmark = pytest.mark.django_db
LOG = "/admin/articles/auditentry/"


@pytest.fixture
def editor() -> User:
    return helpers.person(EDITOR)


@pytest.fixture
def client(editor: User) -> Client:
    client = Client()
    client.force_login(editor)
    return client


@pytest.mark.usefixtures("clock")
def test_it_says_who_deleted_a_draft_and_when(client: Client, editor: User) -> None:
    kept, gone = helpers.draft("Kept"), helpers.draft("Gone")
    url = reverse("admin:articles_story_change", args=[gone.pk])
    assert f'<a href="{url}">Gone</a>' in client.get(LOG).text
    writing.delete(gone, by=editor)

    log = client.get(LOG, {"q": "gone", "action": "deleted"})

    assert [entry.headline for entry in log.context["cl"].result_list] == ["Gone"]
    assert "1 September 2025, 12:00 UTC" in log.text
    assert '<td class="field-who">editor</td>' in log.text
    assert url not in log.text
    assert reverse("admin:articles_story_change", args=[kept.pk]) in client.get(LOG).text
    for entry in AuditEntry.objects.all():
        assert client.get(f"{LOG}{entry.pk}/change/").status_code == 200


def test_it_needs_the_same_queries_however_much_happened(client: Client) -> None:
    asked = set()
    for number in (1, 3, 30):
        for at in range(number):
            helpers.draft(f"Story {number} {at}")
        client.get(LOG)
        with CaptureQueriesContext(connection) as captured:
            client.get(LOG)
        asked.add(len(captured))
    assert len(asked) == 1
