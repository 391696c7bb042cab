"""Numbers that no row has, and that databases refuse: pages and forms take them for no row."""

from collections.abc import Callable

import pytest
from django.test import Client

from newsroom.accounts.models import User
from tests.helpers import draft, managing_editor, sent

pytestmark = pytest.mark.django_db

Desk = Callable[[User], Client]
LARGE = "9" * 26


@pytest.mark.parametrize(
    ("url", "status"),
    [
        (f"{LARGE}/publish/", 404),
        (f"as-readers-saw-it/?story={LARGE}", 404),
        (f"pictures/{LARGE}/", 404),
        (f"search/?q=harvest&not={LARGE}", 200),
        (f"{{pk}}/compare/?before=draft&after=revision-{LARGE}", 404),
        (f"{{pk}}/compare/?before=draft&after=version-{LARGE}", 404),
        (f"{{pk}}/published-versions/{LARGE}/", 404),
        (f"{{pk}}/reschedule/?version={LARGE}", 200),
        (f"{{pk}}/revisions/{LARGE}/restore/", 404),
    ],
)
def test_in_a_url(desk: Desk, url: str, status: int) -> None:
    story, client = draft(), desk(managing_editor())
    assert client.get(f"/admin/articles/story/{url.format(pk=story.pk)}").status_code == status


@pytest.mark.parametrize("page", ["change", "preview"])
@pytest.mark.parametrize(
    "field", ["section", "lead_picture", "byline", "opened_version", "related_links-0-target"]
)
def test_in_the_storys_form(desk: Desk, field: str, page: str) -> None:
    story, client = draft(), desk(managing_editor())
    url = f"/admin/articles/story/{story.pk}/{page}/"

    assert client.post(url, sent(story, **{field: LARGE})).status_code in (200, 302)
    version = story.version
    story.refresh_from_db()
    assert story.version == version


@pytest.mark.parametrize(
    "block",
    [
        f'<figure data-block="picture" data-key="k3y0k3y0" data-picture="{LARGE}"></figure>',
        f'<aside data-block="also-read" data-key="k3y0k3y0" data-story="{LARGE}">x</aside>',
    ],
)
def test_in_a_block_of_the_body(desk: Desk, block: str) -> None:
    story, client = draft(), desk(managing_editor())
    fields = sent(story, body=f"<p>a</p>{block}")
    for page in ("change", "preview"):
        response = client.post(f"/admin/articles/story/{story.pk}/{page}/", fields)
        assert response.status_code in (200, 302)
