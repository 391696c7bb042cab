"""Two people save one story: nothing is lost, and each sees what the other wrote."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.test import Client

from articles import writing
from articles.desk.history.difference import MOST_ROWS
from articles.models import Story
from articles.stories import working_copy_of
from newsroom.accounts.models import User
from tests import helpers
from tests.desk.people.test_roles_stories import address
from tests.helpers import sent

Desk = Callable[[User], Client]


@pytest.fixture
def stale(story: Story) -> dict[str, str]:
    """What a form sends that was opened before somebody else saved."""
    form = sent(story, summary="Mine.")
    save(story, "Theirs.")
    return form


def save(story: Story, summary: str) -> None:
    now = Story.objects.get(pk=story.pk)
    copy = replace(working_copy_of(now), summary=summary)
    writing.save(now, copy, by=helpers.managing_editor("ben"))


def summary_of(story: Story) -> str:
    return Story.objects.get(pk=story.pk).summary


def test_a_refused_save_shows_both_texts_and_leads_to_the_other(
    desk: Desk, managing_editor: User, story: Story, stale: dict[str, str]
) -> None:
    page = desk(managing_editor).post(address("change", story), stale)

    assert summary_of(story) == "Theirs."
    assert "ben saved this story" in page.text
    conflict = page.context["conflict"]
    assert [(row.old, row.new) for row in conflict.rows[:1]] == [
        ('<del data-label="removed">Theirs</del>.', '<ins data-label="added">Mine</ins>.')
    ]
    assert f'href="{address("change", story)}" target="_blank"' in page.text
    assert "before=revision-1&amp;after=draft" in page.text
    assert 'name="save_over" value="2"' in page.text
    assert "Mine.</textarea>" in page.text


def test_what_is_the_same_far_from_a_change_is_counted_and_not_shown(
    desk: Desk, managing_editor: User
) -> None:
    text = "".join(f"<p>Paragraph {number} of many</p>" for number in range(9))
    story = helpers.draft("Harvest begins", body=text)
    form = sent(story, body=text.replace("4 of many", "4 of a few"))
    save(story, "Theirs.")

    page = desk(managing_editor).post(address("change", story), form)

    rows = [(row.part, row.what, row.new) for row in page.context["conflict"].rows]
    assert rows[-5:] == [
        ("3 parts", "unchanged", ""),
        ("paragraph", "unchanged", "Paragraph 3 of many"),
        ("paragraph", "changed", 'Paragraph 4 of <ins data-label="added">a few</ins>'),
        ("paragraph", "unchanged", "Paragraph 5 of many"),
        ("3 parts", "unchanged", ""),
    ]


def test_of_thousands_of_changes_the_first_are_shown_and_the_others_counted(
    desk: Desk, managing_editor: User
) -> None:
    story = helpers.draft("Harvest begins", body="".join(f"<p>a{n}</p>" for n in range(3_000)))
    form = sent(story, body="".join(f"<p>b{n}</p>" for n in range(3_000)))
    save(story, "Theirs.")

    rows = desk(managing_editor).post(address("change", story), form).context["conflict"].rows

    assert len(rows) == MOST_ROWS + 1
    paragraphs = sum(row.part == "paragraph" for row in rows)
    assert (rows[-1].part, rows[-1].what) == (f"{3_000 - paragraphs} parts", "not shown")


def test_an_editor_who_has_seen_both_may_save_over_the_other(
    desk: Desk, managing_editor: User, story: Story, stale: dict[str, str]
) -> None:
    client = desk(managing_editor)
    client.post(address("change", story), stale)

    client.post(address("change", story), {**stale, "save_over": "2"})

    assert summary_of(story) == "Mine."
    assert story.revisions.count() == 3


def test_what_was_saved_after_the_comparison_is_not_saved_over(
    desk: Desk, managing_editor: User, story: Story, stale: dict[str, str]
) -> None:
    save(story, "Newest.")

    page = desk(managing_editor).post(address("change", story), {**stale, "save_over": "2"})

    assert summary_of(story) == "Newest."
    assert 'name="save_over" value="3"' in page.text


@pytest.mark.parametrize("version", ["", " ", "no", None])
def test_a_form_that_does_not_say_which_version_it_shows_is_refused(
    desk: Desk, managing_editor: User, story: Story, stale: dict[str, str], version: str | None
) -> None:
    form = {name: value for name, value in stale.items() if name != "opened_version"}
    if version is not None:
        form["opened_version"] = version

    page = desk(managing_editor).post(address("change", story), form)

    assert page.status_code == 200
    assert "did not say which version of the story it shows" in page.text
    assert summary_of(story) == "Theirs."
