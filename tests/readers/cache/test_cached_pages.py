"""A page comes from the page cache while it is current, and only then."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import OperationalError, connection, transaction
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import ResolverMatch, reverse
from pytest_django import DjangoAssertNumQueries, Settings
from time_machine import Traveller

from articles import publishing, writing
from articles.links import moderation
from articles.models import PublishedVersion, Section
from articles.readers.cache import cached_pages
from articles.readers.cache.cached_pages import CachedPagesMiddleware
from articles.readers.cache.declaration import cached, cached_view
from articles.readers.cache.page_cache import PageCache, page_cache
from articles.readers.cache.validator import Validator
from articles.stories import WorkingCopy
from articles.writing import make_ready
from tests.factories import HOUR, NOON, make_link, make_story, make_version
from tests.helpers import draft, managing_editor, ready

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("clock")]
SECOND = timedelta(seconds=1)
HOME, RECENT = "/", "/recent/"


@pytest.fixture(autouse=True)
def _empty_page_cache() -> Iterator[None]:
    page_cache.clear()
    yield
    page_cache.clear()


@pytest.fixture
def article() -> str:
    """Return the path of a story that readers see."""
    story = ready("Harvest begins", section=Section.objects.create(name="Land", slug="land"))
    return publishing.publish(story, by=managing_editor()).get_absolute_url()


def test_a_page_from_the_cache_takes_one_query(
    client: Client, article: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for path in (article, HOME, RECENT):
        first = client.get(path)
        with django_assert_num_queries(1):
            again = client.get(path)
        assert (again.content, again.headers) == (first.content, first.headers)


@pytest.mark.parametrize("links", [1, 3, 30])
def test_a_cold_article_does_only_its_own_work(
    client: Client, article: str, links: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    story = PublishedVersion.objects.get().story
    for _ in range(links):
        target = make_version()
        make_link(story, target=target.story, state="approved", position=1)
    client.get("/news/no-such-story/")  # It caches what all pages share.
    with django_assert_num_queries(3):
        client.get(article)


def test_each_write_shows_on_the_very_next_read(
    client: Client, article: str, clock: Traveller
) -> None:
    story = PublishedVersion.objects.get().story
    link = moderation.suggest(
        story, by=managing_editor(), headline="Elsewhere", url="https://else.test"
    )

    def shows(words: str) -> bool:
        return words in client.get(article).text

    assert shows("Elsewhere")
    moderation.reject(link, by=managing_editor())
    assert not shows("Elsewhere")
    Section.objects.update(name="Country")
    assert shows("Country")
    copy = WorkingCopy("Harvest ends", slug=story.slug, body="<p>Over.</p>")
    story = writing.save(story, copy, by=managing_editor())
    assert shows("Harvest begins")
    clock.shift(SECOND)
    publishing.publish(make_ready(story, by=managing_editor()), by=managing_editor())
    assert shows("Harvest ends")
    assert "Harvest ends" in client.get(HOME).text
    with connection.cursor() as cursor:
        cursor.execute("UPDATE articles_relatedlink SET state = 'approved'")
    assert shows("Elsewhere")
    clock.shift(SECOND)
    publishing.withdraw(story, by=managing_editor())
    assert client.get(article).status_code == 410
    assert "Harvest" not in client.get(RECENT).text


def test_time_alone_changes_pages_at_the_second(client: Client, clock: Traveller) -> None:
    def shows(words: str) -> bool:
        return words in client.get(HOME).text

    make_version(make_story(headline="First version"), visible_until=NOON + HOUR)
    make_version(make_story(headline="Second version", slug="new"), visible_from=NOON + HOUR)
    clock.move_to(NOON + HOUR - timedelta(microseconds=1), tick=False)
    assert (shows("First version"), shows("Second version")) == (True, False)
    assert client.get("/news/new/").status_code == 404
    clock.move_to(NOON + HOUR, tick=False)
    assert (shows("First version"), shows("Second version")) == (False, True)
    assert client.get("/news/new/").status_code == 200


def test_a_clock_that_is_set_back_shows_what_was_then(client: Client, clock: Traveller) -> None:
    make_version(make_story(headline="Later"), visible_from=NOON)
    assert "Later" in client.get(HOME).text
    clock.move_to(NOON - SECOND, tick=False)
    assert "Later" not in client.get(HOME).text


def test_a_write_that_is_rolled_back_leaves_nothing_behind(client: Client, article: str) -> None:
    with transaction.atomic():
        for name in ("Never", "Never again"):
            Section.objects.update(name=name)
            assert name in client.get(article).text
        transaction.set_rollback(True)
    Section.objects.update(name="Ever")
    assert "Never" not in client.get(article).text


def test_only_declared_parameters_make_another_page(
    client: Client, article: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.get(article)
    with django_assert_num_queries(1):
        client.get(article, {"utm_source": "letter"})
    newest = client.get(RECENT).content
    older = client.get(RECENT, {"before": "2025-01-01T00:00:00Z,1"}).content
    assert newest != older
    assert client.get(RECENT).content == newest


def test_hosts_and_schemes_have_pages_of_their_own(
    client: Client, article: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.get(article, SERVER_NAME="localhost")
    with django_assert_num_queries(3):
        client.get(article, SERVER_NAME="127.0.0.1")
    with django_assert_num_queries(3):
        client.get(article, SERVER_NAME="localhost", secure=True)
    assert client.get(article, SERVER_NAME="elsewhere.test").status_code == 400


def test_errors_are_not_cached(
    client: Client, article: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    missing = client.get("/news/no-such-story/")
    assert (missing.status_code, missing["Cache-Control"]) == (404, "no-cache")
    with django_assert_num_queries(3):
        client.get("/news/no-such-story/")
    assert "ETag" not in missing


def test_those_who_have_the_page_already_get_304(client: Client, article: str) -> None:
    for _ in ("built", "from the cache"):
        etag = client.get(article)["ETag"]
        answer = client.get(article, headers={"If-None-Match": etag})
        assert (answer.status_code, answer.content, answer["ETag"]) == (304, b"", etag)
    Section.objects.update(name="Country")
    assert client.get(article, headers={"If-None-Match": etag}).status_code == 200


def test_a_write_that_changes_no_byte_changes_no_etag(client: Client, article: str) -> None:
    etag = client.get(article)["ETag"]
    make_link(PublishedVersion.objects.get().story, headline="Undecided", url="https://else.test")
    assert client.get(article)["ETag"] == etag


def test_head_has_the_same_headers_and_no_content(client: Client, article: str) -> None:
    whole = client.get(article)
    head = client.head(article)
    assert head.content == b""
    assert head.headers == whole.headers


def test_caches_outside_keep_a_page_for_the_set_time_and_never_past_the_next_change(
    client: Client, article: str, clock: Traveller, settings: Settings
) -> None:
    settings.NEWSROOM_SHARED_CACHE_SECONDS = 60
    assert client.get(article)["Cache-Control"] == "public, max-age=0, s-maxage=60"
    publishing.schedule(ready("Tomorrow"), by=managing_editor(), at=NOON + HOUR)
    for before, seconds in ((61, 60), (59, 59), (1.5, 1), (0.5, 0)):
        clock.move_to(NOON + HOUR - timedelta(seconds=before), tick=False)
        assert client.get(article)["Cache-Control"].endswith(f"s-maxage={seconds}")


def test_public_pages_are_the_same_for_all(client: Client, article: str) -> None:
    editor = Client()
    editor.force_login(managing_editor())
    for path in (article, HOME, RECENT):
        theirs, ours = editor.get(path), client.get(path)
        page_cache.clear()
        built = editor.get(path)
        assert theirs.content == ours.content == built.content
        assert theirs.cookies | ours.cookies == {}
        assert "Vary" not in ours


def answer(view: Callable[[HttpRequest], HttpResponse], request: HttpRequest) -> Any:
    return CachedPagesMiddleware(view)(request)


def test_a_page_that_sets_a_cookie_or_varies_undeclared_is_not_cached(
    article: str, rf: RequestFactory
) -> None:
    def personal(request: HttpRequest) -> HttpResponse:
        response = HttpResponse("yours")
        response.set_cookie("who", "you")
        return response

    def varies(request: HttpRequest) -> HttpResponse:
        return HttpResponse("vary", headers={"Vary": "Accept-Language"})

    for view in (personal, varies):
        answer(view, rf.get(HOME))
        assert not page_cache.bytes


def test_a_declared_header_is_part_of_the_key(
    article: str, rf: RequestFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    @cached(headers=("Accept-Language",))
    def speaks(request: HttpRequest) -> HttpResponse:
        language = request.headers["Accept-Language"]
        return HttpResponse(language, headers={"Vary": "Accept-Language"})

    match = ResolverMatch(speaks, (), {})
    monkeypatch.setattr(cached_pages, "cached_view", lambda path: match)
    for language in ("de", "fr", "de"):
        request = rf.get(HOME, headers={"Accept-Language": language})
        assert answer(speaks, request).text == language
    assert page_cache.bytes


@pytest.fixture
def no_database(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Return what takes the database away."""

    def take_away() -> None:
        def refuse(*_: object, **__: object) -> None:
            raise OperationalError("could not connect to server")

        connection.close()
        monkeypatch.setattr(connection, "get_new_connection", refuse)

    return take_away


@pytest.mark.parametrize("allowed", [True, False])
def test_pages_without_a_database(
    client: Client,
    article: str,
    clock: Traveller,
    settings: Settings,
    no_database: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
    allowed: bool,
) -> None:
    settings.NEWSROOM_SERVE_WITHOUT_DATABASE = allowed
    client.raise_request_exception = False
    publishing.schedule(ready("Tomorrow"), by=managing_editor(), at=NOON + HOUR)
    before = client.get(article)
    no_database()
    during = client.get(article)
    if not allowed:
        assert during.status_code == 500
        return
    assert during.content == before.content
    assert during["Cache-Status"] == "newsroom; hit; detail=DATABASE_UNREACHABLE"
    assert client.get(HOME).status_code == 500
    clock.move_to(NOON + HOUR, tick=False)
    assert client.get(article).status_code == 500
    monkeypatch.undo()
    clock.shift(SECOND)
    monkeypatch.setattr(cached_pages, "monotonic", lambda: float("inf"))
    assert "Cache-Status" not in client.get(article)


def test_the_page_cache_stays_within_its_bytes() -> None:
    now = Validator(1, NOON, None)
    small = PageCache(1024**2)
    for number in range(10_000):
        page = cached_pages.Page(bytes(5_000), {})
        small.put(("http", "localhost", f"/news/{number}/"), now, page, 5_000)
        assert small.bytes <= 1024**2
    assert small.get(("http", "localhost", "/news/9999/"))
    assert not small.get(("http", "localhost", "/news/0/"))
    small.put("too large", now, cached_pages.Page(bytes(1024**2), {}), 1024**2)
    assert not small.get("too large")


def test_every_public_page_is_declared() -> None:
    for name, arguments in (("home", ()), ("recent", ()), ("article", ("any",))):
        assert cached_view(reverse(f"articles:{name}", args=arguments))


def test_saving_a_draft_leaves_pages_in_the_cache(
    client: Client, article: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.get(article)
    story = draft("Unrelated")
    writing.save(story, WorkingCopy("Other", body="<p>Other.</p>"), by=managing_editor())
    with django_assert_num_queries(1):
        client.get(article)
