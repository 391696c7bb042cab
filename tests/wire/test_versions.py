"""Newer, corrected and withdrawn versions of a story, as agencies label them."""

from datetime import timedelta

import pytest

from articles import publishing, wire, writing
from articles.core import NotAllowed, NotPossible, NotReady, clock
from articles.models import Story, WireCopy
from articles.stories import working_copy_of
from newsroom.accounts.models import User
from tests.helpers import changed, managing_editor, person
from tests.wire.helpers import article, story, take

pytestmark = pytest.mark.django_db

HEADLINE = "Council raises fees"


@pytest.fixture
def anna() -> User:
    return managing_editor("anna")


@pytest.mark.parametrize(
    "headline",
    [
        "UPDATE 1-Council raises fees",
        "CORRECTED-Council raises fees",
        "REFILE-UPDATE 1-Council raises fees",
        "(2nd LD) Council raises fees",
        "Update: Council raises fees",
        "UPDATE 2 - COUNCIL RAISES FEES",
    ],
)
def test_a_labelled_version_is_offered_to_its_story(headline: str, anna: User) -> None:
    made = story(article(HEADLINE), anna)
    receipt = take(article(headline, text="Other words."), anna)
    assert (receipt.outcome, receipt.story) == ("offered", made)
    assert receipt.wire_copy
    saved = wire.accept_update(receipt.wire_copy, by=anna)
    assert saved.headline.casefold().endswith(HEADLINE.casefold())


def test_it_finds_a_story_whose_headline_editors_have_changed(anna: User) -> None:
    made = story(article(HEADLINE), anna)
    copy = working_copy_of(made)
    writing.save(made, type(copy)("Parking gets dearer", body=copy.body), by=anna)
    receipt = take(article("KILL: Council raises fees", text="Withdrawn."), anna)
    assert (receipt.outcome, receipt.story) == ("withdrawal", made)


def test_without_a_story_the_newer_version_is_one_without_its_label(anna: User) -> None:
    assert story(article("UPDATE 1-Council raises fees"), anna).headline == HEADLINE
    assert story(article("Update: Fees rise"), anna).headline == "Update: Fees rise"


def published(by: User) -> Story:
    made = writing.make_ready(story(article(HEADLINE), by), by=by)
    publishing.publish(made, by=by)
    return made


@pytest.mark.parametrize(
    "headline", ["KILL: Council raises fees", "WITHDRAWAL-Council raises fees"]
)
def test_a_withdrawal_makes_no_story_and_holds_the_story_back(headline: str, anna: User) -> None:
    made = story(article(HEADLINE), anna)
    receipt = take(article(headline, text="The story is wrong."), anna)
    assert (receipt.outcome, receipt.story, Story.objects.count()) == ("withdrawal", made, 1)
    assert made.audit_log.filter(action="kill_received").exists()
    ready = writing.make_ready(made, by=anna)
    with pytest.raises(NotReady, match="agency has withdrawn"):
        publishing.publish(ready, by=anna)
    assert receipt.wire_copy
    wire.dismiss(receipt.wire_copy, by=anna)
    publishing.publish(ready, by=anna)
    assert ready.published_versions.exists()
    assert made.audit_log.filter(action="kill_dismissed").exists()


def told(by: User, made: Story) -> WireCopy:
    notice = take(article(f"KILL: {HEADLINE}", text="Wrong."), by).wire_copy
    assert notice
    assert notice.story == made
    return notice


def shown(made: Story) -> publishing.Shown:
    return publishing.shown_of(publishing.situation_of(made, clock.now()))


def test_following_a_notice_withdraws_the_story_and_cancels_what_is_scheduled(anna: User) -> None:
    made = published(anna)
    later = clock.now() + timedelta(hours=3)
    publishing.schedule(changed(made, by=anna), by=anna, at=later)
    made = Story.objects.get(pk=made.pk)
    told(anna, made)
    assert wire.waiting_withdrawals(by=anna, at=clock.now()).exists()
    wire.follow(made, by=anna, shown=shown(made))
    for at in (clock.now(), later):
        assert not made.published_versions.visible(at).exists()
    assert not wire.waiting_withdrawals(by=anna, at=clock.now()).exists()


def test_a_withdrawal_is_not_undone_against_the_notice(anna: User) -> None:
    made = published(anna)
    publishing.withdraw(made, by=anna)
    notice = told(anna, made)
    assert not wire.waiting_withdrawals(by=anna, at=clock.now()).exists()
    with pytest.raises(NotPossible, match="agency has withdrawn"):
        publishing.reinstate(made, by=anna)
    wire.dismiss(notice, by=anna)
    assert publishing.reinstate(made, by=anna).kind == "story"


def test_what_is_scheduled_is_neither_moved_nor_kept_against_the_notice(anna: User) -> None:
    made = writing.make_ready(story(article(HEADLINE), anna), by=anna)
    later = clock.now() + timedelta(hours=3)
    version = publishing.schedule(made, by=anna, at=later)
    told(anna, made)
    with pytest.raises(NotPossible, match="agency has withdrawn"):
        publishing.reschedule(version, by=anna, at=later - timedelta(hours=1))
    with pytest.raises(publishing.Changed):
        wire.follow(made, by=anna, shown=None)
    wire.follow(made, by=anna, shown=shown(made))
    assert not made.published_versions.visible(later).exists()
    with pytest.raises(NotReady, match="agency has withdrawn"):
        publishing.schedule(made, by=anna, at=later)
    # Somebody still has to say whether the draft stays.
    assert wire.waiting_withdrawals(by=anna, at=clock.now()).exists()


def test_only_who_publishes_follows_a_notice(anna: User) -> None:
    made = story(article(HEADLINE), anna)
    told(anna, made)
    assert not wire.waiting_withdrawals(by=User.objects.create_user("eve"), at=clock.now())
    ben = person("Reporter", "ben")
    assert not wire.waiting_withdrawals(by=ben, at=clock.now()).exclude(story=made)
    now = publishing.situation_of(made, clock.now())
    assert isinstance(wire.check_follow(now, by=ben), NotAllowed)


def test_only_who_publishes_decides_that_a_withdrawn_story_stays(anna: User) -> None:
    ben = person("Reporter", "ben")
    story(article(HEADLINE), ben)
    notice = take(article(f"KILL: {HEADLINE}", text="Wrong."), anna).wire_copy
    assert notice
    assert isinstance(wire.check_dismiss(notice, by=ben), NotAllowed)
    with pytest.raises(NotAllowed):
        wire.dismiss(notice, by=ben)


def test_a_withdrawal_that_comes_first_warns_at_the_story(anna: User) -> None:
    receipt = take(article(f"KILL: {HEADLINE}", text="Wrong."), anna)
    assert (receipt.outcome, receipt.story) == ("withdrawal", None)
    assert take(article(f"KILL: {HEADLINE}", text="Wrong."), anna).outcome == "known"
    made = story(article(HEADLINE), anna)
    assert made.wire_copies.withdrawing().count() == 1


def test_a_second_day_can_be_a_story_of_its_own(anna: User) -> None:
    first = story(article("News in brief", text="Monday's news."), anna)
    offer = take(article("News in brief", text="Tuesday's news."), anna).wire_copy
    assert offer
    second = wire.make_own_story(offer, by=anna)
    assert second != first
    assert second.slug != first.slug
    assert "Tuesday" in second.body
    assert "Monday" in Story.objects.get(pk=first.pk).body
    offer.refresh_from_db()
    assert (offer.story, offer.outcome) == (second, "created")
    with pytest.raises(NotPossible):
        wire.make_own_story(offer, by=anna)
    # The third day is compared with the second.
    third = take(article("News in brief", text="Wednesday's news."), anna)
    assert (third.outcome, third.story) == ("offered", second)


def test_what_is_dismissed_cannot_be_accepted(anna: User) -> None:
    story(article(HEADLINE), anna)
    offer = take(article(HEADLINE, text="Other words."), anna).wire_copy
    assert offer
    wire.dismiss(offer, by=anna)
    offer = WireCopy.objects.get(pk=offer.pk)
    with pytest.raises(NotPossible):
        wire.accept_update(offer, by=anna)
    with pytest.raises(NotPossible):
        wire.dismiss(offer, by=anna)
