"""Linked pages are claimed, checked and kept; a link to one that died is decided on again."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.links import check_due_pages, death_of, moderation, review_of
from articles.links.checking.pages import AGAIN, EVERY, GONE_AGAIN
from articles.models import LinkedPage, RelatedLink
from tests.factories import HOUR, NOON, make_link, make_story
from tests.helpers import managing_editor
from tests.links.checking.pages import Clock, again, check, died, link_to, says_nothing
from tests.links.checking.web import PRIVATE, Web, says

pytestmark = pytest.mark.django_db


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
