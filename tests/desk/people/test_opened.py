"""What one person has renamed is not renamed back by a form that somebody else had open."""

import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, Permission
from django.core import signing
from django.db.models import Model
from django.forms import model_to_dict
from django.test import Client, RequestFactory
from django.urls import reverse
from selectolax.lexbor import LexborHTMLParser
from taggit.models import Tag

from articles.models import Author, Picture, Place, Section
from articles.people import roles
from tests.factories import make_picture, make_story, make_user
from tests.helpers import managing_editor, person

pytestmark = pytest.mark.django_db


def tag() -> Tag:
    make_story().tags.set(["Land"])
    return Tag.objects.get()


ROWS: dict[str, tuple[Callable[[], Model], dict[str, str]]] = {
    "articles_section": (
        lambda: Section.objects.create(name="Land", slug="land"),
        {"slug": "land", "position": "0"},
    ),
    "articles_author": (
        lambda: Author.objects.create(name="Land"),
        {"role": "", "bio": "", "email": "", "links": "", "portrait": "", "user": ""},
    ),
    "articles_place": (lambda: Place.objects.create(name="Land"), {}),
    "taggit_tag": (tag, {"synonym": ""}),
}


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(person(roles.MANAGING_EDITOR))
    return client


def opened(page: str) -> str:
    (token,) = re.findall(r'name="opened" value="([^"]+)"', page)
    return unescape(token)


def name_in(page: str) -> str:
    (field,) = re.findall(r'<input type="text" name="name"[^>]*>', page)
    return unescape(re.findall(r'value="([^"]*)"', field)[0])


@pytest.mark.parametrize("kind", ROWS)
def test_a_stale_form_does_not_rename_back(desk: Client, kind: str) -> None:
    make, fields = ROWS[kind]
    row = make()
    url = reverse(f"admin:{kind}_change", args=[row.pk])
    shown = {**fields, "name": "Land", "opened": opened(desk.get(url).text)}
    assert desk.post(url, {**shown, "name": "Country"}).status_code == 302

    page = desk.post(url, shown)
    assert page.status_code == 200
    assert "“Name” was “Land” and is “Country” now." in page.text
    assert name_in(page.text) == "Country"
    row.refresh_from_db()
    assert str(row) == "Country"


def test_what_was_typed_stays_and_is_saved_by_whoever_has_read_what_changed(desk: Client) -> None:
    section = Section.objects.create(name="Land", slug="land")
    url = reverse("admin:articles_section_change", args=[section.pk])
    mine = {"name": "Farming", "slug": "land", "position": "0"}
    mine["opened"] = opened(desk.get(url).text)
    Section.objects.update(name="Country", position=5)

    page = desk.post(url, mine).text
    assert "so nothing was saved" in page
    assert name_in(page) == "Farming"
    assert 'name="position" value="5"' in page
    again = {**mine, "position": "5", "opened": opened(page)}
    assert desk.post(url, again).status_code == 302
    section.refresh_from_db()
    assert (section.name, section.position) == ("Farming", 5)


EVERY: dict[str, Callable[[], Model]] = {
    **{kind: make for kind, (make, _) in ROWS.items()},
    "articles_picture": lambda: make_picture(alt="Land"),
    "accounts_user": lambda: make_user("land"),
    "auth_group": lambda: Group.objects.create(name="Land"),
}
#: A story's form has a version, which is tested with it.
OF_ITS_OWN = {"articles_story"}


def test_every_form_of_the_desk_is_among_those_tested_here(rf: RequestFactory) -> None:
    request = rf.get("/admin/")
    request.user = managing_editor()
    forms = {
        f"{model._meta.label_lower.replace('.', '_')}"
        for model, its in admin.site._registry.items()
        if its.has_change_permission(request)
    }
    assert forms == EVERY.keys() | OF_ITS_OWN


@pytest.mark.parametrize("kind", EVERY)
@pytest.mark.parametrize("carried", ["nothing", "", "x", "of another row"])
def test_a_form_that_does_not_say_what_it_showed_is_refused(
    client: Client, kind: str, carried: str
) -> None:
    client.force_login(managing_editor())
    row, url = EVERY[kind](), ""
    url = reverse(f"admin:{kind}_change", args=[row.pk])
    page = LexborHTMLParser(client.get(url).text)
    fields = {
        str(field.attributes["name"]): field.attributes.get("value") or ""
        for field in page.css("form input[name]:not([type=checkbox]), form textarea[name]")
    }
    fields |= {"name": "Other", "alt": "Other", "username": "other"}
    del fields["opened"]
    if carried == "of another row":
        other = reverse("admin:accounts_user_change", args=[make_user("other one").pk])
        fields["opened"] = opened(client.get(other).text)
    elif carried != "nothing":
        fields["opened"] = carried
    before = model_to_dict(row, exclude=["tags"])

    answer = client.post(url, fields)

    assert "did not say what it showed, so nothing was saved" in answer.text
    row.refresh_from_db()
    assert model_to_dict(row, exclude=["tags"]) == before
    # By then it has shown what is stored.
    assert client.post(url, fields | {"opened": opened(answer.text)}).status_code == 302
    row.refresh_from_db()
    assert model_to_dict(row, exclude=["tags"]) != before


def test_roles_that_somebody_else_gave_are_not_taken_away(desk: Client) -> None:
    account, role = person(roles.REPORTER, "li"), Group.objects.get(name=roles.MODERATOR)
    url = reverse("admin:accounts_user_change", args=[account.pk])
    mine: dict[str, Any] = {"username": "li", "display_name": "Li", "is_active": "on"}
    mine |= {"groups": [Group.objects.get(name=roles.REPORTER).pk]}
    mine["opened"] = opened(desk.get(url).text)
    account.groups.add(role)
    account.is_active = False
    account.save()

    page = desk.post(url, mine)

    assert "so nothing was saved. “Active” was changed." in page.text
    assert "“Groups” was changed." in page.text
    account.refresh_from_db()
    assert (account.is_active, account.display_name) == (False, "")
    # What was not changed here is shown as it is now.
    shown = LexborHTMLParser(page.text)
    checked = {field.attributes["value"] for field in shown.css("[name=groups][checked]")}
    assert checked == {str(group.pk) for group in account.groups.all()}
    assert not shown.css("[name=is_active][checked]")


def test_the_hash_of_a_password_is_not_sent(desk: Client) -> None:
    account = person(roles.REPORTER, "li")
    account.set_password("quite-a-long-one-27")
    account.save()
    token = opened(desk.get(reverse("admin:accounts_user_change", args=[account.pk])).text)
    assert "password" not in signing.loads(token, salt="articles.desk.opened")[1]


def test_what_two_have_changed_alike_is_saved_without_a_question(desk: Client) -> None:
    section = Section.objects.create(name="Land", slug="land")
    url = reverse("admin:articles_section_change", args=[section.pk])
    mine = {"name": "Country", "slug": "land", "position": "0"}
    mine["opened"] = opened(desk.get(url).text)
    # As when a form is sent twice.
    for _ in range(2):
        assert desk.post(url, mine).status_code == 302


def test_a_date_that_nobody_touched_here_follows(desk: Client) -> None:
    picture = make_picture(alt="Land")
    url = reverse("admin:articles_picture_change", args=[picture.pk])
    page = LexborHTMLParser(desk.get(url).text)
    mine = {
        str(field.attributes["name"]): field.attributes.get("value") or ""
        for field in page.css("form input[name], form textarea[name]")
    }
    Picture.objects.update(licence_until="2031-01-02")

    page = LexborHTMLParser(desk.post(url, mine | {"alt": "Other"}).text)

    assert [field.attributes["value"] for field in page.css("[name=licence_until]")] == [
        "2031-01-02"
    ]


def test_what_was_deleted_meanwhile_does_not_come_back(desk: Client) -> None:
    place = Place.objects.create(name="Land")
    url = reverse("admin:articles_place_change", args=[place.pk])
    sent = {"name": "Country", "opened": opened(desk.get(url).text)}
    Place.objects.all().delete()
    desk.post(url, sent)
    assert not Place.objects.exists()


def test_saving_without_a_change_by_others_asks_nothing(desk: Client) -> None:
    section = Section.objects.create(name="Land", slug="land")
    url = reverse("admin:articles_section_change", args=[section.pk])
    for name in ("Country", "Farming"):
        sent = {"name": name, "slug": "land", "position": "0", "opened": opened(desk.get(url).text)}
        assert desk.post(url, sent).status_code == 302
    assert desk.get(reverse("admin:articles_section_add")).status_code == 200


def test_whoever_may_only_look_sees_no_token(client: Client) -> None:
    viewer = person("", "viewer")
    section = Section.objects.create(name="Land", slug="land")
    viewer.user_permissions.set(Permission.objects.filter(codename="view_section"))
    client.force_login(viewer)
    page = client.get(reverse("admin:articles_section_change", args=[section.pk]))
    assert page.status_code == 200
    assert 'name="opened"' not in page.text
