"""Tags that the form of a story suggests for what is in it, saved or not."""

import pytest
from django.test import Client
from taggit.models import Tag

from articles.people import roles
from tests.helpers import person

URL = "/admin/articles/story/tags/suggestions/"
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_it_reads_headline_body_and_dateline_as_they_are_typed(client: Client) -> None:
    client.force_login(person(roles.REPORTER))
    for name in ("Wheat", "Rain", "Sheep"):
        Tag.objects.create(name=name, slug=name)
    sent = {
        "headline": "Wheat",
        "body": "<p>It <strong>rain</strong>ed on the sheep.</p><script>Wheat</script>",
        "places": "Oskemen",
        "language": "en",
        "tag": ["Sheep"],
    }
    found = client.post(URL, sent).json()
    assert [one["name"] for one in found] == ["Wheat", "Rain", "Oskemen"]
    assert found[0]["why"] == "in the headline · rare in other stories"


@pytest.mark.parametrize("sent", [{}, {"body": "<<>"}, {"headline": "\0", "language": "xx-none"}])
def test_whatever_is_sent_is_answered(client: Client, sent: dict[str, str]) -> None:
    client.force_login(person(roles.REPORTER))
    assert client.post(URL, sent).json() == []


def test_only_who_may_view_drafts_is_answered(client: Client) -> None:
    client.force_login(person(""))
    assert client.post(URL, {"headline": "Astana"}).status_code == 403
    client.force_login(person(roles.REPORTER))
    assert client.get(URL).status_code == 405
