"""The admin's lists, asked for what they do not offer."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib import admin
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.desk import PlaceAdmin, paginator
from articles.models import Notice, Place
from newsroom.accounts.models import User
from tests.helpers import managing_editor

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "url",
    [
        "story/?section=" + "9" * 26,
        "story/?tags=" + "9" * 26,
        "story/?section__id__exact=" + "9" * 18,
        "relatedlink/?story=" + "9" * 26,
        "auditentry/?by=" + "9" * 26,
    ],
)
def test_a_number_too_large_for_a_key_is_no_server_error(
    desk: Callable[[User], Client], url: str
) -> None:
    response = desk(managing_editor()).get(f"/admin/articles/{url}", follow=True)
    assert response.status_code in (200, 400)


# Each person's notices have a page of their own.
LISTS = [model._meta for model in admin.site._registry if model is not Notice]


@pytest.mark.parametrize("opts", LISTS, ids=lambda opts: opts.label_lower)
@pytest.mark.parametrize("key", ["x", "", "\0", "-1", "²", "9" * 26, "9" * 5000])
def test_an_action_on_what_is_no_row_does_nothing(opts: Any, key: str) -> None:
    client = Client()
    client.force_login(managing_editor())
    url = reverse(f"admin:{opts.app_label}_{opts.model_name}_changelist")
    for action in ("delete_selected", "approve", "none"):
        sent = {"action": action, "_selected_action": [key], "post": "yes", "index": key}
        assert client.post(url, sent).status_code in (200, 302, 403)


# Those of background work stay few: old ones are deleted.
LARGE = [opts for opts in LISTS if opts.app_label != "tasks"]


@pytest.mark.parametrize("opts", LARGE, ids=lambda opts: opts.label_lower)
def test_a_list_counts_no_table_to_its_end(opts: Any) -> None:
    client = Client()
    client.force_login(managing_editor())
    url = reverse(f"admin:{opts.app_label}_{opts.model_name}_changelist")
    with CaptureQueriesContext(connection) as captured:
        client.get(url)
    counts = [query["sql"] for query in captured if "COUNT(*)" in query["sql"]]
    assert [sql for sql in counts if "LIMIT" not in sql] == []


def test_a_long_list_says_that_there_are_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PlaceAdmin, "list_per_page", 1)
    monkeypatch.setattr(paginator, "AHEAD", 1)
    Place.objects.bulk_create(Place(name=f"Place {number}") for number in range(4))
    client = Client()
    client.force_login(managing_editor())
    url = reverse("admin:articles_place_changelist")
    said = [" ".join(client.get(url, {"p": page}).text.split()) for page in (1, 3)]
    assert ["2+ places" in said[0], "4 places" in said[1]] == [True, True]
    assert "?p=2" in said[0]


@pytest.mark.parametrize("opts", LISTS, ids=lambda opts: opts.label_lower)
def test_a_search_for_very_many_words_is_answered(opts: Any) -> None:
    client = Client()
    client.force_login(managing_editor())
    url = reverse(f"admin:{opts.app_label}_{opts.model_name}_changelist")
    assert client.get(url, {"q": "a " * 2000}).status_code in (200, 302)
