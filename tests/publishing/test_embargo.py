"""Before its embargo ends, nobody can publish a story in any way."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from articles import publishing, writing
from articles.core import BadTime, Embargoed, NewsroomError, NotAllowed, NotPossible
from articles.models import PublishedVersion, Story
from articles.people import EDITOR, REPORTER
from articles.stories import WorkingCopy
from newsroom.accounts.models import User
from tests.factories import HOUR, NOON, make_embargo
from tests.helpers import changed, draft, managing_editor, person, ready

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
EVENING = NOON + 6 * HOUR


def embargoed(story: Story, until: datetime = EVENING, by: User | None = None) -> Story:
    """Set an embargo on the story, and return it as it is stored now."""
    publishing.set_embargo(
        story, by=by or managing_editor(), until=until, reason="Reuters asks for it."
    )
    return Story.objects.get(pk=story.pk)


def test_readers_see_nothing_before_the_embargo_ends_whoever_publishes() -> None:
    story = embargoed(ready())
    with pytest.raises(Embargoed):
        publishing.publish(story, by=managing_editor())
    for early in (NOON + HOUR, EVENING - timedelta(microseconds=1)):
        with pytest.raises(Embargoed):
            publishing.schedule(story, by=managing_editor(), at=early)
    assert not PublishedVersion.objects.exists()


def test_the_refusal_names_the_time_in_the_newsrooms_zone() -> None:
    story = embargoed(ready("Harvest begins"))
    with timezone.override("Europe/London"), pytest.raises(Embargoed) as refusal:
        publishing.publish(story, by=managing_editor())
    assert "“Harvest begins” is under embargo until 1 September 2025, 19:00 BST" in str(
        refusal.value
    )
    assert "(Europe/London)" in str(refusal.value)


def test_a_story_can_be_scheduled_for_the_very_end_of_its_embargo(clock: Any) -> None:
    publishing.schedule(embargoed(ready()), by=managing_editor(), at=EVENING)
    clock.move_to(EVENING - timedelta(seconds=1), tick=False)
    assert not PublishedVersion.objects.visible(timezone.now()).exists()
    clock.move_to(EVENING, tick=False)
    assert PublishedVersion.objects.visible(timezone.now()).exists()


def test_after_its_end_a_story_is_published_as_any_other(clock: Any) -> None:
    story = embargoed(ready())
    clock.move_to(EVENING, tick=False)
    publishing.publish(story, by=managing_editor())
    with pytest.raises(NotPossible, match="not under embargo"):
        publishing.lift_embargo(story, by=managing_editor(), reason="It is over.")


def test_an_embargo_is_lifted_with_a_reason() -> None:
    story = embargoed(ready())
    with pytest.raises(NewsroomError, match="Say why"):
        publishing.lift_embargo(story, by=managing_editor(), reason=" ")
    publishing.lift_embargo(story, by=managing_editor(), reason="They let us.")
    assert publishing.publish(story, by=managing_editor()).visible_from == NOON


def test_the_audit_log_has_who_set_changed_and_lifted_it() -> None:
    story = draft()
    embargoed(story)
    embargoed(story, EVENING + HOUR)
    publishing.lift_embargo(story, by=managing_editor(), reason="They let us.")
    entries = list(story.audit_log.exclude(action="created").order_by("pk"))
    assert [(entry.action, entry.reason, entry.by) for entry in entries] == [
        ("embargo_set", "Reuters asks for it.", managing_editor()),
        ("embargo_changed", "Reuters asks for it.", managing_editor()),
        ("embargo_lifted", "They let us.", managing_editor()),
    ]
    later = (EVENING + HOUR).isoformat()
    assert [entry.detail for entry in entries] == [
        {"until": EVENING.isoformat()},
        {"until": later, "was": EVENING.isoformat()},
        {"was": later},
    ]


def test_an_embargo_needs_a_future_time_and_a_reason() -> None:
    with pytest.raises(BadTime):
        embargoed(draft(), NOON)
    with pytest.raises(NewsroomError, match="who asks"):
        publishing.set_embargo(draft(), by=managing_editor(), until=EVENING, reason="")


def test_what_readers_see_already_stays_and_the_update_waits(clock: Any) -> None:
    story = ready()
    seen = publishing.publish(story, by=managing_editor())
    clock.shift(60)
    make_embargo(story, EVENING, set_at=NOON + timedelta(seconds=30))
    story = changed(story)
    for at in (None, EVENING - timedelta(microseconds=1)):
        with pytest.raises(Embargoed):
            publishing.publish(story, by=managing_editor(), at=at)
    update = publishing.schedule(story, by=managing_editor(), at=EVENING)
    with pytest.raises(Embargoed):
        publishing.reschedule(update, by=managing_editor(), at=NOON + 5 * HOUR)
    clock.move_to(EVENING - timedelta(seconds=1), tick=False)
    assert PublishedVersion.objects.visible(timezone.now()).get() == seen
    publishing.unschedule(story, by=managing_editor())
    assert PublishedVersion.objects.visible(EVENING + HOUR).get() == seen


def test_a_live_story_gets_no_embargo_and_the_check_says_why(clock: Any) -> None:
    story = ready("Council meets")
    publishing.publish(story, by=managing_editor())
    clock.shift(60)
    refusal = publishing.check_set_embargo(
        publishing.situation_of(story, timezone.now()), by=managing_editor()
    )
    assert "Readers see the story “Council meets” already" in str(refusal)
    with pytest.raises(NotPossible, match="schedule them"):
        embargoed(story)
    # One that is there can be changed. That wire copy may ask for one is tested with the wire.
    make_embargo(story, EVENING, set_at=NOON + timedelta(seconds=30))
    embargoed(Story.objects.get(pk=story.pk), EVENING + HOUR)


def test_what_is_withdrawn_under_embargo_does_not_come_back_before_it_ends(clock: Any) -> None:
    story = ready()
    publishing.publish(story, by=managing_editor())
    clock.shift(60)
    publishing.withdraw(story, by=managing_editor())
    clock.shift(60)
    embargoed(story)
    with pytest.raises(Embargoed):
        publishing.reinstate(story, by=managing_editor())


def test_an_embargo_is_not_set_over_what_is_scheduled_before_its_end() -> None:
    story = ready()
    publishing.schedule(story, by=managing_editor(), at=NOON + HOUR)
    with timezone.override("Europe/London"), pytest.raises(NotPossible, match="14:00 BST"):
        embargoed(story)
    embargoed(story, NOON + HOUR)


def test_a_reporter_sets_it_on_an_own_draft_and_never_shortens_it() -> None:
    reporter = person(REPORTER)
    copy = WorkingCopy("Own", body="<p>Words.</p>")
    own = writing.create(copy, by=reporter)
    embargoed(own, EVENING, by=reporter)
    embargoed(own, EVENING + HOUR, by=reporter)
    with pytest.raises(NotAllowed, match="extend"):
        embargoed(own, EVENING, by=reporter)
    with pytest.raises(NotAllowed):
        publishing.lift_embargo(own, by=reporter, reason="I want to.")
    with pytest.raises(NotAllowed):
        embargoed(draft("Another’s"), by=reporter)
    embargoed(own, EVENING, by=person(EDITOR))


def test_saving_a_story_leaves_its_embargo_alone() -> None:
    story = embargoed(draft())
    saved = writing.save(story, WorkingCopy("Other", body="<p>A.</p>"), by=managing_editor())
    assert saved.embargo.until == EVENING
    assert saved.version == story.version + 1


def test_a_withdrawal_needs_no_embargo_to_end(clock: Any) -> None:
    story = ready()
    publishing.schedule(story, by=managing_editor(), at=EVENING)
    publishing.withdraw(story, by=managing_editor(), at=EVENING + HOUR)
    embargoed(story, EVENING)
    publishing.unschedule(story, by=managing_editor())
    assert not PublishedVersion.objects.scheduled(NOON).exists()
