"""Each person sets their own name, language, time zone and theme, and nothing else."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from newsroom.accounts.models import User
from tests.factories import make_user

pytestmark = pytest.mark.django_db
FORM = {"display_name": "Ada Stone", "language": "de", "time_zone": "Asia/Tokyo", "theme": "dark"}


@pytest.fixture
def ada() -> User:
    """Somebody without any permission."""
    return make_user("ada")


@pytest.fixture
def client(ada: User) -> Client:
    client = Client()
    client.force_login(ada)
    return client


def test_they_are_saved_and_used(client: Client, ada: User) -> None:
    page = client.post(reverse("admin:own_settings"), FORM, follow=True)
    ada.refresh_from_db()
    assert (ada.display_name, ada.language) == ("Ada Stone", "de")
    assert (ada.time_zone, ada.theme) == ("Asia/Tokyo", "dark")
    assert '<html lang="de"' in page.text
    assert 'data-theme="dark"' in page.text


def test_notices_come_by_mail_to_who_wants_them(client: Client, ada: User) -> None:
    User.objects.filter(pk=ada.pk).update(email="ada@news.example")
    for choice, each, mention in (
        ("each", True, True),
        ("mentions", False, True),
        ("", False, False),
    ):
        client.post(reverse("admin:own_settings"), {**FORM, "notice_mail": choice})
        ada.refresh_from_db()
        assert (ada.wants_mail(mention=False), ada.wants_mail(mention=True)) == (each, mention)
    ada.email, ada.notice_mail = "", "each"
    assert not ada.wants_mail(mention=True)


def test_where_no_mail_is_sent_none_is_offered(client: Client, settings: Any) -> None:
    page = reverse("admin:own_settings")
    assert "notice_mail" in client.get(page).text
    settings.NEWSROOM_SENDS_MAIL = False
    assert "notice_mail" not in client.get(page).text


def test_nothing_else_can_be_changed(client: Client, ada: User) -> None:
    client.post(reverse("admin:own_settings"), {**FORM, "is_superuser": "on", "username": "root"})
    ada.refresh_from_db()
    assert not ada.is_superuser
    assert ada.username == "ada"


def test_what_is_no_choice_is_refused_and_told(client: Client, ada: User) -> None:
    page = client.post(reverse("admin:own_settings"), {**FORM, "time_zone": "Mars/Base"})
    assert "Select a valid choice. Mars/Base" in page.text
    ada.refresh_from_db()
    assert ada.display_name == ""


def test_the_page_is_for_those_who_are_logged_in(ada: User) -> None:
    answer = Client().get(reverse("admin:own_settings"))
    assert answer.status_code == 302
    assert reverse("admin:login") in answer["Location"]


def test_the_database_refuses_another_theme(ada: User) -> None:
    with pytest.raises(IntegrityError, match="user_theme_legal"), transaction.atomic():
        User.objects.filter(pk=ada.pk).update(theme="pink")
    with pytest.raises(IntegrityError, match="user_notice_mail_legal"), transaction.atomic():
        User.objects.filter(pk=ada.pk).update(notice_mail="daily")
