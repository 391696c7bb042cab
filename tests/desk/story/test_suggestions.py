"""The panel “Links” of a story's form is given related stories, for those who may edit it."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from articles import writing
from articles.models import Story
from newsroom.accounts.models import User
from tests.links.suggestions.archive import WHEAT, fill, published, wheat_story

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

Desk = Callable[[User], Client]


def url(story: Story) -> str:
    return reverse("admin:articles_story_suggestions", args=[story.pk])


def test_each_has_headline_date_and_reason(desk: Desk, writer: User) -> None:
    fill()
    target = published("Poor wheat <b>", WHEAT, tags=["grain"]).story
    found = desk(writer).get(url(wheat_story())).json()
    assert [one["id"] for one in found] == [target.pk]
    assert found[0]["headline"] == "Poor wheat <b>"
    assert found[0]["date"] == "31 August 2025"
    assert found[0]["why"].startswith("1 tag: grain · both say “Wheat”")


def test_the_form_names_the_page_once_the_story_is_saved(desk: Desk, writer: User) -> None:
    story = wheat_story()
    page = desk(writer).get(reverse("admin:articles_story_change", args=[story.pk]))
    assert f'data-suggestions="{url(story)}"' in page.content.decode()
    new = desk(writer).get(reverse("admin:articles_story_add"))
    assert "related-links" in new.content.decode()
    # Those of tags are at "story/tags/".
    assert not re.search(r'data-suggestions="[^"]*/suggestions/"', new.content.decode())


def test_only_those_who_may_edit_the_story_get_them(
    desk: Desk, writer: User, managing_editor: User, client: Client
) -> None:
    story = wheat_story()
    assert client.get(url(story)).status_code == 302
    reporter = User.objects.create_user("reporter", is_staff=True)
    assert desk(reporter).get(url(story)).status_code == 403
    assert desk(writer).post(url(story)).status_code == 405
    writing.delete(story, by=managing_editor)
    assert desk(writer).get(url(story)).status_code == 404
    assert desk(writer).get(url(story).replace(str(story.pk), "9" * 30)).status_code == 404
