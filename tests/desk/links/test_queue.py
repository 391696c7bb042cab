"""The queue of related links: one after the other, each decision bound to what was shown."""

from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from selectolax.lexbor import LexborHTMLParser

from articles import publishing, writing
from articles.links import moderation
from articles.models import AuditEntry, CorrectionKind, LinkedPage, RelatedLink, Story
from articles.people import EDITOR, MANAGING_EDITOR, MODERATOR, REPORTER
from articles.stories import WorkingCopy
from newsroom.accounts.models import User
from tests.factories import HOUR, NOON, make_link, make_section
from tests.helpers import changed, draft, person, ready, relate

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
Desk = Callable[[User], Client]
LIST = "/admin/articles/relatedlink/"
QUEUE = f"{LIST}queue/"
JSON = {"Accept": "application/json"}


def suggested(number: int, story: Story | None = None) -> list[RelatedLink]:
    """Return links that reporters added, each to a live story, one a minute."""
    reporter, found = person(REPORTER), []
    for at in range(number):
        target = ready(f"Target {at}")
        publishing.publish(target, by=person(MANAGING_EDITOR))
        link = make_link(story or ready(f"Linking {at}"), target=target, suggested_by=reporter)
        RelatedLink.objects.filter(pk=link.pk).update(suggested_at=NOON - HOUR + at * HOUR / 60)
        found.append(RelatedLink.objects.get(pk=link.pk))
    return found


def shown(client: Client, **query: Any) -> RelatedLink | None:
    card = client.get(QUEUE, query).context["card"]
    return card.link if card else None


def decide(client: Client, link: RelatedLink, **data: str) -> Any:
    """Send the form of the queue's card, as it is without JavaScript."""
    card = client.get(QUEUE, {"link": link.pk}).context["card"]
    return send(client, link, shown=card.shown, **data)


def send(client: Client, link: RelatedLink, **data: Any) -> Any:
    url = reverse("admin:articles_relatedlink_queue_decide", args=[link.pk])
    headers = data.pop("headers", None)
    return client.post(url, data, headers=headers, follow=True)


def test_the_longest_wait_comes_first_and_a_decision_leads_to_the_next(desk: Desk) -> None:
    client, (one, two, three) = desk(person(MODERATOR)), suggested(3)
    assert shown(client) == one

    page = decide(client, one, decision="approve")
    assert "“Target 0” was approved." in page.text
    assert page.context["card"].link == two

    page = decide(client, two, rejected="Out of date")
    assert page.context["card"].link == three
    two.refresh_from_db()
    assert (two.state, two.reason, two.decided_by) == (
        "rejected",
        "Out of date",
        person(MODERATOR),
    )

    page = decide(client, three, decision="reject", reason="No.")
    assert "All links are decided." in page.text


def test_the_card_says_since_when_the_page_of_another_site_has_not_answered(desk: Desk) -> None:
    story, url = draft("Linking"), "https://example.test/page"
    link = make_link(story, url=url, state="approved")
    assert shown(desk(person(MODERATOR))) is None
    LinkedPage.objects.create(
        url=url,
        host="example.test",
        state="dead",
        state_since=NOON + HOUR,
        checked_at=NOON + HOUR,
        failures=2,
        failing_since=NOON - 48 * HOUR,
        fault="404",
        due_at=NOON + 24 * HOUR,
    )
    with time_machine.travel(NOON + 2 * HOUR, tick=False):
        page = desk(person(MODERATOR)).get(QUEUE)
        assert page.context["card"].link == link
        assert page.context["card"].waits_since == NOON + HOUR
        told = "The page at example.test has not answered since 30 August 2025 (404)."
        assert told in page.text

        decide(desk(person(MODERATOR)), link, decision="approve")
        assert shown(desk(person(MODERATOR))) is None


def test_what_is_skipped_waits_and_can_be_begun_again(desk: Desk) -> None:
    client, (one, two) = desk(person(MODERATOR)), suggested(2)
    assert shown(client, after=one.pk) == two
    assert shown(client, after=two.pk) is None
    assert (
        "2 links are still waiting: you skipped them." in client.get(QUEUE, {"after": two.pk}).text
    )
    assert shown(client, after="9" * 30) == one


def test_the_links_of_one_section_are_worked_through_alone(desk: Desk) -> None:
    client, (one, two, three) = desk(person(MODERATOR)), suggested(3)
    world = make_section("World")
    Story.objects.filter(pk__in=(one.story_id, three.story_id)).update(section=world)
    page = client.get(QUEUE, {"section": world.pk})
    assert [(tab.name, tab.waiting) for tab in page.context["sections"]] == [("World", 2)]
    assert (page.context["left"], page.context["links_waiting"]) == (2, "3")

    form = LexborHTMLParser(page.text).css_first("#queue-approve")
    assert form
    data = {"decision": "approve", "shown": page.context["card"].shown}
    page = client.post(str(form.attributes["action"]), data, follow=True)
    assert (page.context["card"].link, page.context["left"]) == (three, 1)
    answer = client.post(
        f"{reverse('admin:articles_relatedlink_queue_decide', args=[three.pk])}?section={world.pk}",
        {"decision": "approve", "shown": page.context["card"].shown},
        headers=JSON,
    ).json()
    assert (answer["left"], answer["left_in_all"]) == (0, 1)
    assert shown(client, section=world.pk) is None
    assert shown(client) == two


def test_a_decision_is_undone_by_the_button_beside_what_was_said(desk: Desk) -> None:
    client, (one, two) = desk(person(MODERATOR)), suggested(2)
    page = decide(client, one, decision="approve")
    undo = page.context["undo"]
    assert undo["link"] == one

    page = send(client, one, decision="undo", shown=undo["shown"])

    assert page.context["card"].link == one
    one.refresh_from_db()
    assert (one.state, one.decided_by, one.decided_at, one.reason) == ("suggested", None, None, "")
    assert AuditEntry.objects.filter(action="link_reopened", story=one.story).exists()
    assert two.state == "suggested"


def test_nobody_is_offered_to_undo_what_another_decided(desk: Desk) -> None:
    (one,) = suggested(1)
    moderation.approve(one, by=person(EDITOR))
    page = desk(person(MODERATOR)).get(QUEUE, {"done": one.pk})
    assert page.context["undo"] is None


def test_the_second_of_two_moderators_is_told_who_decided_what(desk: Desk) -> None:
    (one,) = suggested(1)
    client = desk(person(MODERATOR))
    digest = client.get(QUEUE).context["card"].shown
    moderation.reject(one, by=person(EDITOR), reason="Old.")

    page = send(client, one, decision="approve", shown=digest)

    assert "ditor rejected “Target 0” on 1 September 2025" in page.text
    assert "Your decision was not taken." in page.text
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
    assert "Your decision was not taken; look at it again." in page.text
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
    assert "Your decision was not taken" in page.text


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
    chosen = {"action": "approve", "_selected_action": [one.pk], f"shown-{one.pk}": digest}
    many = client.post(LIST, chosen)

    assert "Your decision was not taken; look at it again." in page.text
    assert "Your decision was not taken; look at it again." in many.text
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
    digest = moderation.shown_of_link(one)
    for decision, state in (("approve", "approved"), ("undo", "suggested"), ("reject", "rejected")):
        one.refresh_from_db()
        digest = moderation.shown_of_link(one)
        assert send(client, one, decision=decision, shown=digest).status_code == status
        one.refresh_from_db()
        assert one.state == (state if may else "suggested")


def test_strangers_are_sent_to_the_log_in() -> None:
    assert Client().get(QUEUE).status_code == 302


def test_a_moderator_reads_what_readers_see_and_only_the_headline_of_a_draft(desk: Desk) -> None:
    secret = draft("Secret", body="<p>The secret text.</p>")
    (one,) = suggested(1, secret)
    assert one.target
    changed(one.target, by=person(MANAGING_EDITOR), more="The new summary.")

    page = desk(person(MODERATOR)).get(QUEUE).text
    assert "Secret" in page
    assert "The secret text." not in page
    assert "Not published" in page
    assert "The harvest has begun." in page
    assert "The new summary." not in page

    page = desk(person(EDITOR)).get(QUEUE).text
    assert "The secret text." in page
    assert "Draft: readers do not see it" in page


def test_it_says_why_a_link_is_there_and_marks_its_place(
    desk: Desk, clock: time_machine.TimeMachineFixture
) -> None:
    publishing.publish(ready("Harvest begins today"), by=person(MANAGING_EDITOR))
    line = '<aside data-block="also-read" data-key="also00001">Harvest begins todax</aside>'
    story = ready("Linking", body=f"<p>Text</p>{line}")
    publishing.publish(story, by=person(MANAGING_EDITOR))
    relate(story, by=person(EDITOR), url="https://else.test/page", headline="Else")
    clock.move_to(NOON + 2 * HOUR, tick=False)
    client = desk(person(MODERATOR))

    page = client.get(QUEUE).text
    assert "Headlines 95 % alike" in page
    assert "queue-mark" in page
    assert "2 h ago" in page

    link = story.related_links.get(key="")
    moderation.reopen(link, by=person(EDITOR))
    page = client.get(QUEUE, {"link": link.pk}).text
    assert "Added by editor" in page
    assert 'href="https://else.test/page" target="_blank" rel="noopener noreferrer"' in page


@pytest.mark.parametrize("number", [1, 3, 30])
def test_it_asks_no_more_however_many_wait(desk: Desk, number: int) -> None:
    story = ready("Linking")
    publishing.publish(story, by=person(MANAGING_EDITOR))
    suggested(number, story)
    client = desk(person(MODERATOR))
    client.get(QUEUE)
    with CaptureQueriesContext(connection) as captured:
        client.get(QUEUE)
    # The session, the account, its permissions and notices; the first link, with its
    # stories, and other stories that fit; each story’s version, with links, masthead, breaking
    # news, recent news and live coverage (sixteen); how many wait, and in which sections.
    assert len(captured) == 25
