"""The words and rights of a picture, changed by whoever added it and by editors."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Picture
from articles.people import EDITOR, MODERATOR, REPORTER
from newsroom.accounts.models import User
from tests.factories import make_picture
from tests.helpers import person, send_form

pytestmark = pytest.mark.django_db
Desk = Callable[[User], Client]
WORDS = {"alt": "Flags", "caption": "Flags at noon", "credit": "A/Agency", "copyright": "© A"}


def url(picture: Picture) -> str:
    return reverse("admin:articles_picture_words", args=[picture.pk])


def typed(picture: Picture, **changed: str) -> dict[str, str]:
    said = {**WORDS, "licence": "", "licence_until": "", "usage_limits": "", **changed}
    return {f"picture-{picture.pk}-{name}": value for name, value in said.items()}


def test_words_and_rights_are_shown_and_saved(desk: Desk) -> None:
    picture, client = make_picture(**WORDS), desk(person(EDITOR))
    page = client.get(url(picture)).text
    assert 'value="© A"' in page
    assert "Agency subscription" in page
    changed = {"caption": "Flags\r\n at  dawn", "licence_until": "2026-12-31"}
    assert send_form(client, url(picture), typed(picture, **changed)).status_code == 200
    picture.refresh_from_db()
    assert (picture.caption, picture.licence_until) == ("Flags at dawn", date(2026, 12, 31))
    assert (picture.alt, picture.copyright) == ("Flags", "© A")


@pytest.mark.parametrize("wrong", [{"licence_until": "31 Feb"}, {"alt": "x" * 301}])
def test_what_is_wrong_is_said_and_nothing_saved(desk: Desk, wrong: dict[str, str]) -> None:
    picture = make_picture(**WORDS)
    answer = desk(person(EDITOR)).post(url(picture), typed(picture, credit="B", **wrong))
    assert answer.status_code == 400
    assert "errorlist" in answer.text
    picture.refresh_from_db()
    assert picture.credit == "A/Agency"


def test_a_reporter_changes_what_they_added_and_nothing_else(desk: Desk) -> None:
    reporter, other = person(REPORTER), person(REPORTER, "other")
    own, others, nobodys = (make_picture(**WORDS) for _ in range(3))
    Picture.objects.filter(pk=own.pk).update(added_by=reporter)
    Picture.objects.filter(pk=others.pk).update(added_by=other)
    client = desk(reporter)
    assert send_form(client, url(own), typed(own, credit="Mine")).status_code == 200
    page = reverse("admin:articles_picture_change", args=[own.pk])
    assert send_form(client, page, {**WORDS, "credit": "Mine, again"}).status_code == 302
    assert Picture.objects.get(pk=own.pk).credit == "Mine, again"
    for picture in (others, nobodys):
        assert client.post(url(picture), typed(picture, credit="Mine")).status_code == 403
        page = reverse("admin:articles_picture_change", args=[picture.pk])
        assert client.post(page, {**WORDS, "credit": "Mine"}).status_code == 403
        assert Picture.objects.get(pk=picture.pk).credit == "A/Agency"


def test_who_may_not_add_pictures_any_more_changes_none(desk: Desk) -> None:
    moderator, picture = person(MODERATOR), make_picture(**WORDS)
    Picture.objects.filter(pk=picture.pk).update(added_by=moderator)
    assert desk(moderator).get(url(picture)).status_code == 403
    assert Client().get(url(picture)).status_code == 302


def test_a_change_leaves_alone_what_was_not_changed(desk: Desk, monkeypatch: Any) -> None:
    picture, client = make_picture(**WORDS), desk(person(EDITOR))
    page = reverse("admin:articles_picture_change", args=[picture.pk])
    client.get(page)
    Picture.objects.filter(pk=picture.pk).update(renditions=[])
    assert send_form(client, page, {**WORDS, "credit": "B"}).status_code == 302
    picture.refresh_from_db()
    assert (picture.credit, picture.renditions) == ("B", [])


def opened(page: str) -> str:
    token: str = re.findall(r'name="[^"]*opened" value="([^"]+)"', page)[0]
    return token


def test_a_stale_form_saves_nothing_over_words_and_rights_of_others(desk: Desk) -> None:
    picture, client = make_picture(**WORDS), desk(person(EDITOR))
    page = reverse("admin:articles_picture_change", args=[picture.pk])
    part, whole = opened(client.get(url(picture)).text), opened(client.get(page).text)
    Picture.objects.update(caption="Flags at dusk", licence_until=date(2026, 12, 31))

    stale = typed(picture, alt="Two flags", opened=part)
    answer = client.post(url(picture), stale)
    assert answer.status_code == 400
    assert "“Caption” was “Flags at noon” and is “Flags at dusk” now." in answer.text
    assert "2026-12-31" in answer.text
    assert "Two flags" in answer.text
    stale = {name.rpartition("-")[2]: value for name, value in stale.items()} | {"opened": whole}
    answer = client.post(page, stale)
    assert "so nothing was saved" in answer.text
    picture.refresh_from_db()
    assert (picture.alt, picture.caption) == ("Flags", "Flags at dusk")
    assert picture.licence_until == date(2026, 12, 31)

    # Whoever has read that saves what the form shows now.
    now = {"caption": "Flags at dusk", "licence_until": "2026-12-31", "opened": opened(answer.text)}
    assert client.post(page, {**stale, **now}).status_code == 302
    picture.refresh_from_db()
    assert (picture.alt, picture.caption) == ("Two flags", "Flags at dusk")
