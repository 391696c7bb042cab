"""What is decided on a card of the queue, and what is refused."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from articles import publishing, writing
from articles.links import moderation
from articles.models import CorrectionKind, RelatedLink
from articles.people import EDITOR, MANAGING_EDITOR, MODERATOR, REPORTER
from articles.stories import WorkingCopy
from tests.desk.links.queue import JSON, LIST, QUEUE, Desk, decide, send, suggested
from tests.helpers import changed, person, ready

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_the_second_of_two_moderators_is_told_who_decided_what(desk: Desk) -> None:
    (one,) = suggested(1)
    client = desk(person(MODERATOR))
    digest = client.get(QUEUE).context["card"].shown
    moderation.reject(one, by=person(EDITOR), reason="Old.")

    page = send(client, one, decision="approve", shown=digest)

    assert "ditor rejected “Target 0” on 1 September 2025" in page.text
    assert "Your decision was not saved." in page.text
    assert page.context["card"].decided_by == "editor"
    one.refresh_from_db()
    assert one.state == "rejected"


@pytest.mark.parametrize(
    "change",
    [
        {"headline": "Other words"},
        {"label": "Other label"},
        {"target": None, "url": "https://else.test/"},
    ],
)
def test_what_changed_meanwhile_is_shown_and_asked_again(
    desk: Desk, change: dict[str, Any]
) -> None:
    (one,) = suggested(1)
    client = desk(person(MODERATOR))
    digest = client.get(QUEUE).context["card"].shown
    RelatedLink.objects.filter(pk=one.pk).update(**change)

    page = send(client, one, decision="approve", shown=digest)
    assert "Your decision was not saved; look at it again." in page.text
    one.refresh_from_db()
    assert one.state == "suggested"

    decide(client, one, decision="approve")
    one.refresh_from_db()
    assert one.state == "approved"


def test_another_headline_of_the_target_is_another_text(desk: Desk) -> None:
    (one,) = suggested(1)
    client = desk(person(MODERATOR))
    digest = client.get(QUEUE).context["card"].shown
    assert one.target
    writing.save(one.target, WorkingCopy("War begins", body="<p>Now.</p>"), by=person(EDITOR))
    page = send(client, one, decision="approve", shown=digest)
    assert "Your decision was not saved" in page.text


def _corrected(link: RelatedLink) -> None:
    assert link.target
    by, kind = person(EDITOR), CorrectionKind.CORRECTION
    publishing.add_correction(link.target, by=by, kind=kind, text="It was Ana.")


def _appeared(link: RelatedLink) -> None:
    assert link.target
    publishing.publish(changed(link.target), by=person(EDITOR))


@pytest.mark.parametrize("change", [_corrected, _appeared])
def test_what_readers_got_of_the_target_meanwhile_is_looked_at_first(
    desk: Desk, change: Callable[[RelatedLink], None]
) -> None:
    (one,) = suggested(1)
    client = desk(person(MODERATOR))
    digest = client.get(QUEUE).context["card"].shown
    listed = client.get(LIST).text
    assert f'name="shown-{one.pk}" value="{digest}"' in listed
    change(one)

    page = send(client, one, decision="approve", shown=digest)
    assert "The page to which “Target 0” leads has changed since" in page.text
    chosen = {"action": "approve", "_selected_action": [one.pk], f"shown-{one.pk}": digest}
    many = client.post(LIST, chosen)

    assert "Your decision was not saved; look at it again." in page.text
    assert "Your decision was not saved; look at it again." in many.text
    one.refresh_from_db()
    assert one.state == "suggested"


def test_a_script_is_answered_in_data_and_gets_the_card_only_to_look_again(desk: Desk) -> None:
    client, (one, _) = desk(person(MODERATOR)), suggested(2)
    digest = client.get(QUEUE).context["card"].shown

    done = send(client, one, decision="approve", shown=digest, headers=JSON).json()
    assert (done["said"], done["refused"], done["left"], done["card"]) == (
        "“Target 0” was approved.",
        False,
        1,
        "",
    )
    undone = send(client, one, decision="undo", shown=done["shown"], headers=JSON).json()
    assert undone["left"] == 2
    assert f'data-link="{one.pk}"' in undone["card"]
    late = send(client, one, decision="undo", shown=done["shown"], headers=JSON).json()
    assert (late["refused"], "is already waiting for a decision" in late["said"]) == (True, True)


def test_words_place_and_order_for_readers_are_chosen_with_the_approval(desk: Desk) -> None:
    target = ready("Target")
    publishing.publish(target, by=person(MANAGING_EDITOR))
    body = '<p>Text</p><aside data-block="also-read" data-key="also00001">Target</aside>'
    story = ready("Linking", body=body)
    publishing.publish(story, by=person(MANAGING_EDITOR))
    link, client = story.related_links.get(), desk(person(MODERATOR))

    def page() -> str:
        return Client().get(f"/news/{story.slug}/").text

    decide(client, link, decision="approve", label="See also: ", headline="What it means")
    assert "See also: </span><a href" in page()
    assert "What it means</a></aside>" in page()

    decide(client, link, decision="approve", after_body="on", order="1")
    assert "also-read" not in page()
    assert "Related stories" in page()
    assert 'href="/news/target/">Target</a>' in page()

    decide(client, link, decision="reject")
    assert "Related stories" not in page()
    assert "also-read" not in page()


def test_the_order_after_the_text_is_that_which_was_chosen(desk: Desk) -> None:
    story = ready("Linking")
    links = suggested(3, story)
    client = desk(person(MODERATOR))
    publishing.publish(story, by=person(MANAGING_EDITOR))
    for link, order in zip(links, ("", "", "1"), strict=True):
        decide(client, link, decision="approve", order=order)
    page = Client().get(f"/news/{story.slug}/").text
    assert sorted(range(3), key=lambda at: page.index(f"/news/target-{at}/")) == [2, 0, 1]


@pytest.mark.parametrize(
    "sent",
    [
        {"decision": "approve", "order": "0"},
        {"decision": "approve", "order": "many"},
        {"decision": "approve", "headline": "Too\0old"},
        {"decision": "approve", "label": "long" * 20},
        {"decision": "reject", "reason": "long" * 100},
        {"rejected": "long" * 100},
    ],
)
def test_what_cannot_be_stored_is_refused_with_a_message(desk: Desk, sent: dict[str, str]) -> None:
    (one,) = suggested(1)
    page = decide(desk(person(MODERATOR)), one, **sent)
    assert page.status_code == 200
    assert "messagelist" in page.text
    one.refresh_from_db()
    assert one.state == "suggested"


@pytest.mark.parametrize("decision", ["", "delete"])
def test_what_is_no_decision_is_refused(desk: Desk, decision: str) -> None:
    (one,) = suggested(1)
    assert decide(desk(person(MODERATOR)), one, decision=decision).status_code == 403


@pytest.mark.parametrize(
    ("role", "may"),
    [(REPORTER, False), ("", False), (EDITOR, True), (MODERATOR, True), (MANAGING_EDITOR, True)],
)
def test_who_decides_by_role(desk: Desk, role: str, may: bool) -> None:
    (one,) = suggested(1)
    client = desk(person(role))
    status = 200 if may else 403
    assert client.get(QUEUE).status_code == status
    assert client.get(f"{QUEUE}card/").status_code == status
    for decision, state in (("approve", "approved"), ("undo", "suggested"), ("reject", "rejected")):
        one.refresh_from_db()
        digest = moderation.shown_of_link(one)
        assert send(client, one, decision=decision, shown=digest).status_code == status
        one.refresh_from_db()
        assert one.state == (state if may else "suggested")
