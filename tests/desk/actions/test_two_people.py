"""Where the newsroom requires two people, nobody approves what they were the last to write."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from articles import publishing, writing
from articles.core import NotAllowed
from articles.models import Story, WorkflowState
from articles.people import REPORTER
from articles.people.roles import EDITOR, MANAGING_EDITOR
from articles.stories import WorkingCopy, working_copy_of
from newsroom.accounts.models import User
from tests import helpers
from tests.desk.people.test_roles_stories import address
from tests.helpers import NEW_YEAR, confirm, sent

pytestmark = pytest.mark.django_db

TOLD = "this newsroom requires a second person"


@pytest.fixture(autouse=True)
def _two_people(settings: Settings) -> None:
    settings.NEWSROOM_TWO_PEOPLE = True


def in_review(by: User) -> Story:
    story = writing.create(WorkingCopy("Harvest", body="<p>It began.</p>"), by=by)
    return writing.submit(story, by=by)


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def buttons(client: Client, story: Story) -> set[str]:
    return {button.name for button in client.get(address("change", story)).context["buttons"]}


WRITERS: dict[str, Callable[[], User]] = {
    "editor": lambda: helpers.person(EDITOR),
    "managing_editor": lambda: helpers.person(MANAGING_EDITOR, "boss"),
    "superuser": helpers.managing_editor,
}


@pytest.mark.parametrize("who", WRITERS)
def test_who_wrote_it_does_not_approve_it_by_any_way(who: str) -> None:
    writer = WRITERS[who]()
    story, client = in_review(writer), client_of(writer)
    assert not buttons(client, story) & {"approve", "publish", "schedule"}

    for name in ("_approve", "_publish"):
        answer = client.post(address("change", story), sent(story, **{name: "1"}), follow=True)
        assert TOLD in answer.text
    later = confirm(client, address("schedule", story), {"at": NEW_YEAR})

    assert TOLD in later.text
    story.refresh_from_db()
    assert story.state == WorkflowState.IN_REVIEW
    assert not story.published_versions.exists()


def test_somebody_else_approves_and_then_anybody_publishes() -> None:
    writer = helpers.person(EDITOR)
    story = in_review(writer)
    other = client_of(helpers.person(EDITOR, "other"))
    assert {"approve", "publish"} <= buttons(other, story)

    other.post(address("change", story), sent(story, _approve="1"))
    confirm(client_of(writer), address("publish", story))

    assert story.published_versions.visible(timezone.now()).exists()


def test_who_changes_a_copy_in_review_is_its_writer_from_then_on() -> None:
    story = in_review(helpers.person(REPORTER))
    editor, other = helpers.person(EDITOR), helpers.person(EDITOR, "other")
    client = client_of(editor)

    page = client.post(address("change", story), sent(story, summary="Fixed.", _approve="1"))

    assert TOLD in page.text
    assert "Fixed." in page.text
    story = writing.save(story, replace(working_copy_of(story), summary="Fixed."), by=editor)
    with pytest.raises(NotAllowed, match="second person"):
        writing.approve(story, by=editor)
    assert writing.approve(story, by=other).state == WorkflowState.READY


def test_a_newsroom_that_does_not_ask_for_it_has_it_easier(settings: Settings) -> None:
    settings.NEWSROOM_TWO_PEOPLE = False
    editor = helpers.person(EDITOR)

    publishing.publish(writing.make_ready(in_review(editor), by=editor), by=editor)

    assert Story.objects.get().published_versions.exists()
