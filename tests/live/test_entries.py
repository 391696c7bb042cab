"""Entries are written, published, corrected and withdrawn, each from its second on."""

from datetime import timedelta

import pytest
from time_machine import Traveller

from articles import live, publishing
from articles.core import BadTime, Embargoed, NewsroomError, NotAllowed, NotPossible
from articles.live import AlreadyAdded, EntryCopy
from articles.models import AuditEntry, LiveEntry, Story
from articles.people import EDITOR, MODERATOR, REPORTER
from tests.factories import HOUR, NOON, make_author, make_embargo
from tests.helpers import managing_editor, person
from tests.live.entries import publish, seen, write

MINUTE = timedelta(minutes=1)


def test_an_entry_is_seen_once_it_is_published(story: Story) -> None:
    entry = write(story, headline="Rising", author=make_author("Ana"))
    assert seen() == []
    version = publish(entry)
    assert seen() == ["<p>Water rises.</p>"]
    assert (version.headline, version.author, version.at) == ("Rising", "Ana", NOON)
    assert AuditEntry.objects.latest("pk").action == "entry_published"


def test_a_correction_begins_where_what_was_wrong_ends(story: Story, clock: Traveller) -> None:
    entry = write(story)
    publish(entry)
    clock.move_to(NOON + MINUTE, tick=False)
    copy = EntryCopy("<p>Water falls.</p>", note="We said that it rises.")
    live.save_entry(entry, copy, by=managing_editor())
    assert seen(NOON + MINUTE) == ["<p>Water rises.</p>"]
    version = publish(entry)
    assert seen(NOON) == ["<p>Water rises.</p>"]
    assert seen(NOON + MINUTE) == ["<p>Water falls.</p>"]
    assert (version.at, version.published_at) == (NOON, NOON)
    assert (version.modified_at, version.note) == (NOON + MINUTE, "We said that it rises.")
    with pytest.raises(NotPossible, match="Nothing has changed"):
        publish(entry)
    clock.move_to(NOON + 2 * MINUTE, tick=False)
    copy = EntryCopy("<p>Water falls now.</p>", note="We said that it rises.")
    live.save_entry(entry, copy, by=managing_editor())
    # No reader is told of a typo, and what they were told stays.
    assert publish(entry).modified_at == NOON + MINUTE
    assert AuditEntry.objects.latest("pk").action == "entry_corrected"


def test_a_withdrawn_entry_ends_and_can_come_again(story: Story, clock: Traveller) -> None:
    entry = write(story)
    publish(entry)
    clock.move_to(NOON + MINUTE, tick=False)
    with pytest.raises(NewsroomError, match="Say why"):
        live.withdraw_entry(entry, by=managing_editor(), reason=" ")
    live.withdraw_entry(entry, by=managing_editor(), reason="It is wrong.")
    assert seen(NOON + MINUTE) == []
    assert seen(NOON) == ["<p>Water rises.</p>"]
    assert AuditEntry.objects.latest("pk").reason == "It is wrong."
    with pytest.raises(NotPossible):
        live.withdraw_entry(entry, by=managing_editor(), reason="Again.")
    clock.move_to(NOON + 2 * MINUTE, tick=False)
    assert publish(entry).published_at == NOON


def test_a_scheduled_entry_appears_at_its_second(story: Story, clock: Traveller) -> None:
    entry = write(story)
    publish(entry, at=NOON + HOUR)
    assert seen(NOON + HOUR - timedelta(microseconds=1)) == []
    assert seen(NOON + HOUR) == ["<p>Water rises.</p>"]
    live.unschedule_entry(entry, by=managing_editor())
    assert seen(NOON + HOUR) == []
    assert publish(entry).published_at == NOON
    copy = EntryCopy("<p>Water falls.</p>")
    live.save_entry(entry, copy, by=managing_editor())
    publish(entry, at=NOON + HOUR)
    assert seen(NOON + HOUR) == ["<p>Water falls.</p>"]
    # Another time takes the place of the first one.
    publish(entry, at=NOON + 2 * HOUR)
    assert seen(NOON + HOUR) == ["<p>Water rises.</p>"]
    live.unschedule_entry(entry, by=managing_editor())
    assert seen(NOON + 3 * HOUR) == ["<p>Water rises.</p>"]
    with pytest.raises(NotPossible):
        live.unschedule_entry(entry, by=managing_editor())


def test_readers_see_entries_while_they_see_the_story(story: Story, clock: Traveller) -> None:
    publish(write(story))
    clock.move_to(NOON + HOUR, tick=False)
    publishing.withdraw(story, by=managing_editor())
    assert seen(NOON + HOUR) == []
    assert len(seen(NOON)) == 1
    with pytest.raises(NotPossible, match="do not see the story"):
        publish(write(story))
    clock.move_to(NOON + 2 * HOUR, tick=False)
    publishing.reinstate(story, by=managing_editor())
    assert len(seen(NOON + 2 * HOUR)) == 1


def test_entries_wait_for_the_end_of_an_embargo(story: Story, clock: Traveller) -> None:
    entry = write(story)
    publish(entry, at=NOON + HOUR)
    clock.move_to(NOON + MINUTE, tick=False)
    make_embargo(story, until=NOON + HOUR, set_at=NOON + MINUTE)
    clock.move_to(NOON + 2 * MINUTE, tick=False)
    for at in (None, NOON + HOUR - MINUTE):
        with pytest.raises(Embargoed):
            publish(write(story), at=at)
    publish(write(story), at=NOON + HOUR)
    with pytest.raises(NotPossible, match="entry of the live blog"):
        publishing.set_embargo(
            story, by=managing_editor(), until=NOON + 2 * HOUR, reason="They ask."
        )


def test_the_time_shown_is_not_later_than_the_entry(story: Story) -> None:
    with pytest.raises(BadTime, match="after the time of publication"):
        publish(write(story, shown_at=NOON + MINUTE))
    with pytest.raises(BadTime, match="has passed"):
        publish(write(story), at=NOON - MINUTE)
    assert publish(write(story, shown_at=NOON - HOUR)).at == NOON - HOUR
    publish(write(story, "<p>Later.</p>"))
    assert seen() == ["<p>Later.</p>", "<p>Water rises.</p>"]


def test_who_may_do_what(story: Story) -> None:
    maya, other, ruth = person(REPORTER, "maya"), person(REPORTER, "tom"), person(EDITOR)
    entry = live.write_entry(story, EntryCopy("<p>A.</p>"), by=maya)
    live.save_entry(entry, EntryCopy("<p>B.</p>"), by=maya)
    with pytest.raises(NotAllowed):
        live.save_entry(entry, EntryCopy("<p>C.</p>"), by=other)
    for by in (maya, person(MODERATOR), person("")):
        with pytest.raises(NotAllowed):
            live.publish_entry(entry, by=by)
        with pytest.raises(NotAllowed):
            live.end_coverage(story, by=by)
    live.publish_entry(entry, by=ruth)
    with pytest.raises(NotAllowed):
        live.save_entry(entry, EntryCopy("<p>C.</p>"), by=maya)
    with pytest.raises(NotAllowed):
        live.withdraw_entry(entry, by=maya, reason="No.")
    with pytest.raises(NotAllowed):
        live.mark_key_moment(entry, by=maya, is_key=True)
    with pytest.raises(NotAllowed):
        live.write_entry(story, EntryCopy("<p>A.</p>"), by=person(MODERATOR))


def test_only_what_was_never_published_is_deleted(story: Story) -> None:
    entry, published = write(story), write(story)
    live.delete_entry(entry, by=managing_editor())
    publish(published)
    with pytest.raises(NotPossible, match="is kept"):
        live.delete_entry(published, by=managing_editor())
    assert LiveEntry.objects.get() == published


def test_a_form_that_is_sent_twice_adds_one_entry(story: Story) -> None:
    live.write_entry(story, EntryCopy("<p>A.</p>"), by=managing_editor(), key="abcdef123456")
    with pytest.raises(AlreadyAdded):
        live.write_entry(story, EntryCopy("<p>A.</p>"), by=managing_editor(), key="abcdef123456")


def test_a_key_moment_needs_a_headline(story: Story, clock: Traveller) -> None:
    with pytest.raises(NewsroomError, match="needs a headline"):
        write(story, is_key=True)
    entry = write(story, headline="Rising")
    publish(entry)
    clock.move_to(NOON + MINUTE, tick=False)
    # What is being written is not published with it.
    live.save_entry(entry, EntryCopy("<p>Not yet.</p>", "Later"), by=managing_editor())
    version = live.mark_key_moment(entry, by=managing_editor(), is_key=True)
    assert (version.is_key, version.headline, version.modified_at) == (True, "Rising", None)
    assert seen(NOON + MINUTE) == ["<p>Water rises.</p>"]
    with pytest.raises(NotPossible):
        live.mark_key_moment(entry, by=managing_editor(), is_key=True)


def test_whoever_sees_something_else_is_told(story: Story) -> None:
    entry = write(story)
    shown = live.read_entry_shown(f"{entry.version}-0-0")
    now = live.hold_entry_as_shown(entry, shown)
    assert str(live.shown_of_entry(now)) == "1-0-0"
    publish(entry)
    for carried in (shown, live.read_entry_shown("x"), None):
        with pytest.raises(live.EntryChanged):
            live.hold_entry_as_shown(entry, carried)
