"""Before its embargo ends nobody brings a story to readers, by whatever way."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from articles import embargo, publishing, working_copy, writing
from articles.enums import Act
from articles.exceptions import BadTime, Embargoed, IllegalMove, NewsroomError, NotAllowed
from articles.models import Edition, Story
from articles.roles import EDITOR, REPORTER
from tests.desk import chief, draft, person, ready
from tests.factories import HOUR, NOON

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
EVENING = NOON + 6 * HOUR


def put(story: Story, at: Any = EVENING, by: User | None = None) -> Story:
    return embargo.put(story, by=by or chief(), at=at, why="Reuters asks for it.")


def test_readers_see_nothing_before_the_embargo_ends_whoever_publishes() -> None:
    story = put(ready())
    with pytest.raises(Embargoed):
        publishing.publish(story, by=chief())
    for early in (NOON + HOUR, EVENING - timedelta(microseconds=1)):
        with pytest.raises(Embargoed):
            publishing.schedule(story, by=chief(), at=early)
    assert not Edition.objects.exists()


def test_the_refusal_names_the_time_in_the_newsrooms_zone() -> None:
    story = put(ready("Harvest begins"))
    with timezone.override("Europe/London"), pytest.raises(Embargoed) as refusal:
        publishing.publish(story, by=chief())
    assert "“Harvest begins” is under embargo until 1 September 2025, 19:00 BST" in str(
        refusal.value
    )
    assert "(Europe/London)" in str(refusal.value)


def test_a_story_can_be_scheduled_for_the_very_end_of_its_embargo(clock: Any) -> None:
    publishing.schedule(put(ready()), by=chief(), at=EVENING)
    clock.move_to(EVENING - timedelta(seconds=1), tick=False)
    assert not Edition.objects.visible(timezone.now()).exists()
    clock.move_to(EVENING, tick=False)
    assert Edition.objects.visible(timezone.now()).exists()


def test_after_its_end_a_story_is_published_as_any_other(clock: Any) -> None:
    story = put(ready())
    clock.move_to(EVENING, tick=False)
    publishing.publish(story, by=chief())
    with pytest.raises(IllegalMove, match="no embargo"):
        embargo.lift(story, by=chief(), why="It is over.")


def test_an_embargo_is_lifted_with_a_reason() -> None:
    story = put(ready())
    with pytest.raises(NewsroomError, match="why"):
        embargo.lift(story, by=chief(), why=" ")
    embargo.lift(story, by=chief(), why="They let us.")
    assert publishing.publish(story, by=chief()).visible_from == NOON


def test_it_is_set_moved_and_lifted_in_the_log() -> None:
    story = draft()
    put(story)
    put(story, EVENING + HOUR)
    embargo.lift(story, by=chief(), why="They let us.")
    events = list(story.events.exclude(act=Act.CREATED).order_by("pk"))
    assert [(event.act, event.why, event.by) for event in events] == [
        (Act.EMBARGO_SET, "Reuters asks for it.", chief()),
        (Act.EMBARGO_MOVED, "Reuters asks for it.", chief()),
        (Act.EMBARGO_LIFTED, "They let us.", chief()),
    ]
    later = (EVENING + HOUR).isoformat()
    assert [event.detail for event in events] == [
        {"until": EVENING.isoformat()},
        {"until": later, "was": EVENING.isoformat()},
        {"was": later},
    ]


def test_an_embargo_needs_a_time_to_come_and_a_reason() -> None:
    with pytest.raises(BadTime):
        put(draft(), NOON)
    with pytest.raises(NewsroomError, match="who asks"):
        embargo.put(draft(), by=chief(), at=EVENING, why="")


def test_what_readers_see_already_takes_no_embargo_until_it_is_withdrawn(clock: Any) -> None:
    story = ready()
    publishing.publish(story, by=chief())
    with pytest.raises(IllegalMove, match="Withdraw it"):
        put(story)
    clock.shift(60)
    publishing.withdraw(story, by=chief())
    put(story)
    with pytest.raises(Embargoed):
        publishing.publish(story, by=chief())


def test_an_embargo_is_not_set_over_what_is_scheduled_before_its_end() -> None:
    story = ready()
    publishing.schedule(story, by=chief(), at=NOON + HOUR)
    with timezone.override("Europe/London"), pytest.raises(IllegalMove, match="14:00 BST"):
        put(story)
    put(story, NOON + HOUR)


def test_a_reporter_sets_it_on_an_own_draft_and_never_makes_it_shorter() -> None:
    reporter = person(REPORTER)
    copy = working_copy.WorkingCopy("Own", body="<p>Words.</p>")
    own = writing.create(copy, by=reporter)
    put(own, EVENING, by=reporter)
    put(own, EVENING + HOUR, by=reporter)
    with pytest.raises(NotAllowed, match="longer"):
        put(own, EVENING, by=reporter)
    with pytest.raises(NotAllowed):
        embargo.lift(own, by=reporter, why="I want to.")
    with pytest.raises(NotAllowed):
        put(draft("Another’s"), by=reporter)
    put(own, EVENING, by=person(EDITOR))


def test_saving_a_story_leaves_its_embargo_alone() -> None:
    story = put(draft())
    saved = writing.save(story, working_copy.WorkingCopy("Other", body="<p>A.</p>"), by=chief())
    assert saved.embargo == EVENING
    assert saved.version == story.version + 1


def test_a_withdrawal_needs_no_embargo_to_end(clock: Any) -> None:
    story = ready()
    publishing.schedule(story, by=chief(), at=EVENING)
    publishing.withdraw(story, by=chief(), at=EVENING + HOUR)
    put(story, EVENING)
    publishing.call_off(story, by=chief())
    assert not Edition.objects.to_come(NOON).exists()
