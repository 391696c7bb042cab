"""Check the pages of other sites to which related links lead."""

from collections.abc import Callable

from articles.links import check_due_pages
from articles.management.repeat import Repeated


class Command(Repeated):
    help = "Check the external links that are due. Several may run at the same time."
    done = "checked"

    def work(self, stopped: Callable[[], bool]) -> int:
        """Check the pages that are due, and return how many were."""
        return check_due_pages(stopped=stopped)
