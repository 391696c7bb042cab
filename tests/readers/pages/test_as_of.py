"""Any page as of any time is, byte for byte, what readers were served then."""

import re
from datetime import datetime, timedelta
from itertools import count
from typing import Any

import pytest
from django.http import Http404
from django.test import Client, RequestFactory
from django.urls import resolve
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.models import (
    AuthorPeriod,
    FormerSlug,
    LinkDecision,
    PublishedVersion,
    RelatedLink,
    SectionPeriod,
)
from tests.factories import NOON
from tests.readers.cache.newsroom import FREELY, Newsroom

#: All that may happen but what sets the clock back, or writes past the verbs.
STEPS = (
    *("publish", "publish", "schedule", "withdraw", "withdraw_later", "unschedule"),
    *("draft_link", "approve_inline", "approve", "approve", "reject", "reopen"),
    *("add_note", "retract_note", "tick", "next", "just_before_next"),
    *("rename_section", "move_section", "rename_author", "describe_author"),
    *("rename_tag", "merge_tags", "delete_tag"),
)
BAR = re.compile(rb'<div class="preview-bar" role="status">.*?</div>\n?', re.DOTALL)
SECOND = timedelta(seconds=1)
#: Status, where it leads, and the page.
Page = tuple[int, str, bytes]
#: A feed that is not there: what its visitors get is not its own.
NOT_THERE: Page = (404, "", b"")


def served(path: str) -> Page:
    answer = Client().get(path)
    if path.endswith(".xml") and answer.status_code == NOT_THERE[0]:
        return NOT_THERE
    return answer.status_code, answer.get("Location", ""), answer.content


def as_of(path: str, at: datetime) -> Page:
    """Return the readers' page as the desk asks for it, without the bar that says so."""
    request: Any = RequestFactory().get(path)
    request.as_seen_at, request.as_seen_ahead = at, False
    match = resolve(path.partition("?")[0], "articles.urls")
    try:
        answer = match.func(request, *match.args, **match.kwargs)
    except Http404:
        return NOT_THERE
    return answer.status_code, answer.get("Location", ""), BAR.sub(b"", answer.content)


@pytest.mark.django_db
def test_each_page_as_of_a_time_is_what_was_served_then(clock: Any) -> None:
    days = count(1)
    decided = renamed = 0

    @settings(FREELY, max_examples=8)
    @given(st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 2)), min_size=6, max_size=14))
    def holds(steps: list[tuple[str, int]]) -> None:
        nonlocal decided, renamed
        newsroom = Newsroom(clock, NOON + timedelta(days=next(days)))
        kept: dict[tuple[str, datetime], Page] = {}
        # What was once a page still is, or leads on.
        paths: set[str] = set()
        for action, which in steps:
            newsroom.go_to(newsroom.now + SECOND)
            newsroom.act(action, which)
            paths |= {*newsroom.paths, *newsroom.other_paths}
            kept |= {(path, newsroom.now): served(path) for path in paths}
        newsroom.go_to(newsroom.now + timedelta(hours=1))
        for (path, at), page in kept.items():
            assert as_of(path, at) == page, f"{path} at {at} after {steps}"
        renamed += _former_names(newsroom)
        decided += LinkDecision.objects.filter(story=newsroom.stories[0]).count()
        _rows_say_what_holds(newsroom)

    holds()
    assert decided > 16
    assert renamed > 8
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
