"""Somebody who publishes again and again while the site is read."""

import sys
import time
from dataclasses import replace
from itertools import count

from articles import publishing, writing
from articles.models import PublishedVersion, Story
from articles.stories import working_copy_of
from tests.helpers import managing_editor, ready


def updated(pk: int) -> Story:
    """Return a story with another text, ready to be published."""
    story, editor = Story.objects.get(pk=pk), managing_editor()
    copy = replace(working_copy_of(story), body="<p>The harvest has ended.</p>")
    return writing.make_ready(writing.save(story, copy, by=editor), by=editor)


def publish_each(seconds: float) -> None:
    """Publish each time this many seconds have passed: a new story, then an update, and so on.

    Prints a line before the first one.
    """
    editor = managing_editor()
    begun = PublishedVersion.objects.filter(visible_until=None).order_by("-published_at")
    read = list(begun.values_list("story", flat=True)[:5_000])
    sys.stdout.write("begins\n")
    sys.stdout.flush()
    start = time.monotonic()
    for number in count(1):
        story = updated(read[number * 7919 % len(read)]) if number % 2 else ready(f"News {number}")
        time.sleep(max(0, start + number * seconds - time.monotonic()))
        publishing.publish(story, by=editor)
