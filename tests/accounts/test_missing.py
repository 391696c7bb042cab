"""Where there is no page, the desk says so in its own frame, and to its own people only."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.people import MODERATOR, REPORTER
from tests.helpers import draft, person

pytestmark = pytest.mark.django_db
NOWHERE = "/admin/nonsense/"


@pytest.mark.parametrize("role", [REPORTER, MODERATOR])
def test_people_of_the_desk_get_a_page_of_the_desk(client: Client, role: str) -> None:
    client.force_login(person(role))
    page = client.get(NOWHERE)
    assert page.status_code == 404
    assert "There is no such page" in page.text
    assert f'href="{reverse("admin:index")}"' in page.text
    assert 'id="user-tools"' in page.text


def test_a_page_that_is_missing_says_no_more_than_one_that_never_was(client: Client) -> None:
    client.force_login(person(REPORTER))
    story = draft()
    urls = (NOWHERE, reverse("admin:articles_story_preview", args=[story.pk + 1]))
    assert len({client.get(url).text.split("<main")[1] for url in urls}) == 1


def test_others_are_led_to_the_log_in(client: Client) -> None:
    assert client.get(NOWHERE)["Location"] == f"{reverse('admin:login')}?next={NOWHERE}"


def test_readers_get_their_own_page(client: Client) -> None:
    client.force_login(person(REPORTER))
    page = client.get("/nonsense/")
    assert page.status_code == 404
    assert "user-tools" not in page.text


def test_a_broken_form_is_no_error_of_the_site(client: Client) -> None:
    client.force_login(person(REPORTER))
    story = draft()
    for url in (NOWHERE, reverse("admin:articles_story_preview", args=[story.pk + 1])):
        for kind, body in (
            ("multipart/form-data", b"broken"),
            ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data; name="),
            ("application/x-www-form-urlencoded", b"a=1&" * 3000),
        ):
            assert client.generic("POST", url, body, content_type=kind).status_code in (400, 404)
