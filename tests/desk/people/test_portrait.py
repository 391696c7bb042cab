"""The portrait of an author is chosen among the newsroom's pictures."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Author
from articles.people import MANAGING_EDITOR
from articles.pictures import take_down
from newsroom.accounts.models import User
from tests.factories import make_author, make_picture
from tests.helpers import managing_editor, person, send_form

pytestmark = pytest.mark.django_db
Desk = Callable[[User], Client]
FIELDS = {"name": "Ana Lee", "role": "", "bio": "", "email": "", "links": "", "user": ""}


@pytest.fixture
def url() -> str:
    return reverse("admin:articles_author_change", args=[make_author("Ana Lee").pk])


def test_the_form_shows_it_and_offers_to_choose_or_upload_another(desk: Desk, url: str) -> None:
    picture = make_picture(alt="Ana at her desk")
    Author.objects.update(portrait=picture)
    page = desk(person(MANAGING_EDITOR)).get(url).text
    assert f'<img src="{picture.url(320)}" alt="Ana at her desk">' in page
    assert f'data-search="{reverse("admin:articles_picture_search")}"' in page
    assert f'data-upload="{reverse("admin:articles_picture_upload")}"' in page


def test_it_is_saved_and_taken_away(desk: Desk, url: str) -> None:
    picture, client = make_picture(), desk(person(MANAGING_EDITOR))
    send_form(client, url, FIELDS | {"portrait": picture.pk})
    assert Author.objects.get().portrait == picture
    send_form(client, url, FIELDS | {"portrait": ""})
    assert Author.objects.get().portrait is None


@pytest.mark.parametrize("sent", ["0", "-1", "x", "9" * 26, "a\0b"])
def test_what_is_no_picture_is_refused_beside_the_field(desk: Desk, url: str, sent: str) -> None:
    response = desk(person(MANAGING_EDITOR)).post(url, FIELDS | {"portrait": sent})
    assert "portrait" in response.context["adminform"].form.errors


def test_a_picture_that_was_taken_down_is_not_to_be_had(desk: Desk, url: str) -> None:
    gone = take_down(make_picture(), by=managing_editor(), reason="No rights")
    response = desk(person(MANAGING_EDITOR)).post(url, FIELDS | {"portrait": gone.pk})
    assert "portrait" in response.context["adminform"].form.errors
