"""Any page as of any time is, byte for byte, what readers were served then."""

from datetime import timedelta
from itertools import count
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.models import (
    AuthorPeriod,
    BreakingNews,
    FormerSlug,
    Front,
    LinkDecision,
    PublishedVersion,
    RelatedLink,
    SectionPeriod,
)
from tests.factories import NOON
from tests.readers.cache.newsroom import FREELY, Newsroom
from tests.readers.pages.as_of import STEPS, differing


@pytest.mark.django_db
def test_each_page_as_of_a_time_is_what_was_served_then(clock: Any) -> None:
    days = count(1)
    decided = renamed = 0

    @settings(FREELY, max_examples=8)
    @given(st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 2)), min_size=6, max_size=14))
    def holds(steps: list[tuple[str, int]]) -> None:
        nonlocal decided, renamed
        newsroom = Newsroom(clock, NOON + timedelta(days=next(days)))
        assert [found for found in differing(newsroom, steps) if found] == []
        renamed += _former_names(newsroom)
        decided += LinkDecision.objects.filter(story=newsroom.stories[0]).count()
        _rows_say_what_holds(newsroom)

    holds()
    assert decided > 16
    assert renamed > 8
    assert Front.objects.count() > 2
    assert BreakingNews.objects.exists()
    assert PublishedVersion.objects.filter(kind="withdrawal").exists()


def _rows_say_what_holds(newsroom: Newsroom) -> None:
    """Check that the row of each link says what the period says that has not ended."""
    for link in RelatedLink.objects.filter(story__in=newsroom.stories):
        held = LinkDecision.objects.filter(link=link, valid_until=None).first()
        holds = bool(link.decided_by_id or (link.key and link.target_id))
        said = (held.state, held.by_id, held.target_id) if held else None
        assert said == ((link.state, link.decided_by_id, link.target_id) if holds else None)


def _former_names(newsroom: Newsroom) -> int:
    """Return how often something was called otherwise before, as readers saw it."""
    ended = {"valid_until__isnull": False}
    return (
        SectionPeriod.objects.filter(section=newsroom.section, **ended).count()
        + AuthorPeriod.objects.filter(author=newsroom.author, **ended).count()
        + FormerSlug.objects.filter(slug__endswith=f"-{newsroom.number}").count()
    )
