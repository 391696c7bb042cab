"""Links after the body belong to the working copy: readers get them with a publication."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone
from time_machine import Traveller

from articles import publishing, writing
from articles.core import NewsroomError
from articles.links import moderation
from articles.models import PublishedVersion, RelatedLink, Revision, Story
from articles.readers import article_context
from articles.stories import Related, working_copy_of
from tests.factories import make_version
from tests.helpers import draft, managing_editor, ready, relate

pytestmark = pytest.mark.django_db

ELSE = Related(url="https://else.test/", headline="Else")
OTHER = Related(url="https://other.test/", headline="Other")


def save(story: Story, *related: Related) -> Story:
    story = Story.objects.get(pk=story.pk)
    copy = replace(working_copy_of(story), related=related)
    return writing.save(story, copy, by=managing_editor())


def publish(story: Story) -> None:
    story = Story.objects.get(pk=story.pk)
    by = managing_editor()
    publishing.publish(writing.make_ready(story, by=by), by=by)


def shown(story: Story) -> list[str]:
    """Return the words of the links that readers see after the body."""
    now = timezone.now()
    version = PublishedVersion.objects.visible(now).get(story=story)
    return [link.headline for link in article_context(version, now)["related"]]


def undecided(story: Story) -> RelatedLink:
    """Return a link that somebody has added who does not moderate links."""
    link = relate(story, url=OTHER.url, headline=OTHER.headline)
    wanted = {"state": "suggested", "decided_by": None, "decided_at": None}
    RelatedLink.objects.filter(pk=link.pk).update(**wanted)
    link.refresh_from_db()
    return link


@pytest.fixture
def live(clock: Traveller) -> Story:
    """A story that readers see with one link."""
    story = save(draft(), ELSE)
    publish(story)
    clock.shift(timedelta(minutes=1))
    assert shown(story) == ["Else"]
    return story


CHANGES: dict[str, Callable[[Story], object]] = {
    "added": lambda story: save(story, ELSE, OTHER),
    "removed": lambda story: save(story),
    "relabelled": lambda story: save(story, replace(ELSE, headline="New words")),
    "ordered": lambda story: save(story, OTHER, ELSE),
    "led elsewhere": lambda story: save(story, replace(ELSE, url="https://new.test/")),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_save_changes_nothing_for_readers_and_a_publication_does(
    live: Story, clock: Traveller, change: str
) -> None:
    CHANGES[change](live)
    assert shown(live) == ["Else"]

    publish(live)

    wanted = [link.headline for link in working_copy_of(Story.objects.get(pk=live.pk)).related]
    assert shown(live) == wanted


def test_a_moderator_lets_readers_see_a_new_link_at_once(live: Story, clock: Traveller) -> None:
    link = undecided(live)
    assert (link.state, shown(live)) == ("suggested", ["Else"])

    moderation.approve(link, by=managing_editor())

    assert shown(live) == ["Else", "Other"]
    # Whatever happens to the draft now, until it is published.
    save(live, ELSE, replace(OTHER, headline="New words"))
    assert shown(live) == ["Else", "Other"]
    save(live, ELSE)
    assert shown(live) == ["Else", "Other"]
    clock.shift(timedelta(minutes=1))
    publish(save(live, ELSE, replace(OTHER, headline="New words")))
    assert shown(live) == ["Else", "New words"]


def test_a_link_that_was_let_through_and_then_removed_goes_with_the_next_publication(
    live: Story, clock: Traveller
) -> None:
    moderation.approve(undecided(live), by=managing_editor())
    save(live, ELSE)
    clock.shift(timedelta(minutes=1))
    publish(save(live, ELSE, Related(url="https://third.test/", headline="Third")))
    assert shown(live) == ["Else", "Third"]


def test_an_undone_withdrawal_brings_back_what_was_let_through(
    live: Story, clock: Traveller
) -> None:
    moderation.approve(undecided(live), by=managing_editor())
    clock.shift(timedelta(minutes=1))
    publishing.withdraw(live, by=managing_editor())
    clock.shift(timedelta(minutes=1))
    publishing.reinstate(live, by=managing_editor())
    assert shown(live) == ["Else", "Other"]


def test_a_link_that_comes_back_keeps_what_was_decided_on_it(live: Story) -> None:
    moderation.reject(live.related_links.get(), by=managing_editor())
    save(live)
    save(live, ELSE)
    assert live.related_links.get().state == "rejected"
    assert shown(live) == []


def test_moderators_still_decide_on_a_link_that_only_readers_have(live: Story) -> None:
    save(live)
    link = RelatedLink.objects.to_moderate(timezone.now()).get()
    moderation.reject(link, by=managing_editor())
    assert shown(live) == []


def test_the_history_says_that_links_changed(live: Story) -> None:
    save(live, ELSE, OTHER)
    assert Revision.objects.latest("number").changed == ["related"]


def test_restored_links_are_as_they_were(live: Story) -> None:
    first = Revision.objects.filter(story=live).latest("number")
    save(live, OTHER)
    writing.restore_revision(first, by=managing_editor())
    assert working_copy_of(Story.objects.get(pk=live.pk)).related == (ELSE,)


def test_restoring_leaves_out_a_link_whose_story_is_gone() -> None:
    target = draft("Target")
    story = save(draft(), Related(target.pk), ELSE)
    revision = Revision.objects.filter(story=story).latest("number")
    save(story, ELSE)
    writing.delete(Story.objects.get(pk=target.pk), by=managing_editor())
    writing.save(
        story := Story.objects.get(pk=story.pk),
        replace(working_copy_of(story), headline="Other"),
        by=managing_editor(),
    )

    writing.restore_revision(revision, by=managing_editor())

    assert working_copy_of(Story.objects.get(pk=story.pk)).related == (ELSE,)
    assert "cannot be restored" in story.audit_log.filter(action="revision_restored").get().reason


def test_what_cannot_stand_there_is_refused_with_a_reason() -> None:
    story, target = ready("Own"), make_version(slug="target").story
    wrong = {
        "either a story or": [Related(), Related(target.pk, "https://else.test/")],
        "related to itself": [Related(story.pk)],
        "no longer exists": [Related(10**9)],
    }
    for reason, links in wrong.items():
        for link in links:
            with pytest.raises(NewsroomError, match=reason):
                save(story, link)
    for double in (Related(target.pk), ELSE):
        with pytest.raises(NewsroomError, match="lead to the same page"):
            save(story, double, replace(double, headline="Other words"))
    assert not story.related_links.exists()
