"""Any page as of any time is, byte for byte, what readers were served then."""

import re
from datetime import datetime, timedelta
from itertools import count
from typing import Any

import pytest
from django.test import Client, RequestFactory
from django.urls import resolve
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.models import LinkDecision, PublishedVersion, RelatedLink
from tests.factories import NOON
from tests.readers.cache.newsroom import FREELY, Newsroom

#: All that may happen but what sets the clock back, writes past the verbs, or renames a section.
STEPS = (
    *("publish", "publish", "schedule", "withdraw", "withdraw_later", "unschedule"),
    *("draft_link", "approve_inline", "approve", "approve", "reject", "reopen"),
    *("add_note", "retract_note", "merge_tag", "tick", "next", "just_before_next"),
)
BAR = re.compile(rb'<div class="preview-bar" role="status">.*?</div>\n?', re.DOTALL)
SECOND = timedelta(seconds=1)
#: Status, where it leads, and the page.
Page = tuple[int, str, bytes]


def served(path: str) -> Page:
    answer = Client().get(path)
    return answer.status_code, answer.get("Location", ""), answer.content


def as_of(path: str, at: datetime) -> Page:
    """Return the readers' page as the desk asks for it, without the bar that says so."""
    request: Any = RequestFactory().get(path)
    request.as_seen_at, request.as_seen_ahead = at, False
    match = resolve(path, "articles.urls")
    answer = match.func(request, *match.args, **match.kwargs)
    return answer.status_code, answer.get("Location", ""), BAR.sub(b"", answer.content)


@pytest.mark.django_db
def test_each_page_as_of_a_time_is_what_was_served_then(clock: Any) -> None:
    days = count(1)
    decided = 0

    @settings(FREELY, max_examples=12)
    @given(st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 2)), min_size=6, max_size=14))
    def holds(steps: list[tuple[str, int]]) -> None:
        nonlocal decided
        newsroom = Newsroom(clock, NOON + timedelta(days=next(days)))
        kept: dict[tuple[str, datetime], Page] = {}
        for action, which in steps:
            newsroom.go_to(newsroom.now + SECOND)
            newsroom.act(action, which)
            kept |= {(path, newsroom.now): served(path) for path in newsroom.paths}
        newsroom.go_to(newsroom.now + timedelta(hours=1))
        for (path, at), page in kept.items():
            assert as_of(path, at) == page, f"{path} at {at} after {steps}"
        decided += LinkDecision.objects.filter(story=newsroom.stories[0]).count()
        _rows_say_what_holds(newsroom)

    holds()
    assert decided > 24
    assert PublishedVersion.objects.filter(kind="withdrawal").exists()


def _rows_say_what_holds(newsroom: Newsroom) -> None:
    """Check that the row of each link says what the period says that has not ended."""
    for link in RelatedLink.objects.filter(story__in=newsroom.stories):
        held = LinkDecision.objects.filter(link=link, valid_until=None).first()
        holds = bool(link.decided_by_id or (link.key and link.target_id))
        said = (held.state, held.by_id, held.target_id) if held else None
        assert said == ((link.state, link.decided_by_id, link.target_id) if holds else None)
