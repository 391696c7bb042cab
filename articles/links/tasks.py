"""What the room does in the background."""

from datetime import datetime
from time import monotonic

from django_tasks import task

from articles.core import clock
from articles.links.checking import check_due_pages
from articles.links.suggestions import store_suggestions
from articles.models import Story

#: Seconds after which other tasks get their turn; what is left is checked in the next run.
MOST_SECONDS = 20


@task
def check_links() -> None:
    """Check the pages of other sites that are due, for a while."""
    end = monotonic() + MOST_SECONDS
    check_due_pages(stopped=lambda: monotonic() > end)


@task
def make_suggestions(story: int) -> None:
    """Find related stories for the story with this primary key, unless it has been deleted."""
    if found := Story.objects.filter(pk=story).first():
        store_suggestions(found, clock.now())


def suggest_later(story: Story, at: datetime) -> None:
    """Have related stories found in the background, at the timezone-aware datetime `at` or later.

    In the transaction of what asks for it: if that is rolled back, so is this.
    """
    make_suggestions.using(run_after=at).enqueue(story.pk)
