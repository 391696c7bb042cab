"""A licence that has ended stops publication; the newsroom's day decides."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from time_machine import TimeMachineFixture

from articles import publishing
from articles.core import NotPossible, NotReady
from articles.models import Picture, PublishedVersion
from articles.stories import problems, working_copy_of
from tests.factories import NOON, make_picture
from tests.helpers import changed, managing_editor, ready

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
WORDS: dict[str, str] = {"alt": "A field", "caption": "At dawn", "credit": "Ana"}
TODAY = NOON.date()


def licensed(until: date) -> Picture:
    return make_picture(**WORDS, licence_until=until.isoformat())


def figure(picture: Picture) -> str:
    return (
        f'<p>Rain.</p><figure data-block="figure" data-key="figure001" data-alt="Water"'
        f' data-picture="{picture.pk}"><figcaption>By the river</figcaption></figure>'
    )


def test_the_last_day_of_a_licence_is_the_newsrooms(settings: Any) -> None:
    settings.TIME_ZONE = "Asia/Tokyo"
    picture = licensed(TODAY)
    # In Tokyo, the day ends at 15:00 UTC.
    last = datetime(2025, 9, 1, 14, 59, tzinfo=UTC)
    assert not picture.licence_has_ended(last)
    assert picture.licence_has_ended(last + timedelta(minutes=1))
    assert not make_picture(**WORDS).licence_has_ended(NOON + timedelta(days=9999))


def test_a_lead_picture_whose_licence_has_ended_stops_publication() -> None:
    story = ready(lead_picture=licensed(TODAY - timedelta(days=1)))
    (problem,) = problems(working_copy_of(story), NOON)
    assert problem.field == "lead_picture"
    assert "ended on 31 August 2025" in problem.message
    with pytest.raises(NotReady, match="licence"):
        publishing.publish(story, by=managing_editor())
    Picture.objects.update(licence_until=TODAY)
    publishing.publish(story, by=managing_editor())


def test_a_figure_whose_licence_has_ended_stops_publication() -> None:
    story = ready(body=figure(licensed(TODAY - timedelta(days=1))))
    (problem,) = problems(working_copy_of(story), NOON)
    assert problem.field == "body"
    assert "“By the river”" in problem.message
    with pytest.raises(NotReady, match="licence"):
        publishing.publish(story, by=managing_editor())


def test_it_must_last_until_readers_see_the_story(clock: TimeMachineFixture) -> None:
    story = ready(lead_picture=licensed(TODAY))
    tomorrow = NOON + timedelta(days=1)
    with pytest.raises(NotReady, match="licence"):
        publishing.schedule(story, by=managing_editor(), at=tomorrow)
    publishing.publish(story, by=managing_editor())
    # Readers still see it when the licence ends; changes are not published with it.
    clock.move_to(tomorrow, tick=False)
    assert PublishedVersion.objects.visible(tomorrow).get().picture
    with pytest.raises(NotReady, match="licence"):
        publishing.publish(changed(story), by=managing_editor())


def test_what_is_scheduled_is_not_moved_behind_its_licence() -> None:
    story, by = ready(lead_picture=licensed(TODAY)), managing_editor()
    version = publishing.schedule(story, by=by, at=NOON + timedelta(hours=1))
    with pytest.raises(NotPossible, match="only lasts until 1 September 2025"):
        publishing.reschedule(version, by=by, at=NOON + timedelta(days=1))
    publishing.reschedule(version, by=by, at=NOON + timedelta(hours=2))


def test_a_withdrawal_is_not_undone_without_a_licence(clock: TimeMachineFixture) -> None:
    story, by = ready(body=figure(licensed(TODAY))), managing_editor()
    publishing.publish(story, by=by)
    clock.move_to(NOON + timedelta(hours=1), tick=False)
    publishing.withdraw(story, by=by, note="Gone.")
    clock.move_to(NOON + timedelta(days=1), tick=False)
    with pytest.raises(NotPossible, match="only lasts until 1 September 2025"):
        publishing.reinstate(story, by=by)
    Picture.objects.update(licence_until=None)
    publishing.reinstate(story, by=by)
