"""Readers' pages as they are served, and the same pages as of then."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django.http import Http404
from django.test import Client, RequestFactory
from django.urls import resolve

from tests.readers.cache.newsroom import Newsroom

#: All that may happen but what sets the clock back, or writes past the verbs.
STEPS = (
    *("publish", "publish", "schedule", "withdraw", "withdraw_later", "unschedule"),
    *("draft_link", "approve_inline", "approve", "approve", "reject", "reopen"),
    *("add_note", "retract_note", "tick", "next", "just_before_next"),
    *("rename_section", "move_section", "rename_author", "describe_author"),
    *("rename_tag", "merge_tags", "delete_tag"),
    *("publish_front", "plan_front", "publish_section_front", "cancel_front"),
    *("show_breaking", "end_breaking"),
    *("cover", "add_entry", "entry_later", "correct_entry", "withdraw_entry", "unschedule_entry"),
)
BAR = re.compile(rb'<div class="preview-bar" role="status">.*?</div>\n?', re.DOTALL)
#: As a production site wants it, too.
ASKED: Any = {"secure": True, "headers": {"host": "127.0.0.1"}}
SECOND = timedelta(seconds=1)
#: Status, where it leads, and the page.
Page = tuple[int, str, bytes]
#: A feed that is not there: what its visitors get is not its own.
NOT_THERE: Page = (404, "", b"")


def served(path: str) -> Page:
    answer = Client().get(path, **ASKED)
    if path.endswith(".xml") and answer.status_code == NOT_THERE[0]:
        return NOT_THERE
    return answer.status_code, answer.get("Location", ""), answer.content


def as_of(path: str, at: datetime) -> Page:
    """Return the readers' page as the desk asks for it, without the bar that says so."""
    request: Any = RequestFactory().get(path, **ASKED)
    request.as_seen_at, request.as_seen_ahead = at, False
    match = resolve(path.partition("?")[0], "articles.urls")
    try:
        answer = match.func(request, *match.args, **match.kwargs)
    except Http404:
        return NOT_THERE
    return answer.status_code, answer.get("Location", ""), BAR.sub(b"", answer.content)


def differing(newsroom: Newsroom, steps: list[tuple[str, int]]) -> Iterator[str]:
    """Take the steps; yield for each page served meanwhile how it differs as of then, "" if not."""
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
        yield "" if as_of(path, at) == page else f"{path} at {at} after {steps}"
