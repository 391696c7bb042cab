"""What a story may link to, and when an approved link is looked at again."""

from dataclasses import replace

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.utils import timezone
from pytest_django import Settings

from articles import publishing, writing
from articles.core import NotPossible
from articles.links import moderation, review_of
from articles.models import (
    Change,
    CorrectionKind,
    LinkDecision,
    LinkState,
    PublishedVersion,
    RelatedLink,
    Story,
)
from articles.people import MODERATOR, REPORTER
from articles.stories import Related, working_copy_of
from tests.factories import HOUR, NOON, make_link
from tests.helpers import changed, draft, managing_editor, person, ready, relate

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def live(headline: str) -> Story:
    story = ready(headline)
    publishing.publish(story, by=managing_editor())
    return story


def again() -> list[RelatedLink]:
    return list(RelatedLink.objects.to_review(timezone.now()))


def shown(link: RelatedLink) -> bool:
    now = timezone.now()
    held = LinkDecision.objects.for_readers(now).filter(link=link, state=LinkState.APPROVED)
    return held.filter(target__in=PublishedVersion.objects.visible(now).values("story")).exists()


def why(link: RelatedLink) -> str:
    review = review_of(link, timezone.now())
    assert (review is not None) == (link in again())
    assert (link in again()) == (link in RelatedLink.objects.to_decide(timezone.now()))
    return review.why if review else ""


def test_a_story_has_no_more_approved_links_than_the_setting_says(
    settings: Settings,
) -> None:
    settings.NEWSROOM_LINKS_PER_STORY = 2
    story = draft("Linking")
    links = [make_link(story, target=draft(f"Target {at}")) for at in range(3)]
    for link in links[:2]:
        moderation.approve(link, by=managing_editor())
    with pytest.raises(NotPossible, match="has 2 approved links, as many as a story may have"):
        moderation.approve(links[2], by=managing_editor())
    # Approved once more, a link is no further one.
    moderation.approve(links[1], by=managing_editor())
    moderation.reject(links[0], by=managing_editor())
    moderation.approve(links[2], by=managing_editor())


def test_what_a_moderator_writes_beyond_that_waits(settings: Settings) -> None:
    settings.NEWSROOM_LINKS_PER_STORY = 1
    story = draft("Linking", related=(Related(url="https://a.test"), Related(url="https://b.test")))
    states = story.related_links.order_by("pk").values_list("state", flat=True)
    assert list(states) == [LinkState.APPROVED, LinkState.SUGGESTED]


def test_a_story_has_no_two_approved_links_to_one_page() -> None:
    target = draft("Target")
    line = '<p>Text</p><aside data-block="also-read" data-key="also00001">Target</aside>'
    story = draft("Linking", body=line, related=(Related(target.pk),))
    inline = story.related_links.exclude(key="").get()
    assert inline.target == target
    with pytest.raises(NotPossible, match="has an approved link to the same page already"):
        moderation.approve(inline, by=managing_editor())
    moderation.reject(story.related_links.get(key=""), by=managing_editor())
    assert moderation.approve(inline, by=managing_editor()).state == LinkState.APPROVED


@pytest.mark.parametrize("url", ["", "https://else.test/"])
def test_the_database_holds_that_too_below_the_text(url: str) -> None:
    story = draft("Linking")
    leads = {"url": url} if url else {"target": draft("Target")}
    link = make_link(story, **leads)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_link(story, **leads)
    RelatedLink.objects.filter(pk=link.pk).update(removed_at=NOON)
    make_link(story, **leads)


def test_the_database_holds_that_only_what_is_approved_has_words_of_its_own() -> None:
    link = make_link(draft("Linking"), target=draft("Target"))
    with pytest.raises(IntegrityError, match="related_link_display_is_approved"):
        RelatedLink.objects.filter(pk=link.pk).update(decided_headline="Other")


def test_the_database_holds_that_only_an_inline_link_is_moved() -> None:
    link = make_link(draft("Linking"), target=draft("Target"), state="approved")
    with pytest.raises(IntegrityError, match="related_link_moved_is_inline"):
        RelatedLink.objects.filter(pk=link.pk).update(decided_after_body=True)


LINE = '<p>{}</p><aside data-block="also-read" data-key="also0000{}">Target</aside>'


def test_a_rejected_pair_is_not_suggested_again() -> None:
    target = draft("Target")
    story = draft("Linking", body=LINE.format("One", 1))
    moderation.reject(story.related_links.get(), by=managing_editor())

    # The same words again, then the target's headline again.
    body = LINE.format("One", 1) + LINE.format("Two", 2)
    story = writing.save(
        story, replace(working_copy_of(story), body=body), by=person(REPORTER, "managing_editor")
    )
    assert story.related_links.get(key="also00002").state == LinkState.WAITING
    for headline in ("Other", "Target"):
        copy = replace(working_copy_of(target), headline=headline)
        target = writing.save(target, copy, by=managing_editor())
    assert not story.related_links.filter(key="also00002", target__isnull=False).exists()

    # Another story with these words is found.
    other = draft("Target")
    assert story.related_links.get(key="also00002").target == other
    # And the pair is suggested for other stories.
    assert draft("Third", body=LINE.format("One", 3)).related_links.get().target in (target, other)


def test_an_approved_link_is_looked_at_again_when_its_target_gets_another_headline(
    clock: time_machine.TimeMachineFixture,
) -> None:
    target = live("Target")
    link = relate(draft("Linking"), target=target)
    clock.move_to(NOON + HOUR, tick=False)
    publishing.publish(changed(target), by=managing_editor(), change=Change.MINOR)
    assert why(link) == ""

    copy = replace(working_copy_of(Story.objects.get(pk=target.pk)), headline="Renamed")
    target = writing.make_ready(
        writing.save(target, copy, by=managing_editor()), by=managing_editor()
    )
    clock.move_to(NOON + 2 * HOUR, tick=False)
    publishing.schedule(target, by=managing_editor(), at=NOON + 3 * HOUR)
    assert why(link) == ""
    clock.move_to(NOON + 3 * HOUR, tick=False)
    assert why(link) == "The story to which it leads has another headline: it was “Target”."
    # Readers keep it meanwhile.
    assert shown(link)

    clock.move_to(NOON + 4 * HOUR, tick=False)
    link = moderation.approve(link, by=person(MODERATOR))
    assert why(link) == ""


@pytest.mark.parametrize("with_version", [True, False])
def test_and_when_it_is_corrected(
    clock: time_machine.TimeMachineFixture, with_version: bool
) -> None:
    target = live("Target")
    link = relate(draft("Linking"), target=target)
    clock.move_to(NOON + HOUR, tick=False)
    if with_version:
        publishing.publish(
            changed(target), by=managing_editor(), change=Change.CORRECTION, note="It was May."
        )
    else:
        publishing.add_correction(
            target, by=managing_editor(), kind=CorrectionKind.UPDATE, text="And June."
        )
        assert why(link) == ""
        publishing.add_correction(
            target, by=managing_editor(), kind=CorrectionKind.CORRECTION, text="It was May."
        )
    assert why(link) == "The story to which it leads was corrected."


def test_a_link_to_a_withdrawn_story_is_not_shown_and_comes_back_with_it(
    clock: time_machine.TimeMachineFixture,
) -> None:
    target = live("Target")
    link = relate(draft("Linking"), target=target)
    clock.move_to(NOON + HOUR, tick=False)
    publishing.withdraw(target, by=managing_editor())
    assert why(link) == "The story to which it leads was withdrawn."
    assert not shown(link)
    clock.move_to(NOON + 2 * HOUR, tick=False)
    publishing.reinstate(target, by=managing_editor())
    assert shown(link)


def test_the_first_publication_of_a_target_is_no_change(
    clock: time_machine.TimeMachineFixture,
) -> None:
    target = ready("Target")
    link = relate(draft("Linking"), target=target)
    clock.move_to(NOON + HOUR, tick=False)
    publishing.publish(target, by=managing_editor())
    assert why(link) == ""
