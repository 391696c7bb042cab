"""What the story's form shows: one button that stands out, checks, links, the latest history."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from articles import publishing, writing
from articles.models import Story
from articles.people import REPORTER
from articles.people.roles import EDITOR
from tests import helpers
from tests.desk.people.test_roles_stories import address, story_in
from tests.factories import make_author
from tests.helpers import draft, ready, relate, sent

pytestmark = pytest.mark.django_db
ADD = "/admin/articles/story/add/"


def client_of(role: str, name: str = "") -> Client:
    client = Client()
    client.force_login(helpers.person(role, name))
    return client


@pytest.mark.parametrize(
    ("state", "role", "name", "primary"),
    [
        ("draft", REPORTER, "writer", "submit"),
        ("draft", EDITOR, "", "publish"),
        ("in_review", EDITOR, "", "approve"),
        ("ready", EDITOR, "", "publish"),
        ("in_review", REPORTER, "writer", None),
    ],
)
def test_one_button_stands_out(state: str, role: str, name: str, primary: str | None) -> None:
    page = client_of(role, name).get(address("change", story_in(state)))
    shown = page.context["primary"]
    assert (shown.name if shown else None) == primary
    names = [button.name for button in page.context["more"]]
    assert primary not in names
    assert len(names) == len(page.context["buttons"]) - (primary is not None)


def test_a_new_story_has_its_writers_name_in_the_byline() -> None:
    ana = helpers.person(REPORTER, "ana")
    author = make_author(name="Ana Lee", user=ana)
    byline = {
        name: client_of(REPORTER, name).get(ADD).context["adminform"].form["byline"]
        for name in ("ana", "ben")
    }
    assert byline["ana"].value() == [str(author.pk)]
    assert not byline["ben"].value()


def test_nothing_reaches_readers_by_one_click() -> None:
    story, client = ready("Harvest begins"), client_of(EDITOR)
    asked = client.post(address("change", story), sent(story, _publish="1"), follow=True)
    assert "The story is in no section." in asked.text
    assert not story.published_versions.exists()


def test_withdrawing_comes_last() -> None:
    story = ready("Harvest begins")
    publishing.publish(story, by=helpers.managing_editor())
    page = client_of(EDITOR).get(address("change", story))
    assert page.context["more"][-1].name == "withdraw"


def test_publishing_does_not_stand_out_while_readers_have_everything() -> None:
    story = ready("Harvest begins")
    publishing.publish(story, by=helpers.managing_editor())
    editor = client_of(EDITOR)
    text = editor.get(address("change", story)).text
    assert 'name="_publish" class="button" data-needs-changes data-asks>' in text
    editor.post(
        address("change", story), {**sent(story), "summary": "It is late.", "_continue": "1"}
    )
    text = editor.get(address("change", story)).text
    assert 'name="_publish" class="button default" data-asks>' in text


def test_whoever_may_not_publish_what_they_wrote_submits_it(settings: Settings) -> None:
    settings.NEWSROOM_TWO_PEOPLE = True
    client = Client()
    client.force_login(helpers.managing_editor())
    assert client.get(address("change", draft())).context["primary"].name == "submit"


def test_checks_tell_faults_from_advice_and_lead_to_the_fields() -> None:
    story = draft("x" * 80, body="")
    text = client_of(EDITOR).get(address("change", story)).text
    blocking, advised = text.split("Still open")
    assert '<a href="#id_body" dir="auto">The body is empty' in blocking
    assert '<a href="#id_headline" dir="auto">The headline is long' in advised
    assert '<a href="#id_tags" dir="auto">The story has no tags' in advised


def test_the_page_that_publishes_names_open_advice_once() -> None:
    story = ready("Harvest begins")
    publishing.publish(story, by=helpers.managing_editor())
    helpers.changed(story)
    client = client_of(EDITOR)
    text = client.get(address("publish", story)).text
    assert text.count("The story has no author.") == 1
    assert "The story has no author." not in client.get(address("withdraw", story)).text


def test_what_is_open_is_named_before_the_first_publication_and_does_not_stop_it() -> None:
    story, client = ready("Harvest begins"), client_of(EDITOR)
    note = writing.add_note(story, "Who says so?", by=helpers.managing_editor())
    page = client.get(address("change", story))
    assert (page.context["primary"].label, page.context["primary"].asks) == ("Publish now…", True)
    assert '<a href="#id_notes" dir="auto">1 note is open.' in page.text
    asked = client.post(address("change", story), sent(story, _publish="1"))["Location"]
    assert client.get(asked).text.count("1 note is open.") == 1
    assert "1 note is open." in client.get(address("schedule", story)).text
    helpers.confirm(client, asked)
    assert story.published_versions.exists()
    writing.resolve_note(note, by=helpers.managing_editor())
    assert "1 note is open." not in client.get(address("change", story)).text


def test_where_scripts_run_the_question_is_asked_over_the_form() -> None:
    story, client = ready("Harvest begins"), client_of(EDITOR)
    plain = client.post(address("change", story), sent(story, _schedule="1"))
    assert plain["Location"] == address("schedule", story)
    story.refresh_from_db()
    answer = client.post(address("change", story), sent(story, _schedule="1", _dialog="1"))
    assert answer["Location"] == f"{address('change', story)}?ask=schedule"
    page = client.get(answer["Location"])
    assert f'data-question="{address("schedule", story)}"' in page.text
    assert "data-question" not in client.get(f"{address('change', story)}?ask=nope").text


def test_the_form_needs_the_same_queries_however_many_links() -> None:
    story, client, asked = draft("Harvest begins"), client_of(EDITOR), set()
    made = 0
    for number in (1, 3, 30):
        while made < number:
            relate(story, target=draft(f"Story {made}"))
            made += 1
        client.get(address("change", story))
        with CaptureQueriesContext(connection) as captured:
            page = client.get(address("change", story))
        assert page.text.count('class="newsroom-related-row"') == number + 1
        asked.add(len(captured))
    assert len(asked) == 1


def test_a_headline_of_several_lines_becomes_one() -> None:
    story, client = draft("Harvest begins"), client_of(EDITOR)
    client.post(address("change", story), sent(story, headline="Harvest\r\n ends"))
    assert Story.objects.get(pk=story.pk).headline == "Harvest ends"
