"""A moderator's decision takes effect with the reader's next page."""

import re
from dataclasses import replace

import pytest
from django.utils import timezone

from articles import publishing, writing
from articles.core import NotAllowed, NotPossible
from articles.links import moderation
from articles.models import LinkDecision, LinkState, PublishedVersion, RelatedLink, Story
from articles.readers import article_context
from articles.stories import WorkingCopy, working_copy_of
from tests.helpers import draft, managing_editor, ready, relate, reporter

pytestmark = pytest.mark.django_db


def test_a_decision_keeps_who_when_and_why() -> None:
    link = relate(draft(), by=managing_editor(), url="https://example.org/", headline="Else")
    link = moderation.reject(link, by=managing_editor(), reason="Not on the subject.")
    assert link.state == LinkState.REJECTED
    assert link.decided_by == managing_editor()
    assert link.decided_at is not None
    assert link.reason == "Not on the subject."


def test_a_link_to_a_story_that_readers_do_not_see_is_not_shown() -> None:
    target = ready("Target")
    link = relate(draft("Linking"), by=managing_editor(), target=target)

    def shown() -> list[RelatedLink]:
        now = timezone.now()
        held = LinkDecision.objects.for_readers(now).filter(state=LinkState.APPROVED)
        seen = PublishedVersion.objects.visible(now).values("story")
        return [decision.link for decision in held.filter(target__in=seen)]

    assert shown() == []
    publishing.publish(target, by=managing_editor())
    assert shown() == [link]
    moderation.reject(link, by=managing_editor())
    assert shown() == []
    moderation.approve(link, by=managing_editor())
    publishing.withdraw(target, by=managing_editor())
    assert shown() == []


def test_a_line_cut_from_the_draft_stays_with_readers_until_that_is_published() -> None:
    body = '<p>Text</p><aside data-block="also-read" data-key="also00001">Else</aside>'
    story = draft(body=body)
    link = story.related_links.get()
    target = ready("Else")
    publishing.publish(target, by=managing_editor())
    link.refresh_from_db()
    moderation.approve(link, by=managing_editor())
    publishing.publish(writing.make_ready(story, by=managing_editor()), by=managing_editor())
    writing.save(story, WorkingCopy("Cut", body="<p>Text</p>"), by=managing_editor())
    assert not story.related_links.placed()
    assert leads_to(story) == ["/news/else/"]


KEY = "also00001"


def line(target: Story) -> str:
    return (
        f'<p>Text</p><aside data-block="also-read" data-key="{KEY}" data-story="{target.pk}">'
        "Else</aside>"
    )


def leads_to(story: Story) -> list[str]:
    """Return the URLs to which the page of the story leads."""
    version = PublishedVersion.objects.visible(timezone.now()).get(story=story)
    return re.findall('href="([^"]*)"', article_context(version, timezone.now())["body"])


def choose(story: Story, target: Story) -> Story:
    """Save the story with `target` chosen for its link, as the editor's form sends it."""
    copy = working_copy_of(story)
    chosen = re.sub("data-story=.[0-9]+.", f'data-story="{target.pk}"', copy.body)
    return writing.save(story, replace(copy, body=chosen), by=managing_editor())


@pytest.fixture
def targets() -> tuple[Story, Story]:
    """Return two stories that readers see."""
    one, two = ready("One"), ready("Two")
    for target in (one, two):
        publishing.publish(target, by=managing_editor())
    return one, two


def test_readers_get_another_target_when_it_is_published(targets: tuple[Story, Story]) -> None:
    one, two = targets
    story = ready("Linking", body=line(one))
    publishing.publish(story, by=managing_editor())
    assert leads_to(story) == ["/news/one/"]
    story = choose(story, two)
    assert leads_to(story) == ["/news/one/"]
    publishing.publish(writing.make_ready(story, by=managing_editor()), by=managing_editor())
    assert leads_to(story) == ["/news/two/"]


def test_a_target_that_readers_still_have_is_rejected_at_once(
    targets: tuple[Story, Story],
) -> None:
    one, two = targets
    story = ready("Linking", body=line(one))
    publishing.publish(story, by=managing_editor())
    choose(story, two)
    old = RelatedLink.objects.to_moderate(timezone.now()).get(target=one)
    moderation.reject(old, by=managing_editor())
    assert leads_to(story) == []
    # Chosen again, it is the link that was rejected.
    choose(story, one)
    assert story.related_links.placed().get().state == LinkState.REJECTED
    story = choose(story, two)
    publishing.publish(writing.make_ready(story, by=managing_editor()), by=managing_editor())
    assert leads_to(story) == ["/news/two/"]
    assert list(
        RelatedLink.objects.to_moderate(timezone.now()).values_list("target", flat=True)
    ) == [two.pk]


def test_a_withdrawn_target_that_readers_still_have_goes_at_once(
    targets: tuple[Story, Story],
) -> None:
    one, two = targets
    story = ready("Linking", body=line(one))
    publishing.publish(story, by=managing_editor())
    choose(story, two)
    publishing.withdraw(one, by=managing_editor())
    assert leads_to(story) == []


def test_a_guess_that_readers_have_stays_while_its_words_change_in_the_draft(
    targets: tuple[Story, Story],
) -> None:
    one, _ = targets
    body = f'<p>Text</p><aside data-block="also-read" data-key="{KEY}">One</aside>'
    story = ready("Linking", body=body)
    assert story.related_links.get().target == one
    moderation.approve(story.related_links.get(), by=managing_editor())
    publishing.publish(story, by=managing_editor())
    writing.save(
        story, WorkingCopy("Linking", body=body.replace("One", "Two")), by=managing_editor()
    )
    assert leads_to(story) == ["/news/one/"]


def test_a_target_may_change_before_publication_and_the_line_keeps_its_row(
    targets: tuple[Story, Story],
) -> None:
    one, two = targets
    story = draft("Linking", body=line(one))
    row = story.related_links.get()
    choose(story, two)
    assert (story.related_links.get().pk, story.related_links.get().target) == (row.pk, two)


def test_a_line_without_its_story_any_more_waits() -> None:
    target = draft("Target")
    story = draft("Linking", body=line(target))
    without = line(target).replace(f' data-story="{target.pk}"', "")
    writing.save(story, WorkingCopy("Linking", body=without), by=managing_editor())
    assert story.related_links.get().state == LinkState.WAITING


def test_a_guess_that_somebody_chooses_is_no_guess_any_more() -> None:
    target = draft("Else")
    story = draft("Linking", body=line(target).replace(f' data-story="{target.pk}"', ""))
    assert story.related_links.get().state == LinkState.SUGGESTED
    writing.save(story, WorkingCopy("Linking", body=line(target)), by=managing_editor())
    link = story.related_links.get()
    assert (link.state, link.suggested_by, link.score) == (
        LinkState.APPROVED,
        managing_editor(),
        None,
    )


def test_a_waiting_line_cannot_be_decided() -> None:
    body = '<p>Text</p><aside data-block="also-read" data-key="also00001">Else</aside>'
    link = draft(body=body).related_links.get()
    with pytest.raises(NotPossible, match="waiting for its story"):
        moderation.approve(link, by=managing_editor())


def test_what_was_swapped_since_a_moderator_looked_is_not_decided() -> None:
    target, other = draft("Target"), draft("Swapped in")
    body = f'<p>Text</p><aside data-block="also-read" data-key="{KEY}">Else</aside>'
    link = draft(body=body).related_links.get()
    RelatedLink.objects.update(target=target, state=LinkState.SUGGESTED)
    link.refresh_from_db()
    shown = moderation.shown_of_link(link)
    changes: tuple[dict[str, object], ...] = (
        {"target": other},
        {"headline": "Other words"},
        {"label": "Other label"},
        {"state": "rejected", "decided_by": managing_editor(), "decided_at": timezone.now()},
    )
    for change in changes:
        before = RelatedLink.objects.values().get()
        RelatedLink.objects.update(**change)
        for verb in (moderation.approve, moderation.reject):
            with pytest.raises(
                moderation.LinkChanged, match="has changed since this page was opened"
            ):
                verb(link, by=managing_editor(), shown=shown)
        RelatedLink.objects.update(**before)
    assert moderation.approve(link, by=managing_editor(), shown=shown).state == "approved"


def test_only_moderators_decide() -> None:
    link = relate(draft(), by=managing_editor(), url="https://example.org/")
    with pytest.raises(NotAllowed):
        moderation.reject(link, by=reporter())


def test_a_headline_is_compared_as_far_as_its_column_goes() -> None:
    # Each of these signs is eighteen letters when headlines are compared.
    headline = "ﷺ" * 300
    link = relate(draft(), by=managing_editor(), url="https://example.org/", headline=headline)
    link.refresh_from_db()
    assert (link.headline, len(link.headline_key)) == (headline, 500)
