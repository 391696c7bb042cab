"""The pages to be checked: listed as links come and go, claimed by a host, kept with the result.

A claim is written in a transaction of its own, so no database waits for a network. All pages of a
host that are due go to one worker: no two ask a host at once. One that is killed loses its claim.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import Exists, OuterRef

from articles.core import clock
from articles.links.checking.check import Checker, Found
from articles.links.checking.network import Network
from articles.links.checking.place import host_of
from articles.models import GONE, LinkedPage, PageState, RelatedLink

#: How often a page is checked, or tried again while it may not be.
EVERY = timedelta(days=1)
#: After a failure: soon if a server says that the page is gone, as it says so for good.
AGAIN, GONE_AGAIN = timedelta(hours=12), timedelta(hours=1)
#: A page is dead after this many failures over this time; one that is gone, after the second.
FAILURES, FAILING = 3, timedelta(days=1)
#: How many pages of one host are claimed; each takes less than this time.
MOST, A_PAGE = 50, timedelta(minutes=1)
#: Any number, as long as everything that claims uses the same one.
LOCK = 7_204_114


def check_due_pages(
    network: Network | None = None, *, stopped: Callable[[], bool] = lambda: False
) -> int:
    """Check all pages that are due, until `stopped`, and return how many were checked."""
    _list_pages(clock.now())
    checker = Checker(network or Network())
    count = 0
    while not stopped() and (claimed := _claim()):
        for page in claimed:
            if stopped():
                break
            _record(page, checker.check(page.url))
            count += 1
        # Those for which nothing was recorded.
        held = {"pk__in": [page.pk for page in claimed], "claimed_until": claimed[0].claimed_until}
        LinkedPage.objects.filter(**held).update(claimed_until=None)
    return count


def _list_pages(at: datetime) -> None:
    """List the pages to which links lead now, and no others."""
    linked, here = RelatedLink.objects.to_check(), {"url": OuterRef("url")}
    LinkedPage.objects.exclude(Exists(linked.filter(**here))).delete()
    urls = linked.exclude(Exists(LinkedPage.objects.filter(**here)))
    new = urls.order_by("url").values_list("url", flat=True).distinct()
    pages = [LinkedPage(url=url, host=host_of(url), state_since=at, due_at=at) for url in new]
    LinkedPage.objects.bulk_create(pages, batch_size=500, ignore_conflicts=True)


@transaction.atomic
def _claim() -> list[LinkedPage]:
    """Return the due pages of one host that nobody else checks; none if there is none."""
    # SQLite has one writer at a time anyway.
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
    at = clock.now()
    due = LinkedPage.objects.due(at)
    first = due.first()
    if first is None:
        return []
    pages = list(due.filter(host=first.host)[:MOST])
    until = at + A_PAGE * len(pages)
    LinkedPage.objects.filter(pk__in=[page.pk for page in pages]).update(claimed_until=until)
    for page in pages:
        page.claimed_until = until
    return pages


def _record(page: LinkedPage, found: Found) -> None:
    """Write what the check has shown, unless another worker has the page by now."""
    at = clock.now()
    state, wait = PageState.OK if found.is_page else PageState.UNKNOWN, EVERY
    failures, since = 0, None
    if found.fault:
        failures, since = page.failures + 1, page.failing_since or at
        gone = found.fault in GONE
        died = (gone and page.fault in GONE) or (
            failures >= FAILURES and at - since >= FAILING and _is_theirs(found.fault, since)
        )
        state = PageState.DEAD if died else PageState(page.state)
        if state != PageState.DEAD:
            wait = GONE_AGAIN if gone else AGAIN
    LinkedPage.objects.filter(pk=page.pk, claimed_until=page.claimed_until).update(
        state=state,
        state_since=page.state_since if state == page.state else at,
        checked_at=at,
        failures=failures,
        failing_since=since,
        fault=found.fault,
        due_at=at + wait,
        claimed_until=None,
    )


def _is_theirs(fault: str, since: datetime) -> bool:
    """Return whether a page, not our own line, has failed since then: another one has answered."""
    others = LinkedPage.objects.filter(state=PageState.OK, failures=0, checked_at__gte=since)
    return fault.isdigit() or others.exists()
