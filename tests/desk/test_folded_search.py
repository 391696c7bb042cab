"""The lists of the desk find rows without capitals and accents, in all scripts."""

from collections.abc import Callable

import pytest
from django.contrib.admin import site
from django.test import Client
from django.urls import reverse

from articles.desk.folded_search import FoldedSearch
from articles.models import Picture, Place
from newsroom.accounts.models import User
from tests.factories import make_author, make_link, make_section
from tests.helpers import draft, managing_editor
from tests.wire.helpers import take

pytestmark = pytest.mark.django_db

Desk = Callable[[User], Client]


def rows(client: Client, model: str, query: str) -> int:
    every = {"state": "all"} if model == "articles_relatedlink" else {}
    page = client.get(reverse(f"admin:{model}_changelist"), {"q": query, **every})
    assert page.status_code == 200
    return len(page.context["cl"].result_list)


def make() -> None:
    by = managing_editor()
    make_link(draft("Łódź ruht"), url="https://else.test/", headline="Ёлки в Киеве")
    make_author(name="Đỗ Mười")
    make_section(name="Straßenbau", slug="a")
    Place.objects.create(name="Αθήνα")
    Picture.objects.create(caption="Die Brücke", alt="Fluß", credit="Núñez")
    take("Ærø wartet\n\nDie Fähre ruht.\n".encode(), by)
    User.objects.create_user("jose", display_name="José Ærø")


@pytest.mark.parametrize(
    ("model", "query"),
    [
        ("articles_auditentry", "lodz RUHT"),
        ("articles_relatedlink", "елки КИЕВЕ"),
        ("articles_relatedlink", "lodz елки"),
        ("articles_author", "do muoi"),
        ("articles_section", "STRASSE"),
        ("articles_place", "ΑΘΗΝΑ"),
        ("articles_picture", "brucke fluss nunez"),
        ("articles_wirecopy", "aero"),
        ("accounts_user", "jose AERO"),
    ],
)
def test_a_row_is_found_however_it_is_typed(desk: Desk, model: str, query: str) -> None:
    make()
    client = desk(managing_editor())
    assert rows(client, model, query) == 1
    assert rows(client, model, f"{query} xyz") == 0


@pytest.mark.parametrize("query", ["%", "[", "(", "\\", "^", "*", '"', "ss" * 100, "é " * 900])
def test_signs_and_long_searches_are_answered(desk: Desk, query: str) -> None:
    make()
    client = desk(managing_editor())
    for model in ("articles_author", "articles_auditentry", "accounts_login", "accounts_user"):
        rows(client, model, query)


def test_each_list_with_a_search_is_such_a_list() -> None:
    ours = [one for one in site._registry.values() if type(one).__module__.startswith("articles")]
    searched = [one for one in ours if one.search_fields and one.opts.model_name != "story"]
    assert len(searched) > 8
    assert all(isinstance(one, FoldedSearch) for one in searched)
