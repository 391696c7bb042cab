"""The form and the list say who else has a story open."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from articles import writing
from articles.models import Presence
from articles.people import EDITOR, MODERATOR, REPORTER
from newsroom.accounts.models import User
from tests.helpers import draft, person

pytestmark = pytest.mark.django_db
Desk = Callable[[User], Client]
LIST = reverse("admin:articles_story_changelist")


def url(story: object, name: str = "presence") -> str:
    return reverse(f"admin:articles_story_{name}", args=[getattr(story, "pk", story)])


def test_the_form_says_so_and_so_does_the_answer_to_its_request(desk: Desk) -> None:
    aida, ben, story = person(EDITOR, "Aida"), person(EDITOR, "Ben"), draft()
    assert desk(aida).post(url(story)).json() == {"told": ""}
    assert desk(ben).post(url(story)).json() == {"told": "Aida has this story open."}
    writing.stay(story, by=person(EDITOR, "Eva"))
    told = "Aida, Ben, Eva have this story open."
    assert told in desk(person(REPORTER)).get(url(story, "change")).text
    desk(aida).post(url(story), {"leaving": "1"})
    assert desk(ben).post(url(story)).json() == {"told": "Eva has this story open."}


def test_a_row_of_the_list_says_so(desk: Desk) -> None:
    aida, story = person(EDITOR, "Aida & Co"), draft()
    writing.stay(story, by=aida)
    assert "Open by <bdi" in (text := desk(person(REPORTER)).get(LIST).text)
    assert "Aida &amp; Co</bdi>" in text
    assert "Open by" not in desk(aida).get(LIST).text


def test_it_is_noted_for_nobody_who_may_not_see_the_story(desk: Desk) -> None:
    story = draft()
    assert desk(person(MODERATOR)).post(url(story)).status_code == 403
    assert Client().post(url(story)).status_code == 403
    assert desk(person(EDITOR)).get(url(story)).status_code == 405
    assert desk(person(EDITOR)).post(url(story.pk + 1)).status_code == 404
    assert not Presence.objects.exists()
