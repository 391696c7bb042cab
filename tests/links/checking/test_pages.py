"""Linked pages are claimed, checked and kept; a link to one that died is decided on again."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from articles.links import check_due_pages, death_of, moderation, review_of, tasks
from articles.links.checking.pages import AGAIN, EVERY, GONE_AGAIN
from articles.links.tasks import check_links
from articles.models import LinkedPage, RelatedLink
from tests.factories import HOUR, NOON, make_link, make_story
from tests.helpers import managing_editor
from tests.links.checking.web import PRIVATE, Web, says

pytestmark = pytest.mark.django_db
Clock = time_machine.TimeMachineFixture


def link_to(web: Web, path: str = "/page", host: str = "page.test") -> RelatedLink:
    url = web.url(host, path)
    return make_link(make_story(), url=url, state="approved", decided_at=NOON - HOUR)


def check(web: Web) -> LinkedPage:
    """Check what is due, and return the one page there is."""
    check_due_pages(web.network())
    return LinkedPage.objects.get()


def says_nothing(request: object) -> None:
    """End the connection."""


def again() -> list[RelatedLink]:
    return list(RelatedLink.objects.to_decide(timezone.now()))


def test_a_page_is_listed_while_a_link_that_may_be_seen_leads_to_it(web: Web) -> None:
    url = web.url()
    for state in ("approved", "suggested", "rejected"):
        make_link(
            make_story(), url=url if state != "rejected" else web.url(path="/no"), state=state
        )
    make_link(make_story(), url=web.url(path="/removed"), removed_at=NOON)
    make_link(make_story(), target=make_story())
    assert check_due_pages(web.network()) == 1
    assert LinkedPage.objects.get().host == "page.test"
    assert {path for _, _, path in web.public.log} == {"/robots.txt", "/page"}

    RelatedLink.objects.filter(url=url).update(state="suggested", decided_by=None, decided_at=None)
    RelatedLink.objects.filter(url=url).update(removed_at=NOON)
    assert check_due_pages(web.network()) == 0
    assert not LinkedPage.objects.exists()


def test_a_page_that_answers_is_checked_once_a_day(web: Web, clock: Clock) -> None:
    link_to(web)
    page = check(web)
    assert (page.state, page.state_since, page.checked_at) == ("ok", NOON, NOON)
    assert (page.failures, page.failing_since, page.fault) == (0, None, "")
    assert (page.due_at, page.claimed_until) == (NOON + EVERY, None)
    clock.move_to(NOON + EVERY - timedelta(seconds=1))
    assert check_due_pages(web.network()) == 0
    clock.move_to(NOON + EVERY)
    assert check(web).state_since == NOON
    assert again() == []


def test_a_page_that_is_gone_is_dead_the_second_time(web: Web, clock: Clock) -> None:
    link = link_to(web)
    web.public.answers["/page"] = says(404)
    page = check(web)
    assert (page.state, page.failures, page.due_at) == ("unknown", 1, NOON + GONE_AGAIN)
    assert again() == []
    clock.move_to(NOON + GONE_AGAIN)
    page = check(web)
    assert (page.state, page.state_since, page.failing_since) == ("dead", NOON + GONE_AGAIN, NOON)
    assert again() == [link]
    review = review_of(link, timezone.now())
    assert review
    assert review.why == "The page at page.test has not answered since 1 September 2025 (404)."
    assert review.since == NOON + GONE_AGAIN


def test_a_page_that_fails_is_dead_after_a_day_of_it(web: Web, clock: Clock) -> None:
    link = link_to(web)
    web.public.answers["/page"] = says(503)
    for number in range(3):
        assert again() == []
        clock.move_to(NOON + number * AGAIN)
        page = check(web)
        assert page.failures == number + 1
    assert (page.state, page.failing_since, page.fault) == ("dead", NOON, "503")
    assert again() == [link]


@pytest.mark.parametrize("online", [True, False])
def test_no_page_dies_while_none_can_be_reached(web: Web, clock: Clock, online: bool) -> None:
    link = link_to(web, "/silent")
    link_to(web, "/other")
    check_due_pages(web.network())
    web.public.answers["/silent"] = says_nothing
    if not online:
        web.public.answers["/other"] = says_nothing
    for number in range(4):
        clock.move_to(NOON + EVERY + number * AGAIN)
        check_due_pages(web.network())
    assert (again() == [link]) is online


def test_a_server_that_is_back_in_between_has_not_failed(web: Web, clock: Clock) -> None:
    link_to(web)
    for number, status in enumerate([503, 503, 200, 503, 404]):
        web.public.answers["/page"] = says(status)
        clock.move_to(NOON + number * EVERY)
        page = check(web)
        assert page.state != "dead"
    assert (page.failures, page.failing_since) == (2, NOON + 3 * EVERY)


def test_a_page_that_answers_again_leaves_the_queue(web: Web, clock: Clock) -> None:
    link = died(web, clock)
    assert again() == [link]
    web.public.answers["/page"] = says(200)
    clock.move_to(NOON + 3 * EVERY)
    assert check(web).state == "ok"
    assert again() == []
    assert death_of(link, timezone.now()) is None


def died(web: Web, clock: Clock) -> RelatedLink:
    """Return a link to a page that is gone by now."""
    link = link_to(web)
    web.public.answers["/page"] = says(410)
    for at in (NOON, NOON + GONE_AGAIN):
        clock.move_to(at)
        check(web)
    return link


def test_who_approves_it_all_the_same_is_not_asked_again(web: Web, clock: Clock) -> None:
    link = died(web, clock)
    clock.shift(HOUR)
    link = moderation.approve(link, by=managing_editor())
    clock.move_to(NOON + 3 * EVERY)
    assert check(web).failures == 3
    assert again() == []
    assert review_of(link, timezone.now()) is None


def test_one_that_waits_for_the_first_decision_is_flagged_too(web: Web, clock: Clock) -> None:
    link = died(web, clock)
    link = moderation.reopen(link, by=managing_editor())
    assert again() == [link]
    assert review_of(link, timezone.now()) is None
    told = death_of(link, timezone.now())
    assert told
    assert "(410)" in told.why


def test_of_a_page_that_may_not_be_asked_for_nothing_is_known(web: Web, clock: Clock) -> None:
    link_to(web)
    web.public.answers["/page"] = says(404)
    check(web)
    web.names["page.test"] = [[PRIVATE]]
    clock.move_to(NOON + EVERY)
    page = check(web)
    assert (page.state, page.failures, page.fault, page.due_at) == (
        *("unknown", 0, ""),
        NOON + 2 * EVERY,
    )
    assert web.private.log == []


def test_a_host_of_which_a_page_is_checked_is_left_alone(web: Web, clock: Clock) -> None:
    for host, path in (("one.test", "/a"), ("one.test", "/b"), ("two.test", "/c")):
        link_to(web, path, host)
    stops = iter([False, False, True, True])
    # It is told to stop after the first page, and lets go of the other one.
    assert check_due_pages(web.network(), stopped=lambda: next(stops)) == 1
    assert LinkedPage.objects.filter(claimed_until=None).count() == 3

    LinkedPage.objects.filter(url=web.url("one.test", "/a")).update(claimed_until=NOON + HOUR)
    assert check_due_pages(web.network()) == 1
    assert [path for _, _, path in web.public.log if path != "/robots.txt"] == ["/a", "/c"]
    # A worker that was killed loses its claim.
    clock.move_to(NOON + HOUR)
    assert check_due_pages(web.network()) == 1
    assert [path for _, _, path in web.public.log if path != "/robots.txt"] == ["/a", "/c", "/b"]


def test_what_is_stored_of_a_page_fits_together(web: Web) -> None:
    start = {"url": "https://page.test/", "host": "page.test", "state_since": NOON, "due_at": NOON}
    failed = {"failures": 1, "failing_since": NOON, "checked_at": NOON, "fault": "404"}
    for wrong in (
        {"url": "ftp://page.test/"},
        {"state": "else"},
        {"fault": "404"},
        {**failed, "fault": ""},
        {**failed, "failing_since": None},
        {**failed, "checked_at": None},
        {**failed, "state": "dead"},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            LinkedPage.objects.create(**{**start, **wrong})
    LinkedPage.objects.create(**{**start, **failed})
    with pytest.raises(IntegrityError), transaction.atomic():
        LinkedPage.objects.create(**start)


@pytest.mark.parametrize("number", [1, 3, 30])
def test_the_queue_takes_one_query_however_many_pages_died(
    web: Web, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for at in range(number):
        url = link_to(web, f"/{at}").url
        failed = {"failures": 2, "failing_since": NOON, "checked_at": NOON, "fault": "404"}
        times = {"state_since": NOON, "due_at": NOON}
        LinkedPage.objects.create(url=url, host="page.test", state="dead", **failed, **times)
    with django_assert_num_queries(1):
        assert len(again()) == number


@pytest.mark.django_db(transaction=True)
def test_two_workers_do_not_check_a_page_twice(web: Web) -> None:
    for host in ("one.test", "two.test", "three.test", "four.test"):
        for path in ("/a", "/b"):
            link_to(web, path, host)
    begin = Barrier(2)

    def work() -> None:
        begin.wait()
        check_due_pages(web.network())
        connection.close()

    workers = [Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    asked = [(host, path) for _, host, path in web.public.log if path != "/robots.txt"]
    assert len(asked) == len(set(asked)) == 8
    assert LinkedPage.objects.filter(state="ok", claimed_until=None).count() == 8


def test_the_task_checks_what_is_due() -> None:
    # A host of this machine is not asked.
    make_link(make_story(), url="http://127.0.0.1/", state="approved")
    check_links.call()
    page = LinkedPage.objects.get()
    assert (page.state, page.checked_at is None) == ("unknown", False)


def test_it_leaves_time_to_others_and_what_it_had_claimed(monkeypatch: pytest.MonkeyPatch) -> None:
    make_link(make_story(), url="http://127.0.0.1/", state="approved")
    monkeypatch.setattr(tasks, "MOST_SECONDS", -1)
    check_links.call()
    page = LinkedPage.objects.get()
    assert (page.checked_at, page.claimed_until) == (None, None)
