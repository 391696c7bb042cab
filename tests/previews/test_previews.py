"""Previews for outsiders: what a link opens, and when it opens nothing."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.files.storage import default_storage
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles import body, previews, publishing, writing
from articles.core import BadTime, Embargoed, NewsroomError, NotAllowed, NotPossible
from articles.models import AuditEntry, PreviewLink, PreviewUse, Story
from articles.people import EDITOR, MANAGING_EDITOR, MODERATOR, REPORTER
from articles.previews import opened, share, view
from articles.stories import working_copy_of
from newsroom.accounts.turns import Turns
from tests.factories import HOUR, NOON, make_picture
from tests.helpers import draft, managing_editor, person, ready, relate
from tests.wire.helpers import article, take

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
DAY = timedelta(days=1)


def shared(story: Story | None = None, days: int = 7, for_whom: str = "Dr Weber") -> PreviewLink:
    story = story or draft("Secret merger")
    return previews.share_preview(story, by=managing_editor(), for_whom=for_whom, days=days)


def read(link: PreviewLink, **more: Any) -> Any:
    return Client().get(previews.preview_url(link), **more)


def test_an_outsider_reads_the_revision_and_not_what_is_saved_later() -> None:
    story = draft("Secret merger", body="<p>They merge.</p>")
    link = shared(story)
    copy = replace(working_copy_of(story), headline="Open merger", body="<p>Else.</p>")
    writing.save(story, copy, by=managing_editor())
    page = read(link)
    assert page.status_code == 200
    assert "Secret merger" in page.text
    assert "They merge." in page.text
    assert "Open merger" not in page.text
    assert "not published" in page.text
    assert "Dr Weber" in page.text


def test_it_is_neither_cached_nor_indexed_and_starts_no_session() -> None:
    page = read(shared())
    assert page["Cache-Control"] == "no-store, private"
    assert "noindex" in page["X-Robots-Tag"]
    assert '<meta name="robots" content="noindex">' in page.text
    assert page["Referrer-Policy"] == "no-referrer"
    assert not page.cookies
    assert "edit-link.js" not in page.text
    assert "/admin/" not in page.text


def closed() -> dict[str, str]:
    """Return the paths of links that open nothing, by what is wrong with them."""
    by = managing_editor()
    links = {name: shared(draft(f"Secret {name}")) for name in ("revoked", "tampered", "expired")}
    previews.revoke_preview(links["revoked"], by=by)
    PreviewLink.objects.filter(pk=links["expired"].pk).update(expires_at=NOON, made_at=NOON - DAY)
    paths = {name: previews.preview_url(link) for name, link in links.items()}
    paths["tampered"] = paths["tampered"][:-3] + "xx/"
    withdrawn = ready("Secret withdrawn")
    publishing.publish(withdrawn, by=by)
    paths["withdrawn"] = previews.preview_url(shared(withdrawn))
    publishing.withdraw(withdrawn, by=by)
    killed = take(article("Council meets"), by).story
    assert killed
    paths["killed"] = previews.preview_url(shared(killed))
    take(article("KILL: Council meets"), by)
    number = shared(draft("Secret number")).pk
    return paths | {
        "unsigned": f"/preview/{number}/",
        "no such link": previews.preview_url(PreviewLink(pk=10**17)),
        "long": f"/preview/{'x' * 900}/",
        "odd": "/preview/%20%F0%9F%98%80.%00/".replace("%00", "0"),
    }


def test_all_that_opens_nothing_is_answered_alike() -> None:
    answers = {name: Client().get(path) for name, path in closed().items()}
    assert {name: answer.status_code for name, answer in answers.items()} == dict.fromkeys(
        answers, 404
    )
    assert len({answer.text for answer in answers.values()}) == 1
    for answer in answers.values():
        assert "Secret" not in answer.text
        assert answer["Cache-Control"] == "no-store, private"
    assert not PreviewUse.objects.exists()


def test_it_expires_at_its_second(clock: time_machine.TimeMachineFixture) -> None:
    link = shared(days=1)
    clock.move_to(NOON + DAY - timedelta(seconds=1), tick=False)
    assert read(link).status_code == 200
    clock.move_to(NOON + DAY, tick=False)
    assert read(link).status_code == 404


def test_other_drafts_are_not_led_to_and_links_are_those_of_readers() -> None:
    story, live, hidden = draft("Secret merger"), ready("Out already"), draft("Another secret")
    publishing.publish(live, by=managing_editor())
    for target in (live, hidden):
        relate(story, target=target)
    story.refresh_from_db()
    assert "Another secret" not in read(shared(story)).text


def test_its_pictures_come_with_the_link_and_no_others_do() -> None:
    lead, inside, other = (make_picture(alt=name) for name in "abc")
    figure = body.write([body.Figure("abcdefgh1234", inside.pk, "b")])
    story = draft("Secret merger", lead_picture=lead, body=f"<p>They merge.</p>{figure}")
    link = shared(story)
    page = read(link).text
    for picture in (lead, inside):
        assert default_storage.url(picture.renditions[0]["name"]) not in page
        name = picture.renditions[0]["name"].removeprefix("renditions/")
        signed = f"{previews.preview_url(link)}{name}"
        assert signed in page
        answer = Client().get(signed)
        assert (answer.status_code, answer["Content-Type"]) == (200, "image/jpeg")
        with default_storage.open(picture.renditions[0]["name"]) as file:
            assert answer.content == file.read()
        assert answer["Cache-Control"] == "no-store, private"
    strange = other.renditions[0]["name"].removeprefix("renditions/")
    for path in (strange, "../x", "..%2f..%2fnewsroom.sqlite3", "ab/none.jpg", "%00"):
        assert Client().get(f"{previews.preview_url(link)}{path}").status_code in {400, 404}
    previews.revoke_preview(link, by=managing_editor())
    assert Client().get(signed).status_code == 404


def test_each_use_is_written_down_with_its_time_and_address() -> None:
    link = shared()
    read(link, REMOTE_ADDR="192.0.2.7")
    read(link, REMOTE_ADDR="2001:db8:1:2:3::4")
    Client().head(previews.preview_url(link))
    uses = list(PreviewUse.objects.values_list("at", "address"))
    # Whoever asks for the head alone has used it too.
    assert uses == [(NOON, "127.0.0.1"), (NOON, "2001:db8:1:2::"), (NOON, "192.0.2.7")]


def test_its_pictures_are_written_down_and_wait_as_the_page_does(
    monkeypatch: pytest.MonkeyPatch, clock: time_machine.TimeMachineFixture
) -> None:
    monkeypatch.setattr(opened, "MOST_PICTURES", 2)
    lead = make_picture(alt="A field")
    link = shared(draft("Secret merger", lead_picture=lead))
    name = lead.renditions[0]["name"].removeprefix("renditions/")
    path = f"{previews.preview_url(link)}{name}"
    answers = [Client().get(path, REMOTE_ADDR="192.0.2.7") for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert answers[2]["Retry-After"] == "5"
    assert list(PreviewUse.objects.values_list("address", "picture")) == [("192.0.2.7", name)] * 2
    # They are none of the page's uses.
    assert PreviewLink.objects.with_uses().get().times == 0
    assert read(link).status_code == 200
    clock.move_to(NOON + HOUR, tick=False)
    assert Client().head(path).status_code == 200
    assert PreviewUse.objects.of_pictures().count() == 3


def test_one_visitor_does_not_take_all_turns_for_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(view, "_sending", Turns(most=0, each=0))
    lead = make_picture(alt="A field")
    link = shared(draft("Secret merger", lead_picture=lead))
    name = lead.renditions[0]["name"].removeprefix("renditions/")
    assert Client().get(f"{previews.preview_url(link)}{name}").status_code == 429
    assert not PreviewUse.objects.exists()


def test_a_link_from_before_an_embargo_opens_nothing_while_it_holds(
    clock: time_machine.TimeMachineFixture,
) -> None:
    story, by = draft("Secret merger"), managing_editor()
    before = shared(story)
    clock.shift(60)
    publishing.set_embargo(story, by=by, until=NOON + 2 * HOUR, reason="They ask.")
    clock.shift(60)
    after = shared(Story.objects.get(pk=story.pk))
    assert [read(link).status_code for link in (before, after)] == [404, 200]
    # Whoever was told of one time does not know of another one.
    publishing.set_embargo(story, by=by, until=NOON + 3 * HOUR, reason="They ask.")
    assert read(after).status_code == 404
    clock.move_to(NOON + 3 * HOUR, tick=False)
    assert [read(link).status_code for link in (before, after)] == [200, 200]


def test_the_page_says_until_when_the_story_is_under_embargo(
    clock: time_machine.TimeMachineFixture,
) -> None:
    story = draft("Secret merger")
    assert "embargo" not in read(shared(story)).text
    publishing.set_embargo(story, by=managing_editor(), until=NOON + HOUR, reason="They ask.")
    clock.shift(60)
    page = read(shared(Story.objects.get(pk=story.pk))).text
    assert "Under embargo until" in page
    assert "2025-09-01T13:00:00" in page


def test_under_embargo_only_those_share_who_may_change_it() -> None:
    ana = person(REPORTER, "ana")
    story = writing.create(working_copy_of(draft()).__class__("Hers"), by=ana)
    publishing.set_embargo(story, by=ana, until=NOON + HOUR, reason="They ask.")
    with pytest.raises(Embargoed, match="under embargo until"):
        previews.share_preview(story, by=ana, for_whom="Weber", days=1)
    previews.share_preview(story, by=person(EDITOR), for_whom="Weber", days=1)


def test_a_link_that_is_opened_without_end_has_to_wait(
    monkeypatch: pytest.MonkeyPatch, clock: time_machine.TimeMachineFixture
) -> None:
    monkeypatch.setattr(opened, "MOST_USES", 2)
    link = shared()
    answers = [read(link) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert answers[2]["Retry-After"] == "5"
    assert "Secret" not in answers[2].text
    clock.move_to(NOON + HOUR, tick=False)
    assert read(link).status_code == 200


@pytest.mark.parametrize(
    ("role", "own", "others"),
    [(REPORTER, True, False), (EDITOR, True, True), (MANAGING_EDITOR, True, True)],
)
def test_who_may_edit_the_story_shares_it(role: str, own: bool, others: bool) -> None:
    by = person(role, "sharer")
    mine = writing.create(working_copy_of(draft("Mine")).__class__("Mine too"), by=by)
    for story, may in ((mine, own), (draft("Not mine"), others)):
        assert (previews.check_share_preview(story, by=by) is None) is may
        if not may:
            with pytest.raises(NotAllowed):
                previews.share_preview(story, by=by, for_whom="x", days=1)


@pytest.mark.parametrize("role", [MODERATOR, ""])
def test_nobody_else_shares_or_revokes(role: str) -> None:
    by, link = person(role, "stranger"), shared()
    with pytest.raises(NotAllowed):
        previews.share_preview(link.story, by=by, for_whom="x", days=1)
    with pytest.raises(NotAllowed):
        previews.revoke_preview(link, by=by)
    assert read(link).status_code == 200


def test_who_made_a_link_revokes_it_though_the_story_is_in_review() -> None:
    ana = person(REPORTER, "ana")
    story = writing.create(working_copy_of(draft()).__class__("Hers"), by=ana)
    link = previews.share_preview(story, by=ana, for_whom="Weber", days=1)
    writing.submit(story, by=ana)
    assert previews.revoke_preview(link, by=ana).revoked_by == ana
    again = previews.revoke_preview(link, by=managing_editor())
    assert again.revoked_by == ana
    codes = AuditEntry.objects.filter(action__startswith="preview").order_by("pk")
    assert [entry.action for entry in codes] == ["preview_shared", "preview_revoked"]


@pytest.mark.parametrize("days", [0, -1, 91, 10**9])
def test_a_link_is_open_for_some_days(days: int) -> None:
    with pytest.raises(BadTime):
        shared(days=days)


@pytest.mark.parametrize("for_whom", ["", " ", "\u200b"])
def test_a_link_is_for_somebody(for_whom: str) -> None:
    with pytest.raises(NewsroomError, match="whom the preview is for"):
        shared(for_whom=for_whom)


def test_what_it_says_of_whom_it_is_for_is_text() -> None:
    page = read(shared(for_whom="<script>alert(1)</script>" * 9)).text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_a_story_has_a_bounded_number_of_open_links(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(share, "MOST", 1)
    story = draft()
    link = shared(story)
    with pytest.raises(NotPossible, match="1 open preview"):
        shared(story)
    previews.revoke_preview(link, by=managing_editor())
    shared(story)


def test_a_story_is_deleted_with_its_links() -> None:
    link = shared()
    read(link)
    writing.delete(link.story, by=managing_editor())
    assert not PreviewUse.objects.exists()
    assert read(link).status_code == 404


@pytest.mark.parametrize("number", [1, 3, 30])
def test_it_asks_no_more_however_many_links_and_uses_there_are(number: int) -> None:
    story = draft("Secret merger")
    links = [shared(story) for _ in range(number)]
    for link in links:
        read(link)
    with CaptureQueriesContext(connection) as captured:
        read(links[0])
    assert len(captured) <= 22
    first = len(captured)
    with CaptureQueriesContext(connection) as captured:
        read(links[-1])
    assert len(captured) == first


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("preview_link_is_for_somebody", {"for_whom": ""}),
        ("preview_link_expires_later", {"expires_at": NOON}),
        ("preview_link_revocation_complete", {"revoked_at": NOON}),
    ],
)
def test_the_database_refuses_what_no_verb_writes(constraint: str, fields: dict[str, Any]) -> None:
    link = shared()
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        PreviewLink.objects.filter(pk=link.pk).update(**fields)
