"""A page comes from the page cache while it is current, and only then."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import DEFAULT_DB_ALIAS, OperationalError, connection, connections, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries, Settings
from time_machine import Traveller

from articles import publishing, writing
from articles.links import moderation
from articles.models import PublishedVersion, Section
from articles.readers.cache import changes as changes_of
from articles.readers.cache.cache_key import CacheKey, cache_key
from articles.readers.cache.declaration import cached_view
from articles.readers.cache.page import Page
from articles.readers.cache.page_cache import PageCache, page_cache
from articles.stories import WorkingCopy, working_copy_of
from articles.writing import make_ready
from tests.factories import HOUR, NOON, make_link, make_section, make_story, make_version
from tests.helpers import draft, managing_editor, ready, relate
from tests.readers.cache.at_the_door import Reader, forget
from tests.readers.cache.tables import NOT_CACHED, public_patterns

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("clock")]
SECOND = timedelta(seconds=1)
HOME, RECENT = "/", "/recent/"
#: Of the URLs that have any.
ARGUMENTS: dict[str, tuple[str | int, ...]] = {
    "articles:sitemap": ("2025", "09"),
    "articles:article": ("any",),
    "articles:live_updates": ("any",),
    "articles:archive_year": (2025,),
    "articles:archive_month": (2025, 9),
    "articles:archive_day": (2025, 9, 1),
} | {
    f"articles:{kind}{feed}": ("any",)
    for kind in ("section", "tag", "author", "place")
    for feed in ("", "_rss", "_atom")
}


@pytest.fixture
def article() -> str:
    """Return the path of a story that readers see."""
    story = ready("Harvest begins", section=make_section(name="Land", slug="land"))
    return publishing.publish(story, by=managing_editor()).get_absolute_url()


def rename_section(name: str) -> None:
    section = Section.objects.get()
    section.name = name
    publishing.save_section(section)


def test_a_page_from_the_cache_takes_no_query_of_a_request(
    reader: Reader, article: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for path in (article, HOME, RECENT):
        first = reader.get(path)
        with django_assert_num_queries(0):
            again = reader.get(path)
        assert (again.content, again.headers) == (first.content, first.headers)


@pytest.mark.parametrize("links", [1, 3, 30])
def test_a_cold_article_does_only_its_own_work(
    reader: Reader, article: str, links: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    story = PublishedVersion.objects.get().story
    for _ in range(links):
        target = make_version()
        make_link(story, target=target.story, state="approved", position=1)
    reader.get("/news/no-such-story/")  # It caches what all pages share.
    with django_assert_num_queries(3):
        reader.get(article)


def test_each_write_shows_on_the_very_next_read(
    reader: Reader, article: str, clock: Traveller
) -> None:
    story = PublishedVersion.objects.get().story
    link = relate(story, by=managing_editor(), headline="Elsewhere", url="https://else.test")
    clock.shift(SECOND)
    moderation.approve(link, by=managing_editor())

    def shows(words: str) -> bool:
        return words in reader.get(article).text

    assert shows("Elsewhere")
    moderation.reject(link, by=managing_editor())
    assert not shows("Elsewhere")
    rename_section("Country")
    assert shows("Country")
    copy = replace(working_copy_of(story), headline="Harvest ends", body="<p>Over.</p>")
    story = writing.save(story, copy, by=managing_editor())
    assert shows("Harvest begins")
    clock.shift(SECOND)
    publishing.publish(make_ready(story, by=managing_editor()), by=managing_editor())
    assert shows("Harvest ends")
    assert "Harvest ends" in reader.get(HOME).text
    clock.shift(SECOND)
    moderation.approve(link, by=managing_editor())
    assert shows("Elsewhere")
    clock.shift(SECOND)
    publishing.withdraw(story, by=managing_editor())
    assert reader.get(article).status_code == 410
    assert "Harvest" not in reader.get(RECENT).text


def test_time_alone_changes_pages_at_the_second(reader: Reader, clock: Traveller) -> None:
    def shows(words: str) -> bool:
        return words in reader.get(HOME).text

    make_version(make_story(headline="First version"), visible_until=NOON + HOUR)
    make_version(make_story(headline="Second version", slug="new"), visible_from=NOON + HOUR)
    clock.move_to(NOON + HOUR - timedelta(microseconds=1), tick=False)
    assert (shows("First version"), shows("Second version")) == (True, False)
    assert reader.get("/news/new/").status_code == 404
    clock.move_to(NOON + HOUR, tick=False)
    assert (shows("First version"), shows("Second version")) == (False, True)
    assert reader.get("/news/new/").status_code == 200


def test_pages_say_which_day_it_is(
    reader: Reader, article: str, clock: Traveller, settings: Settings
) -> None:
    settings.TIME_ZONE = "Asia/Kathmandu"
    midnight = datetime(2025, 9, 1, 18, 15, tzinfo=UTC)
    make_version(make_story(slug="old"), visible_from=midnight - timedelta(days=365))
    old = '<p class="old">'
    for moment, day, is_old in (
        (midnight - timedelta(microseconds=1), "Monday, 1 September", False),
        (midnight, "Tuesday, 2 September", True),
    ):
        clock.move_to(moment, tick=False)
        assert all(day in reader.get(path).text for path in (HOME, article, "/news/old/"))
        assert (old in reader.get("/news/old/").text) == is_old


def test_a_clock_that_is_set_back_shows_what_was_then(reader: Reader, clock: Traveller) -> None:
    make_version(make_story(headline="Later"), visible_from=NOON)
    assert "Later" in reader.get(HOME).text
    clock.move_to(NOON - SECOND, tick=False)
    assert "Later" not in reader.get(HOME).text


def test_a_write_is_seen_with_its_commit_and_never_if_it_is_rolled_back(
    reader: Reader, article: str
) -> None:
    with transaction.atomic():
        rename_section("Never")
        assert "Never" not in in_thread(lambda: reader.get(article).text)
        transaction.set_rollback(True)
    rename_section("Ever")
    assert "Ever" in reader.get(article).text


def in_thread(action: Callable[[], str]) -> str:
    """Return what another thread, which has a connection of its own, returns."""

    def act() -> str:
        try:
            return action()
        finally:
            connection.close()

    with ThreadPoolExecutor() as threads:
        return threads.submit(act).result()


def test_only_declared_parameters_make_another_page(
    reader: Reader, article: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    reader.get(article)
    with django_assert_num_queries(0):
        reader.get(article, {"utm_source": "letter"})
    newest = reader.get(RECENT).content
    older = reader.get(RECENT, {"before": "2025-01-01T00:00:00Z,1"}).content
    assert newest != older
    assert reader.get(RECENT).content == newest


def test_hosts_and_schemes_have_pages_of_their_own(
    reader: Reader, article: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    reader.get(article)
    with django_assert_num_queries(3):
        reader.get(article, headers={"host": "testserver:8000"})
    with django_assert_num_queries(3):
        reader.get(article, secure=True)
    assert reader.get(article, headers={"host": "elsewhere.test"}).status_code == 400


def test_errors_are_not_cached(
    reader: Reader, article: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    missing = reader.get("/news/no-such-story/")
    assert (missing.status_code, missing["Cache-Control"]) == (404, "no-cache")
    with django_assert_num_queries(2):
        reader.get("/news/no-such-story/")
    assert "ETag" not in missing


def test_those_who_have_the_page_already_get_304(reader: Reader, article: str) -> None:
    for _ in ("built", "from the cache"):
        etag = reader.get(article)["ETag"]
        answer = reader.get(article, headers={"If-None-Match": etag})
        assert (answer.status_code, answer.content, answer["ETag"]) == (304, b"", etag)
    rename_section("Country")
    assert reader.get(article, headers={"If-None-Match": etag}).status_code == 200


def test_a_write_that_changes_no_byte_changes_no_etag(reader: Reader, article: str) -> None:
    etag = reader.get(article)["ETag"]
    make_link(PublishedVersion.objects.get().story, headline="Undecided", url="https://else.test")
    assert reader.get(article)["ETag"] == etag


def test_head_has_the_same_headers_and_no_content(reader: Reader, article: str) -> None:
    whole = reader.get(article)
    head = reader.ask("HEAD", article)
    assert head.content == b""
    assert head.headers == whole.headers


def test_caches_outside_keep_a_page_for_the_set_time_and_never_past_the_next_change(
    reader: Reader, article: str, clock: Traveller, settings: Settings
) -> None:
    settings.NEWSROOM_SHARED_CACHE_SECONDS = 60
    assert reader.get(article)["Cache-Control"] == "public, max-age=0, s-maxage=60"
    publishing.schedule(ready("Tomorrow"), by=managing_editor(), at=NOON + HOUR)
    for before, seconds in ((61, 60), (59, 59), (1.5, 1), (0.5, 0)):
        clock.move_to(NOON + HOUR - timedelta(seconds=before), tick=False)
        assert reader.get(article)["Cache-Control"].endswith(f"s-maxage={seconds}")


def test_public_pages_are_the_same_for_all(reader: Reader, article: str) -> None:
    editor = Client()
    editor.force_login(managing_editor())
    cookies = {"cookie": editor.cookies.output(header="", sep=";")}
    for path in (article, HOME, RECENT):
        theirs, ours = reader.get(path, headers=cookies), reader.get(path)
        forget()
        built = reader.get(path, headers=cookies)
        assert theirs == ours == built
        assert not {"Set-Cookie", "Vary"} & ours.headers.keys()


@pytest.mark.parametrize("header", ["Set-Cookie", "Vary"])
def test_a_page_that_sets_a_cookie_or_varies_is_not_cached(article: str, header: str) -> None:
    def personal(environ: Any, start_response: Any) -> HttpResponse:
        start_response("200 OK", [(header, "who=you")])
        return HttpResponse("yours")

    assert Reader(personal).get(HOME).text == "yours"
    assert not page_cache.bytes


@pytest.fixture
def no_database(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Return what takes the database away."""

    def take_away() -> None:
        def refuse(*_: object, **__: object) -> None:
            raise OperationalError("could not connect to server")

        connection.close()
        changes_of.changes.close()
        of_all = type(connections[DEFAULT_DB_ALIAS])
        monkeypatch.setattr(of_all, "get_new_connection", refuse)

    return take_away


@pytest.mark.parametrize("allowed", [True, False])
def test_pages_without_a_database(
    reader: Reader,
    article: str,
    clock: Traveller,
    settings: Settings,
    no_database: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
    allowed: bool,
) -> None:
    settings.NEWSROOM_SERVE_WITHOUT_DATABASE = allowed
    publishing.schedule(ready("Tomorrow"), by=managing_editor(), at=NOON + HOUR)
    before = reader.get(article)
    no_database()
    during = reader.get(article)
    if not allowed:
        assert during.status_code == 500
        return
    assert during.content == before.content
    assert during["Cache-Status"] == "newsroom; hit; detail=DATABASE_UNREACHABLE"
    assert reader.get(HOME).status_code == 500
    clock.move_to(NOON + HOUR, tick=False)
    assert reader.get(article).status_code == 500
    monkeypatch.undo()
    clock.shift(SECOND)
    monkeypatch.setattr(changes_of, "monotonic", lambda: float("inf"))
    assert "Cache-Status" not in reader.get(article)


def key(path: str, *parameters: tuple[str, ...]) -> CacheKey:
    return CacheKey("https", "news.example", "", path, parameters, not parameters)


def page(size: int) -> Page:
    return Page.of(1, (), "200 OK", [], bytes(size))


def test_the_page_cache_stays_within_its_bytes() -> None:
    small = PageCache(1024**2)
    for number in range(10_000):
        small.put(key(f"/news/{number}/"), page(5_000))
        assert small.bytes <= 1024**2
    assert small.get(key("/news/9999/"))
    assert not small.get(key("/news/0/"))
    small.put(key("too large"), page(1024**2))
    assert not small.get(key("too large"))


def test_keys_that_anybody_can_make_up_push_out_no_page_that_people_read() -> None:
    small = PageCache(1024**2)
    small.put(key("/news/"), page(5_000))
    for number in range(1_000):
        made_up = key("/recent/", ("before", str(number)))
        small.put(made_up, page(5_000))
        assert small.get(made_up)
    assert small.get(key("/news/"))


@pytest.mark.parametrize(
    ("query", "host", "is_common"),
    [
        ("", "news.example", True),
        ("utm_source=x", "news.example", True),
        ("", "news.example:8000", True),
        ("before=x", "news.example", False),
        ("", "news.example:8001", False),
        ("", "a.b.example", False),
    ],
)
def test_which_keys_anybody_can_make_up(
    settings: Settings, query: str, host: str, is_common: bool
) -> None:
    settings.ALLOWED_HOSTS = ["news.example", ".b.example"]
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": RECENT,
        "QUERY_STRING": query,
        "HTTP_HOST": host,
        "SERVER_PORT": "8000",
        "wsgi.url_scheme": "http",
    }
    found = cache_key(environ)
    assert found
    assert found.is_common is is_common


def test_every_public_page_is_declared() -> None:
    for name in public_patterns():
        if name not in NOT_CACHED:
            assert cached_view(reverse(name, args=ARGUMENTS.get(name, ()))), name


def test_saving_a_draft_leaves_pages_in_the_cache(
    reader: Reader, article: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    reader.get(article)
    story = draft("Unrelated")
    writing.save(story, WorkingCopy("Other", body="<p>Other.</p>"), by=managing_editor())
    with django_assert_num_queries(0):
        reader.get(article)
