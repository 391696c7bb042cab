"""Saved views of the list: one's own, bounded, renamed and deleted."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse

from articles.desk.stories.saved_views import MOST
from articles.people import EDITOR, MODERATOR, REPORTER
from newsroom.accounts.models import SavedView, User
from tests.helpers import person

pytestmark = pytest.mark.django_db
Desk = Callable[[User], Client]
LIST = reverse("admin:articles_story_changelist")
SAVE = reverse("admin:articles_story_save_view")
QUERY = "mine=own&q=harvest"


def save(client: Client, name: str, query: str = QUERY) -> Any:
    return client.post(SAVE, {"name": name, "query": query}, follow=True)


def change(client: Client, view: SavedView, **data: str) -> Any:
    return client.post(reverse("admin:articles_story_view", args=[view.pk]), data, follow=True)


def names(page: Any) -> list[str]:
    return [view.name for view in page.context["views"]]


def told(page: Any) -> str:
    return " ".join(str(message) for message in page.context["messages"])


def test_what_is_shown_is_saved_under_a_name_and_found_again(desk: Desk) -> None:
    client = desk(person(EDITOR))
    shown = client.get(LIST, {"q": "harvest", "mine": "own", "p": "1"})
    assert (shown.context["view"], shown.context["view_query"]) == (None, QUERY)
    page = save(client, "  My   harvest ", shown.context["view_query"] + "&p=1&unknown=")
    assert page.redirect_chain == [(f"{LIST}?{QUERY}", 302)]
    assert page.context["view"].name == "My harvest"
    tabs = page.text.split('<nav aria-label="Views"')[1].split("</nav>")[0]
    assert tabs.count("aria-current") == 1
    assert f'href="?{QUERY.replace("&", "&amp;")}" aria-current="page"' in page.text
    assert names(client.get(LIST)) == ["My harvest"]


@pytest.mark.parametrize("query", ["q=%00", "q=a%00b&mine=own", "%00=x", "q=%07"])
def test_a_view_that_could_not_be_opened_is_not_saved(desk: Desk, query: str) -> None:
    page = save(desk(person(EDITOR)), "Odd", query)
    assert told(page) == "The search has characters that cannot be saved."
    assert not SavedView.objects.exists()


def test_a_plain_tab_is_not_worth_a_view(desk: Desk) -> None:
    client = desk(person(EDITOR))
    for query in ("", "mine=own", "status=live"):
        page = client.get(f"{LIST}?{query}")
        assert page.context["view_query"] == ""
        assert "Save view" not in page.text


def test_a_view_of_the_same_name_is_replaced(desk: Desk) -> None:
    client = desk(person(EDITOR))
    save(client, "Mine")
    save(client, "Mine", "q=other")
    assert SavedView.objects.get().query == "q=other"


def test_a_view_is_renamed_and_deleted(desk: Desk) -> None:
    client = desk(person(EDITOR))
    save(client, "First")
    save(client, "Second", "q=other")
    first = SavedView.objects.get(name="First")
    assert names(change(client, first, name="Third")) == ["Second", "Third"]
    page = change(client, first, name="Second")
    assert names(page) == ["Second", "Third"]
    assert "a view of this name already" in told(page)
    assert "Enter a name" in told(change(client, first, name=" "))
    assert names(change(client, first, delete="")) == ["Second"]


def test_nobody_sees_or_changes_the_view_of_another(desk: Desk) -> None:
    save(desk(person(EDITOR)), "Mine")
    other, view = desk(person(REPORTER)), SavedView.objects.get()
    assert names(other.get(LIST)) == []
    assert change(other, view, delete="").status_code == 404
    assert change(other, view, name="Theirs").status_code == 404
    save(other, "Mine", "q=other")
    assert SavedView.objects.count() == 2
    assert desk(person(MODERATOR)).post(SAVE, {"name": "M", "query": QUERY}).status_code == 403


@pytest.mark.parametrize(
    ("name", "query", "says"),
    [
        ("", QUERY, "Enter a name"),
        ("\u200b", QUERY, "Enter a name"),
        ("x" * 61, QUERY, "60"),
        ("\0", QUERY, "Null"),
        ("Name", "", "nothing to save"),
        ("Name", "p=3", "nothing to save"),
        ("Name", "q=" + "x" * 1000, "too long"),
        ("Name", "q=" + "\u4e2d" * 500, "too long"),
    ],
)
def test_what_is_no_view_is_refused_with_a_reason(
    desk: Desk, name: str, query: str, says: str
) -> None:
    page = save(desk(person(EDITOR)), name, query)
    assert page.status_code == 200
    assert says in told(page)
    assert not SavedView.objects.exists()


def test_there_are_not_more_than_somebody_can_see(desk: Desk) -> None:
    client = desk(person(EDITOR))
    for number in range(MOST):
        save(client, f"View {number}")
    assert f"You have {MOST} views" in told(save(client, "One more"))
    assert SavedView.objects.count() == MOST
    save(client, "View 3", "q=other")
    assert SavedView.objects.get(name="View 3").query == "q=other"


def test_the_database_holds_names(django_db_setup: None) -> None:
    by = person(EDITOR)
    with pytest.raises(IntegrityError, match="saved_view_has_name"):
        SavedView.objects.create(person=by, name="", query=QUERY)
