"""An embargo that wire copy names: asked, and answered before readers see the story."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from articles import publishing, wire, writing
from articles.core import Embargoed, NotAllowed, NotReady
from articles.models import Story
from articles.wire.embargo_question import until
from articles.wire.parse.notices.moment import moment
from newsroom.accounts.models import User
from tests.helpers import managing_editor
from tests.wire.helpers import story, take

LINE = "STRICTLY EMBARGOED UNTIL 12 NOON GMT 3 SEPT"
COPY = f"{LINE}\n\nCouncil raises fees\n\nThe council met on Monday. It will meet again.".encode()
RECEIVED = datetime(2026, 8, 31, 9, 30, tzinfo=UTC)


@pytest.fixture
def anna() -> User:
    return managing_editor("anna")


def ready(by: User) -> Story:
    return ready_of(COPY, by)


def ready_of(copy: bytes, by: User) -> Story:
    return writing.make_ready(story(copy, by), by=by)


@pytest.mark.django_db
def test_a_story_is_not_published_before_the_embargo_is_answered(anna: User) -> None:
    made = ready(anna)
    question = wire.embargo_question(made)
    assert question
    assert question.text == LINE
    assert question.until
    assert (question.until.month, question.until.day, question.until.hour) == (9, 3, 12)
    with pytest.raises(NotReady, match="EMBARGOED"):
        publishing.publish(made, by=anna)
    with pytest.raises(NotReady, match="EMBARGOED"):
        publishing.schedule(made, by=anna, at=datetime(2030, 1, 1, tzinfo=UTC))
    wire.deny_embargo(made, by=anna)
    assert wire.embargo_question(made) is None
    publishing.publish(made, by=anna)
    assert made.published_versions.exists()
    assert made.audit_log.get(action="embargo_denied").detail == {"text": LINE}


@pytest.mark.django_db
def test_an_update_asks_only_once_it_is_accepted(anna: User) -> None:
    made = story(b"Council raises fees\n\nThe council met on Monday.", anna)
    offer = take(COPY, anna).wire_copy
    assert offer
    assert wire.embargo_question(made) is None
    wire.accept_update(offer, by=anna)
    assert wire.embargo_question(made) is not None


@pytest.mark.django_db
def test_the_embargo_of_an_update_holds_it_back_and_the_live_version_stays(anna: User) -> None:
    made = ready_of(b"Council raises fees\n\nThe council met on Monday.", anna)
    live = publishing.publish(made, by=anna)
    offer = take(COPY, anna).wire_copy
    assert offer
    updated = writing.make_ready(wire.accept_update(offer, by=anna), by=anna)
    later = datetime.now(UTC) + timedelta(hours=3)
    for at in (None, later):
        with pytest.raises(NotReady, match="EMBARGOED"):
            publishing.publish(updated, by=anna, at=at)
    publishing.set_embargo(updated, by=anna, until=later, reason=LINE)
    wire.close_embargo_question(updated)
    with pytest.raises(Embargoed):
        publishing.publish(updated, by=anna)
    publishing.schedule(updated, by=anna, at=later)
    assert made.published_versions.visible(datetime.now(UTC)).get() == live


@pytest.mark.django_db
def test_whoever_may_not_edit_answers_nothing(anna: User) -> None:
    made = ready(anna)
    with pytest.raises(NotAllowed):
        wire.deny_embargo(made, by=User.objects.create_user("ben"))
    assert wire.embargo_question(made) is not None


UNTIL = [
    (LINE, "2026-09-03T12:00+00:00"),
    ("Sperrfrist: 03.09., 12.00 Uhr", "2026-09-03T10:00+00:00"),
    ("Embargoed until 12.01am BST on 3 September", "2026-09-02T23:01+00:00"),
    ("FOR RELEASE AT 10 A.M. ET, WEDNESDAY, SEPTEMBER 3", "2026-09-03T14:00+00:00"),
    ("Embargo until 3 January", "2027-01-02T23:00+00:00"),
    ("Embargo until 3 September 2025", "2025-09-02T22:00+00:00"),
    ("Sperrfrist: Mittwoch, 14 Uhr", "2026-09-02T12:00+00:00"),
    ("EMBARGOED UNTIL 1400 GMT", "2026-08-31T14:00+00:00"),
    ("EMBARGOED UNTIL 0001 GMT", "2026-09-01T00:01+00:00"),
    # Midnight, and 24 o'clock, end the day.
    ("Sperrfrist: 3. September, 24.00 Uhr", "2026-09-03T22:00+00:00"),
    ("EMBARGOED UNTIL MIDNIGHT GMT, 3 SEPT", "2026-09-04T00:00+00:00"),
    ("Embargoed until midnight GMT", "2026-09-01T00:00+00:00"),
    ("Sperrfrist bis einschließlich 3. September", "2026-09-03T22:00+00:00"),
    ("Embargo: 3 September, 07:00 UTC+05:30", "2026-09-03T01:30+00:00"),
    ("EMBARGOED UNTIL 6 P.M. EASTERN TIME SEPT 3", "2026-09-03T22:00+00:00"),
    ("HOLD FOR RELEASE", None),
    ("Embargo until 31 February", None),
]


@pytest.mark.parametrize(("line", "expected"), UNTIL)
def test_the_time_is_suggested_where_it_can_be_read(line: str, expected: str | None) -> None:
    with timezone.override("Europe/Berlin"):
        found = until(moment(line), RECEIVED)
    assert found == (datetime.fromisoformat(expected) if expected else None)
