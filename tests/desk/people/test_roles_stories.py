"""Who may do what with a story in which state: one table, walked through the admin's addresses."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db.models import F
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles import publishing, writing
from articles.desk.actions.actions import ACTIONS as OFFERED
from articles.desk.history.as_seen import as_seen_url
from articles.models import Story, WorkflowState
from articles.people import EDITOR, MANAGING_EDITOR, MODERATOR, REPORTER
from newsroom.accounts.models import User
from tests import helpers
from tests.factories import make_correction, make_revision
from tests.helpers import NEW_YEAR, confirm, send_form, sent
from tests.wire.helpers import take

pytestmark = [pytest.mark.django_db, pytest.mark.once]

# Written by hand: y where it is done, - where it is refused and nothing changes.
# "own": a reporter with a story that this reporter started; "colleague": with another's.
WHO = ("own", "colleague", EDITOR, MANAGING_EDITOR, MODERATOR, "nobody", "reader")
TABLE = """
read               draft     y y y y - - -
read               in_review y y y y - - -
read               ready     y y y y - - -
preview            draft     y y y y - - -
preview            in_review y y y y - - -
preview            ready     y y y y - - -
history            draft     y y y y - - -
history            in_review y y y y - - -
history            ready     y y y y - - -
compare            draft     y y y y - - -
compare            in_review y y y y - - -
compare            ready     y y y y - - -
as_seen            draft     y y y y - - -
as_seen            in_review y y y y - - -
as_seen            ready     y y y y - - -
type               draft     y - y y - - -
type               in_review y - y y - - -
type               ready     y - y y - - -
edit               draft     y - y y - - -
edit               in_review - - y y - - -
edit               ready     - - y y - - -
restore_revision   draft     y - y y - - -
restore_revision   in_review - - y y - - -
restore_revision   ready     - - y y - - -
link               draft     y - y y - - -
link               in_review - - y y - - -
link               ready     - - y y - - -
accept_update      draft     y - y y - - -
accept_update      in_review - - y y - - -
accept_update      ready     - - y y - - -
submit             draft     y - y y - - -
submit             in_review - - - - - - -
submit             ready     - - - - - - -
send_back          draft     - - - - - - -
send_back          in_review - - y y - - -
send_back          ready     - - - - - - -
approve            draft     - - - - - - -
approve            in_review - - y y - - -
approve            ready     - - - - - - -
return_to_draft    draft     - - - - - - -
return_to_draft    in_review y - - - - - -
return_to_draft    ready     - - - - - - -
reopen             draft     - - - - - - -
reopen             in_review - - - - - - -
reopen             ready     - - y y - - -
publish            draft     - - y y - - -
publish            in_review - - y y - - -
publish            ready     - - y y - - -
schedule           draft     - - y y - - -
schedule           in_review - - y y - - -
schedule           ready     - - y y - - -
republish          draft     - - y y - - -
republish          in_review - - y y - - -
republish          ready     - - y y - - -
reinstate          draft     - - y y - - -
reinstate          in_review - - y y - - -
reinstate          ready     - - y y - - -
embargo            draft     y - y y - - -
embargo            in_review - - y y - - -
embargo            ready     - - y y - - -
lift_embargo       draft     - - y y - - -
lift_embargo       in_review - - y y - - -
lift_embargo       ready     - - y y - - -
withdraw           draft     - - y y - - -
withdraw           in_review - - y y - - -
withdraw           ready     - - y y - - -
reschedule         draft     - - y y - - -
reschedule         in_review - - y y - - -
reschedule         ready     - - y y - - -
see                draft     y y y y - - -
see                in_review y y y y - - -
see                ready     y y y y - - -
unschedule_one     draft     - - y y - - -
unschedule_one     in_review - - y y - - -
unschedule_one     ready     - - y y - - -
unschedule         draft     - - y y - - -
unschedule         in_review - - y y - - -
unschedule         ready     - - y y - - -
add_correction     draft     - - y y - - -
add_correction     in_review - - y y - - -
add_correction     ready     - - y y - - -
retract_correction draft     - - y y - - -
retract_correction in_review - - y y - - -
retract_correction ready     - - y y - - -
delete             draft     - - y y - - -
delete             in_review - - y y - - -
delete             ready     - - y y - - -
"""
ROWS = [line.split() for line in TABLE.strip().splitlines()]
COPY = "Harvest begins\n\nThe harvest has begun.\n\nIt will last a month.\n"


def people() -> dict[str, User | None]:
    """Everybody who may try, by the name in the table; a reader is not logged in."""
    return {
        "own": helpers.person(REPORTER, "writer"),
        "colleague": helpers.person(REPORTER, "colleague"),
        EDITOR: helpers.person(EDITOR),
        MANAGING_EDITOR: helpers.person(MANAGING_EDITOR, "boss"),
        MODERATOR: helpers.person(MODERATOR),
        "nobody": helpers.person(""),
        "reader": None,
    }


def story_in(state: str) -> Story:
    """Return the writer's story, from copy, in this state."""
    receipt = take(COPY.encode(), helpers.person(REPORTER, "writer"))
    assert receipt.story
    story = receipt.story
    if state != WorkflowState.DRAFT:
        story = writing.submit(story, by=helpers.managing_editor())
    if state == WorkflowState.READY:
        story = writing.approve(story, by=helpers.managing_editor())
    return story


def address(name: str, story: Story) -> str:
    return reverse(f"admin:articles_story_{name}", args=[story.pk])


def read(client: Client, story: Story) -> bool:
    return client.get(address("change", story)).status_code == 200


def preview(client: Client, story: Story) -> bool:
    return client.get(address("preview", story)).status_code == 200


def history(client: Client, story: Story) -> bool:
    return client.get(address("history", story)).status_code == 200


def compare(client: Client, story: Story) -> bool:
    page = f"{address('compare', story)}?before=revision-1&after=draft"
    return client.get(page).status_code == 200


def as_seen(client: Client, story: Story) -> bool:
    publish_as_it_is(story)
    at = timezone.now()
    return client.get(as_seen_url(at, f"/news/{story.slug}/")).status_code == 200


def restore_revision(client: Client, story: Story) -> bool:
    make_revision(story, summary="As it was.")
    page = reverse("admin:articles_story_restore_revision", args=[story.pk, 0])
    shown = client.get(page).status_code == 200
    client.post(page, {"version": story.version})
    done = Story.objects.get(pk=story.pk).summary == "As it was."
    assert shown == done
    return done


def preview_typed(client: Client, story: Story) -> bool:
    page = client.post(address("preview", story), sent(story, summary="As typed."))
    return page.status_code == 200 and "As typed." in page.text


def edit(client: Client, story: Story) -> bool:
    client.post(address("change", story), sent(story, summary="Changed."))
    return Story.objects.get(pk=story.pk).summary == "Changed."


def link(client: Client, story: Story) -> bool:
    row = {"related_links-0-url": "https://else.test/", "related_links-0-headline": "Else"}
    client.post(address("change", story), sent(story, **row))
    return story.related_links.exists()


def accept_update(client: Client, story: Story) -> bool:
    copy = take((COPY + "\nIt ended.\n").encode(), helpers.managing_editor()).wire_copy
    assert copy
    page = reverse("admin:articles_wirecopy_compare", args=[copy.pk])
    client.post(page, {"version": story.version})
    return "It ended." in Story.objects.get(pk=story.pk).body


def by_button(name: str, target: WorkflowState) -> Callable[[Client, Story], bool]:
    def press(client: Client, story: Story) -> bool:
        before = story.state
        client.post(address("change", story), sent(story, **{f"_{name}": "1"}))
        after = Story.objects.get(pk=story.pk).state
        return after == target and before != after

    return press


def publish(client: Client, story: Story) -> bool:
    client.post(address("change", story), sent(story, _publish="1"))
    confirm(client, address("publish", story))
    return story.published_versions.visible(timezone.now()).exists()


def return_to_draft(client: Client, story: Story) -> bool:
    before = story.state
    confirm(client, address("return_to_draft", story))
    return (
        before != WorkflowState.DRAFT
        and Story.objects.get(pk=story.pk).state == WorkflowState.DRAFT
    )


def send_back(client: Client, story: Story) -> bool:
    before = story.state
    confirm(client, address("send_back", story), {"reason": "Who says so?"})
    return (
        before != WorkflowState.DRAFT
        and Story.objects.get(pk=story.pk).state == WorkflowState.DRAFT
    )


def schedule(client: Client, story: Story) -> bool:
    confirm(client, address("schedule", story), {"at": NEW_YEAR})
    return story.published_versions.scheduled(timezone.now()).exists()


def set_embargo(client: Client, story: Story) -> bool:
    confirm(client, address("embargo", story), {"at": NEW_YEAR, "reason": "They ask."})
    return Story.objects.get(pk=story.pk).embargoed_until(timezone.now()) is not None


def lift_embargo(client: Client, story: Story) -> bool:
    confirm(client, address("lift_embargo", story), {"reason": "They let us."})
    return Story.objects.get(pk=story.pk).embargoed_until(timezone.now()) is None


def publish_as_it_is(story: Story, **when: Any) -> None:
    """Publish the story, whatever the state of its copy is, which stays as it is."""
    state = story.state
    Story.objects.filter(pk=story.pk).update(state=WorkflowState.READY)
    publishing.publish(story, by=helpers.managing_editor(), **when)
    Story.objects.filter(pk=story.pk).update(state=state)


def withdraw(client: Client, story: Story) -> bool:
    publish_as_it_is(story)
    confirm(client, address("withdraw", story), {"note": ""})
    return not story.published_versions.visible(timezone.now()).exists()


def republish(client: Client, story: Story) -> bool:
    summary = story.summary
    Story.objects.filter(pk=story.pk).update(summary="Before.")
    publish_as_it_is(Story.objects.get(pk=story.pk))
    Story.objects.filter(pk=story.pk).update(summary=summary)
    confirm(client, address("publish", story), {"change": "update"})
    return story.published_versions.count() == 2


def reinstate(client: Client, story: Story) -> bool:
    publish_as_it_is(story)
    publishing.withdraw(story, by=helpers.managing_editor())
    confirm(client, address("reinstate", story))
    return story.published_versions.visible(timezone.now()).exists()


def unschedule(client: Client, story: Story) -> bool:
    publish_as_it_is(story, at=timezone.now() + timedelta(days=1))
    confirm(client, address("unschedule", story))
    return not story.published_versions.scheduled(timezone.now()).exists()


def reschedule(client: Client, story: Story) -> bool:
    at = timezone.now() + timedelta(days=1)
    publish_as_it_is(story, at=at)
    sent = {"version": story.published_versions.get().pk, "at": NEW_YEAR}
    confirm(client, address("reschedule", story), sent)
    return story.published_versions.scheduled(at).exists()


def see(client: Client, story: Story) -> bool:
    publish_as_it_is(story, at=timezone.now() + timedelta(days=1))
    page = reverse(
        "admin:articles_story_version", args=[story.pk, story.published_versions.get().pk]
    )
    return client.get(page).status_code == 200


def unschedule_one(client: Client, story: Story) -> bool:
    publish_as_it_is(story, at=timezone.now() + timedelta(days=1))
    confirm(client, address("unschedule", story), {"version": story.published_versions.get().pk})
    return not story.published_versions.scheduled(timezone.now()).exists()


def add_correction(client: Client, story: Story) -> bool:
    publish_as_it_is(story)
    confirm(client, address("add_correction", story), {"kind": "update", "text": "More."})
    return story.corrections.exists()


def retract_correction(client: Client, story: Story) -> bool:
    note = make_correction(story)
    confirm(
        client, address("retract_correction", story), {"correction": note.pk, "reason": "Less."}
    )
    return not story.corrections.visible(timezone.now()).exists()


def delete(client: Client, story: Story) -> bool:
    send_form(client, address("delete", story), {"post": "yes"})
    return not Story.objects.filter(pk=story.pk).exists()


ACTIONS: dict[str, Callable[[Client, Story], bool]] = {
    "read": read,
    "preview": preview,
    "history": history,
    "compare": compare,
    "as_seen": as_seen,
    "restore_revision": restore_revision,
    "type": preview_typed,
    "edit": edit,
    "link": link,
    "accept_update": accept_update,
    "submit": by_button("submit", WorkflowState.IN_REVIEW),
    "send_back": send_back,
    "approve": by_button("approve", WorkflowState.READY),
    "return_to_draft": return_to_draft,
    "reopen": by_button("reopen", WorkflowState.DRAFT),
    "publish": publish,
    "schedule": schedule,
    "republish": republish,
    "embargo": set_embargo,
    "lift_embargo": lift_embargo,
    "withdraw": withdraw,
    "reinstate": reinstate,
    "reschedule": reschedule,
    "see": see,
    "unschedule_one": unschedule_one,
    "unschedule": unschedule,
    "add_correction": add_correction,
    "retract_correction": retract_correction,
    "delete": delete,
}
READING = {"read", "preview", "history", "compare", "as_seen", "see", "type"}
BUTTONS = {
    *("submit", "approve", "send_back", "return_to_draft", "reopen"),
    *("publish", "schedule", "embargo"),
}


def test_the_table_has_each_action_in_each_state() -> None:
    rows = [(action, state) for action, state, *_ in ROWS]
    assert sorted(rows) == sorted(
        (action, state) for action in ACTIONS for state in WorkflowState.values
    )
    assert {len(row) for row in ROWS} == {2 + len(WHO)}
    assert {action.name for action in OFFERED} <= ACTIONS.keys()


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("row", ROWS, ids=[f"{row[0]}-{row[1]}" for row in ROWS])
def test_it_is_done_or_refused(row: list[str], who: str) -> None:
    action, state, *marks = row
    allowed = marks[WHO.index(who)] == "y"
    story, client, user = story_in(state), Client(), people()[who]
    if action == "lift_embargo":
        tomorrow = timezone.now() + timedelta(days=1)
        publishing.set_embargo(
            story, by=helpers.managing_editor(), until=tomorrow, reason="They ask."
        )
    before = stored(story)
    if user:
        client.force_login(user)

    assert ACTIONS[action](client, story) == allowed

    by = (
        story.audit_log.filter(by=user).exclude(action="imported")
        if user
        else story.audit_log.none()
    )
    if not allowed:
        assert not by.exists()
        assert stored(story) == before
    elif action not in READING | {"link"}:
        assert by.exists()


def stored(story: Story) -> dict[str, Any]:
    """Return what a story's row holds."""
    columns = (field.attname for field in Story._meta.concrete_fields)
    return dict(Story.objects.filter(pk=story.pk).values(*columns, links=F("related_links__pk"))[0])


@pytest.mark.parametrize("state", WorkflowState.values)
@pytest.mark.parametrize("who", WHO[:4])
def test_the_buttons_are_those_of_the_table(who: str, state: str) -> None:
    story, client, user = story_in(state), Client(), people()[who]
    assert user
    client.force_login(user)

    shown = {button.name for button in client.get(address("change", story)).context["buttons"]}

    at = 2 + WHO.index(who)
    assert shown == {row[0] for row in ROWS if row[1] == state and row[at] == "y"} & BUTTONS


@pytest.mark.parametrize("state", WorkflowState.values)
def test_lists_of_what_one_may_edit_say_the_same(state: str) -> None:
    story = story_in(state)
    found = {}
    for who, user in people().items():
        if who in WHO[:4] and user:
            client = Client()
            client.force_login(user)
            page = client.get(reverse("admin:articles_story_changelist"), {"mine": "edit"})
            found[who] = story in page.context["cl"].result_list
    row = next(row for row in ROWS if row[:2] == ["edit", state])
    assert found == {
        who: mark == "y" for who, mark in zip(WHO, row[2:], strict=True) if who in found
    }


def test_who_typed_into_a_draft_that_was_submitted_meanwhile_keeps_the_text() -> None:
    story, client = story_in(WorkflowState.DRAFT), Client()
    client.force_login(helpers.person(REPORTER, "writer"))
    typed = sent(story, summary="Typed, typed, typed.")
    writing.submit(story, by=helpers.managing_editor())

    response = client.post(address("change", story), typed)

    assert "It is in review now" in response.text
    assert "Typed, typed, typed." in response.text
