"""Words that may be a dateline: asked about in the story's form, answered by a button."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from articles import body, writing
from articles.models import Story
from articles.stories import WorkingCopy, working_copy_of
from articles.wire import accept_update, with_dateline
from articles.wire.parse.copy_parts import Dateline
from newsroom.accounts.models import User
from tests.wire.helpers import take

pytestmark = pytest.mark.django_db

Desk = Callable[[User], Client]
FAIR = "The fair opened on Monday, and the rain that was to come did not."
COPY = f"A day at the fair\n\nReading: {FAIR}\n\nIt will end on Friday.\n"
ASKED = "Is “Reading:” a dateline?"
LINKS = {"related_links-TOTAL_FORMS": "0", "related_links-INITIAL_FORMS": "0"}


@pytest.fixture
def asked(writer: User) -> Story:
    story = take(COPY.encode(), writer).story
    assert story
    return story


def change(story: Story) -> str:
    return reverse("admin:articles_story_change", args=[story.pk])


def form_of(client: Client, story: Story) -> dict[str, Any]:
    """What the browser sends of the story's form."""
    form = client.get(change(story)).context["adminform"].form
    sent = {name: form.get_initial_for_field(form.fields[name], name) for name in form.fields}
    return LINKS | {name: "" if value is None else value for name, value in sent.items()}


def actions(story: Story) -> list[str]:
    return list(story.audit_log.order_by("pk").values_list("action", flat=True))


def test_yes_takes_it_out_of_the_text(desk: Desk, writer: User, asked: Story) -> None:
    client = desk(writer)
    assert ASKED in client.get(change(asked)).text

    sent = form_of(client, asked)
    typed = {"summary": "Typed before the answer.", "body": sent["body"] + "<p>More.</p>"}
    response = client.post(change(asked), sent | typed | {"_dateline_yes": "1"}, follow=True)

    copy = working_copy_of(Story.objects.get())
    assert (copy.places, copy.summary) == (("Reading",), "Typed before the answer.")
    assert body.plain_text(body.read(copy.body)).startswith(FAIR)
    assert copy.body.endswith("<p>More.</p>")
    assert ASKED not in response.text
    assert actions(asked) == ["imported", "saved", "dateline_accepted"]
    assert "dateline taken out of the text by writer: “Reading:”" in " ".join(response.text.split())


def test_no_leaves_it_and_the_question_is_not_asked_again(
    desk: Desk, writer: User, asked: Story
) -> None:
    client = desk(writer)

    response = client.post(
        change(asked), form_of(client, asked) | {"_dateline_no": "1"}, follow=True
    )

    assert ASKED not in response.text
    assert working_copy_of(Story.objects.get()) == working_copy_of(asked)
    assert actions(asked) == ["imported", "dateline_rejected"]


@pytest.mark.parametrize("answer", ["_dateline_yes", "_dateline_no"])
def test_an_answer_to_another_version_is_refused(
    desk: Desk, writer: User, managing_editor: User, asked: Story, answer: str
) -> None:
    client = desk(writer)
    sent = form_of(client, asked)
    writing.save(asked, WorkingCopy("A fair", body=f"<p>Reading: {FAIR}</p>"), by=managing_editor)

    response = client.post(change(asked), sent | {answer: "1"})

    assert "managing_editor saved this story" in response.text
    assert actions(asked) == ["imported", "saved"]


def test_a_second_answer_and_missing_words_are_refused(
    desk: Desk, writer: User, asked: Story
) -> None:
    client = desk(writer)
    sent = form_of(client, asked)
    gone = client.post(change(asked), sent | {"body": "<p>Gone.</p>", "_dateline_yes": "1"})
    assert "No paragraph begins with “Reading:” any more" in gone.text
    client.post(change(asked), sent | {"_dateline_no": "1"})

    again = client.post(change(asked), sent | {"_dateline_yes": "1"})

    assert "has been answered already" in again.text
    assert working_copy_of(Story.objects.get()).places == ()


def test_whoever_may_only_read_sees_the_question_without_buttons(desk: Desk, asked: Story) -> None:
    reader = User.objects.create_user("reader", is_staff=True)
    reader.user_permissions.set(Permission.objects.filter(codename="view_story"))
    client = desk(reader)
    assert ASKED in client.get(change(asked)).text
    assert "_dateline_yes" not in client.get(change(asked)).text
    assert client.post(change(asked), LINKS | {"_dateline_yes": "1"}).status_code == 403


def test_an_answer_needs_the_csrf_token_of_the_form(writer: User, asked: Story) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(writer)
    assert client.post(change(asked), {"_dateline_yes": "1"}).status_code == 403


def test_an_update_with_the_same_question_gets_the_same_answer(
    desk: Desk, writer: User, asked: Story
) -> None:
    client = desk(writer)
    client.post(change(asked), form_of(client, asked) | {"_dateline_yes": "1"})
    update = take((COPY + "\n\nIt ended.\n").encode(), writer).wire_copy
    assert update
    taken = working_copy_of(accept_update(update, by=writer))
    assert taken.places == ("Reading",)
    assert body.plain_text(body.read(taken.body)).startswith(FAIR)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>A &amp; B: it &lt;is&gt;</p>", "<p>it &lt;is&gt;</p>"),
        ("<p><strong>A &amp; B:</strong> <em>it</em> is</p>", "<p><em>it</em> is</p>"),
        ("<p><em>A &amp; B: it</em> is</p>", "<p><em>it</em> is</p>"),
        ("<h2>Title</h2>\n<p>A &amp; B:<br>it is</p>", "<h2>Title</h2>\n<p>it is</p>"),
        ("<p>A &amp; B:</p>\n<p>It is</p>", "<p>It is</p>"),
    ],
)
def test_only_its_letters_are_removed(before: str, after: str) -> None:
    dateline = Dateline(("A", "B"), "", "", sure=False, text="A & B: ")
    found = with_dateline(WorkingCopy("Headline", body=before), dateline)
    assert (found.body, found.places) == (after, ("A", "B"))
