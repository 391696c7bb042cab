"""Which pages are checked, when, and by which worker."""

import pytest
from django.db import IntegrityError, transaction
from pytest_django import DjangoAssertNumQueries

from articles.links import check_due_pages, tasks
from articles.links.tasks import check_links
from articles.models import LinkedPage
from tests.at_once import twice_at_once
from tests.factories import HOUR, NOON, make_link, make_story
from tests.links.checking.pages import Clock, again, link_to
from tests.links.checking.web import Web

pytestmark = pytest.mark.django_db


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
    twice_at_once(lambda: check_due_pages(web.network()))
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
