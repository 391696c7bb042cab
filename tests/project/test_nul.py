"""A NUL character in a URL is no server error, on either database."""

import pytest
from django.test import Client

from tests.helpers import managing_editor

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "url",
    [
        "/news/%00/",
        "/admin/articles/story/?state=%00",
        "/admin/articles/story/search/?q=a%00",
        "/admin/articles/story/pictures/search/?q=%00",
        "/admin/articles/auditentry/?action=%00",
        "/admin/articles/relatedlink/?state=%00",
    ],
)
def test_it_leads_to_no_page(url: str) -> None:
    client = Client()
    client.force_login(managing_editor())
    assert client.get(url).status_code == 404


def test_the_words_for_it_are_let_through() -> None:
    assert Client().get("/recent/?q=%2500").status_code == 200
