"""A moderator's decision takes effect with the reader's next page."""

import pytest
from django.utils import timezone

from articles import moderation, publishing, writing
from articles.enums import LinkState
from articles.exceptions import IllegalMove, NewsroomError, NotAllowed
from articles.models import RelatedLink
from articles.working_copy import WorkingCopy
from tests.desk import chief, draft, ready, reporter

pytestmark = pytest.mark.django_db


def test_a_decision_keeps_who_when_and_why() -> None:
    link = moderation.suggest(draft(), by=chief(), address="https://example.org/", headline="Else")
    link = moderation.reject(link, by=chief(), reason="Not on the subject.")
    assert link.state == LinkState.REJECTED
    assert link.decided_by == chief()
    assert link.decided_at is not None
    assert link.reason == "Not on the subject."


def test_a_link_to_a_story_that_readers_do_not_see_is_not_shown() -> None:
    target = ready("Target")
    link = moderation.suggest(draft("Linking"), by=chief(), target=target)

    def shown() -> list[RelatedLink]:
        return list(RelatedLink.objects.for_readers(timezone.now()))

    assert shown() == []
    publishing.publish(target, by=chief())
    assert shown() == [link]
    moderation.reject(link, by=chief())
    assert shown() == []
    moderation.approve(link, by=chief())
    publishing.withdraw(target, by=chief())
    assert shown() == []


def test_a_line_cut_from_the_draft_stays_with_readers_until_that_is_published() -> None:
    body = '<p>Text</p><aside data-block="also-read" data-key="also00001">Else</aside>'
    story = draft(body=body)
    link = story.related_links.get()
    writing.save(story, WorkingCopy("Cut", body="<p>Text</p>"), by=chief())
    assert not story.related_links.placed()
    assert list(RelatedLink.objects.for_readers(timezone.now())) == [link]


def test_a_waiting_line_cannot_be_decided() -> None:
    body = '<p>Text</p><aside data-block="also-read" data-key="also00001">Else</aside>'
    link = draft(body=body).related_links.get()
    with pytest.raises(IllegalMove, match="waits for its story"):
        moderation.approve(link, by=chief())


def test_only_moderators_decide() -> None:
    link = moderation.suggest(draft(), by=chief(), address="https://example.org/")
    with pytest.raises(NotAllowed):
        moderation.reject(link, by=reporter())


def test_a_related_link_has_one_target_which_is_not_its_own_story() -> None:
    story, other = draft("Own"), draft("Other")
    for targets in ({}, {"target": other, "address": "https://example.org/"}, {"target": story}):
        with pytest.raises(NewsroomError):
            moderation.suggest(story, by=chief(), **targets)


def test_a_headline_is_compared_as_far_as_its_column_goes() -> None:
    # Each of these signs is eighteen letters when headlines are compared.
    headline = "ﷺ" * 300
    link = moderation.suggest(
        draft(), by=chief(), address="https://example.org/", headline=headline
    )
    link.refresh_from_db()
    assert (link.headline, len(link.headline_key)) == (headline, 500)
