"""The filters of the list of stories are kept through a story's history, and back."""

import re
from html import unescape
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.urls import reverse

from articles import publishing
from tests.helpers import changed, managing_editor, ready

pytestmark = [pytest.mark.django_db, pytest.mark.once]

KEPT = "_changelist_filters=state%3Ddraft"


def links(client: Client, url: str, to: str) -> list[str]:
    """Return the URLs of the page's links whose path ends like this."""
    page = client.get(url).content.decode()
    found = [unescape(href) for href in re.findall(r'<a [^>]*href="([^"]+)"', page)]
    return [href for href in found if urlsplit(href).path.endswith(to)]


def test_from_the_form_to_two_versions_and_back(admin_client: Client) -> None:
    story = ready("Harvest begins")
    publishing.publish(story, by=managing_editor())
    changed(story, by=managing_editor())
    form = f"{reverse('admin:articles_story_change', args=[story.pk])}?{KEPT}"

    [history, *_] = links(admin_client, form, "/history/")
    [compare, *others] = links(admin_client, history, "/compare/")
    assert others == []
    [restore] = links(admin_client, history, "/restore/")
    [back] = links(admin_client, compare, "/history/")
    [to_form] = [href for href in links(admin_client, back, "/change/") if str(story.pk) in href]
    assert all(KEPT in href for href in (history, compare, restore, back, to_form))
    lists = links(admin_client, to_form, "/articles/story/")
    assert f"{reverse('admin:articles_story_changelist')}?state=draft" in lists

    done = admin_client.post(restore, {"version": story.version + 1})
    assert KEPT in done.headers["Location"]
