"""Several stories of the list at once: what is offered, done, refused, and asked first."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles import publishing, writing
from articles.models import AuditEntry, Story, WorkflowState
from articles.people import EDITOR, MODERATOR, REPORTER
from articles.stories import WorkingCopy, working_copy_of
from newsroom.accounts.models import User
from tests.factories import make_author, make_section
from tests.helpers import draft, person, ready

pytestmark = pytest.mark.django_db

Desk = Callable[[User], Client]
LIST = "/admin/articles/story/"


def written(*headlines: str, by: User, **fields: Any) -> list[Story]:
    return [
        writing.create(WorkingCopy(name, body="<p>Words.</p>", **fields), by=by)
        for name in headlines
    ]


def boxes(client: Client, *headlines: str) -> list[str]:
    """Return what the checkboxes of these stories send; of all, if none are named."""
    rows = client.get(LIST).context["rows"]
    return [row.choice for row in rows if not headlines or str(row.story) in headlines]


def do(client: Client, name: str, chosen: list[str], **answer: Any) -> list[str]:
    """Do it as the list does, or as the form that asks; return what the page says about it."""
    data = {"chosen": chosen, **answer, **({"answered": "1"} if answer else {})}
    response = client.post(f"{LIST}bulk/{name}/", data, follow=True)
    assert response.redirect_chain
    return [str(message) for message in response.context["messages"]]


def states(*headlines: str) -> list[str]:
    return [Story.objects.get(headline=headline).state for headline in headlines]


def test_each_is_done_or_refused_by_name(desk: Desk, managing_editor: User) -> None:
    written("One", "Two", by=managing_editor)
    ready("Three")
    client = desk(managing_editor)

    told = do(client, "submit", boxes(client))

    assert states("One", "Two", "Three") == ["in_review", "in_review", "ready"]
    assert "In review: “Two”, “One”." in told
    assert any("“Three” is ready" in each for each in told)
    assert len(told) == 2


def test_a_story_that_changed_since_the_list_was_shown_is_left(
    desk: Desk, managing_editor: User
) -> None:
    one, _ = written("One", "Two", by=managing_editor)
    client = desk(managing_editor)
    chosen = boxes(client)
    copy = working_copy_of(one)
    writing.save(one, WorkingCopy("One", body="<p>Not yet!</p>", slug=copy.slug), by=person(EDITOR))

    told = do(client, "submit", chosen)

    assert states("One", "Two") == ["draft", "in_review"]
    assert any(each.startswith("“One”: The story has changed") for each in told)


def test_one_that_was_deleted_stops_no_other(desk: Desk, managing_editor: User) -> None:
    one, _ = written("One", "Two", by=managing_editor)
    client = desk(managing_editor)
    chosen = boxes(client)
    writing.delete(one, by=managing_editor)

    told = do(client, "submit", chosen)

    assert states("Two") == ["in_review"]
    assert "1 story that you selected has been deleted in the meantime." in told


def test_people_do_only_what_they_may(desk: Desk) -> None:
    ben, ana = person(REPORTER, "ben"), person(REPORTER, "ana")
    written("Mine", by=ben)
    written("Theirs", by=ana)
    client = desk(ben)
    rows = {str(row.story): row.can.split() for row in client.get(LIST).context["rows"]}
    assert rows == {"Mine": ["submit", "section", "tags", "author"], "Theirs": []}
    # Who may do more gets boxes of all.
    editor, section = desk(person(EDITOR)), make_section()

    do(client, "section", boxes(editor), section=section.pk)
    do(client, "submit", boxes(editor))
    do(client, "approve", boxes(editor))
    do(client, "send-back", boxes(editor), reason="Because.")
    told = do(client, "delete", boxes(editor), yes="1")

    assert states("Mine", "Theirs") == ["in_review", "draft"]
    assert Story.objects.get(headline="Mine").section == section
    assert Story.objects.get(headline="Theirs").section is None
    assert len(told) == 2
    assert all("may not delete" in each for each in told)


def test_there_is_nothing_for_those_who_can_do_nothing(desk: Desk) -> None:
    written("Theirs", by=person(EDITOR))
    page = desk(person(REPORTER, "ben")).get(LIST)
    assert "action-select" not in page.text
    assert "bulk-count" not in page.text


@pytest.mark.parametrize("method", ["get", "post"])
def test_moderators_see_no_stories_here(desk: Desk, method: str) -> None:
    client = desk(person(MODERATOR))
    assert getattr(client, method)(f"{LIST}bulk/submit/").status_code == 403


def test_a_reason_is_required_and_read_by_each_writer(desk: Desk, managing_editor: User) -> None:
    for story in written("One", "Two", by=person(REPORTER)):
        writing.submit(story, by=managing_editor)
    client = desk(managing_editor)
    chosen = boxes(client)

    asked = client.get(f"{LIST}bulk/send-back/", {"chosen": chosen})
    again = client.post(
        f"{LIST}bulk/send-back/", {"chosen": chosen, "answered": "1", "reason": " "}
    )
    told = do(client, "send-back", chosen, reason="Who says so?")

    assert "2 stories" in asked.text
    assert "Say why you send the stories back." in again.text
    assert told == ["Sent back: “Two”, “One”."]
    assert states("One", "Two") == ["draft", "draft"]
    reasons = AuditEntry.objects.filter(action="sent_back").values_list("reason", flat=True)
    assert list(reasons) == ["Who says so?"] * 2


def test_the_question_says_with_which_it_is_not_possible(desk: Desk, managing_editor: User) -> None:
    writing.submit(written("One", by=managing_editor)[0], by=managing_editor)
    written("Still a draft", by=managing_editor)
    client = desk(managing_editor)
    page = client.get(f"{LIST}bulk/send-back/", {"chosen": boxes(client)})
    assert [str(one.story) for one in page.context["others"]] == ["Still a draft"]
    assert "Not possible for these" in page.text


def test_the_section_is_changed_and_what_is_live_is_not(desk: Desk, managing_editor: User) -> None:
    old, new = make_section(name="World", slug="world"), make_section(name="Sport", slug="sport")
    live = ready("Live", section=old)
    publishing.publish(live, by=managing_editor)
    written("Draft", "There already", by=managing_editor, section=old)
    there = Story.objects.get(headline="There already")
    Story.objects.filter(pk=there.pk).update(section=new)
    client = desk(managing_editor)

    told = do(client, "section", boxes(client), section=new.pk)

    assert set(Story.objects.values_list("section__name", flat=True)) == {"Sport"}
    version = live.published_versions.get()
    assert version.section == old
    assert "“There already” has this already, so nothing was changed." in told
    assert states("Live") == [WorkflowState.DRAFT]


def test_tags_are_added_and_removed(desk: Desk, managing_editor: User) -> None:
    written("One", by=managing_editor, tags=("Trade", "EU"))
    written("Two", by=managing_editor, tags=("Sea",))
    client = desk(managing_editor)
    chosen = boxes(client)
    asked = client.get(f"{LIST}bulk/tags/", {"chosen": chosen}).context["form"]
    assert [name for name, _ in asked.fields["remove"].choices] == ["EU", "Sea", "Trade"]

    nothing = client.post(f"{LIST}bulk/tags/", {"chosen": chosen, "answered": "1"})
    do(client, "tags", chosen, add="trade, Asia", remove=["EU", "Trade"])

    assert "Type tags to add" in nothing.text
    tags = {str(story): set(working_copy_of(story).tags) for story in Story.objects.all()}
    assert tags == {"One": {"Trade", "Asia"}, "Two": {"Trade", "Asia", "Sea"}}


def test_an_author_comes_last_in_the_byline(desk: Desk, managing_editor: User) -> None:
    ana, ben = make_author(name="Ana", slug="ana"), make_author(name="Ben", slug="ben")
    written("One", by=managing_editor, authors=(ana,))
    written("Two", by=managing_editor, authors=(ben, ana))
    client = desk(managing_editor)

    told = do(client, "author", boxes(client), author=ben.pk)

    bylines = {str(story): working_copy_of(story).authors for story in Story.objects.all()}
    assert bylines == {"One": (ana, ben), "Two": (ben, ana)}
    assert "Author added: “One”." in told


def test_drafts_are_deleted_and_what_was_published_stays(desk: Desk, managing_editor: User) -> None:
    publishing.publish(ready("Live"), by=managing_editor)
    written("One", "Two", by=managing_editor)
    client = desk(managing_editor)
    chosen = boxes(client)
    client.post(f"{LIST}bulk/delete/", {"chosen": chosen})
    assert Story.objects.count() == 3  # It asks first.

    told = do(client, "delete", chosen, yes="1")

    assert [str(story) for story in Story.objects.all()] == ["Live"]
    assert any("has been published, so it cannot be deleted" in each for each in told)


def test_one_returns_to_the_list_as_it_was(desk: Desk, managing_editor: User) -> None:
    written("One", by=managing_editor)
    client = desk(managing_editor)
    shown = client.get(LIST, {"mine": "own"})
    url = f"{LIST}bulk/submit/?_changelist_filters=mine%3Down"
    assert url in shown.text
    done = client.post(url, {"chosen": [shown.context["rows"][0].choice]})
    assert done["Location"] == f"{LIST}?mine=own"


@pytest.mark.parametrize("sent", [[], ["x"], ["9" * 30], ["1"], ["1-2-3-4"], ["-1-1-1-1"]])
def test_nonsense_does_nothing(desk: Desk, managing_editor: User, sent: list[str]) -> None:
    story = written("One", by=managing_editor)[0]
    sent = [each.replace("1", str(story.pk), 1) if each[:1] == "1" else each for each in sent]
    client = desk(managing_editor)
    assert do(client, "submit", sent)
    assert states("One") == ["draft"]
    assert client.post(f"{LIST}bulk/publish/", {"chosen": sent}).status_code == 404
    assert client.get(f"{LIST}bulk/submit/", {"chosen": sent}).status_code in {200, 302}


@pytest.mark.parametrize("number", [1, 3, 30])
def test_a_question_costs_as_much_however_many_are_chosen(
    desk: Desk,
    managing_editor: User,
    number: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for each in range(number):
        draft(f"Story {each}", tags=(f"tag {each}",))
    client = desk(managing_editor)
    chosen = boxes(client)
    # The session, the account, its permissions, the bar's links and notices; the stories, the tags.
    with django_assert_num_queries(7):
        client.get(f"{LIST}bulk/tags/", {"chosen": chosen})
