"""What the room does in the background."""

from time import monotonic

from django_tasks import task

from articles.links.checking import check_due_pages

#: Seconds after which other tasks get their turn; what is left is checked in the next run.
MOST_SECONDS = 20


@task
def check_links() -> None:
    """Check the pages of other sites that are due, for a while."""
    end = monotonic() + MOST_SECONDS
    check_due_pages(stopped=lambda: monotonic() > end)
