"""What is read often is cached as it is, the rest compressed, and never too many bytes of it."""

import random
import tracemalloc
from dataclasses import replace

import pytest

from articles.readers.cache.cache_key import CacheKey
from articles.readers.cache.page import Page
from articles.readers.cache.page_cache import PageCache

WORDS = [f"word{number}" for number in range(2_000)]
MIB = 1024**2
#: Pages of 8 KiB. What holds for them holds for ten times as many.
MANY, ROOM = 1_000, 8 * MIB

pytestmark = pytest.mark.once


def key(number: int, *, is_common: bool = True) -> CacheKey:
    return CacheKey("https", "news.example", "", f"/news/story-{number}/", (), is_common)


def page(number: int) -> Page:
    """Return a page with two parts and words that no other page has in this order."""
    words = " ".join(random.Random(number).choices(WORDS, k=1_100))  # noqa: S311
    headers = [("Content-Type", "text/html"), ("X-Frame-Options", "DENY")]
    keys = (f"story:{number}", "articles_section")
    made = Page.of(1, keys, "200 OK", headers, words.encode())
    return Page(
        *(1, keys, "200 OK", made.headers, (made.pieces[0], b"<end>", b"")),
        *((("masthead", ""), ("recent", "")), made.digest),
    )


def test_pages_come_back_as_they_were() -> None:
    cache = PageCache(2 * MIB)
    for number in range(200):
        cache.put(key(number), page(number))
    assert 0 < len(cache.pages) < 100, "Some are compressed."
    for number in range(200):
        assert cache.get(key(number)) == page(number)


def test_the_least_recently_used_go_and_nobody_can_push_out_what_people_read() -> None:
    cache = PageCache(MIB)
    for number in range(400):
        cache.put(key(number), page(number))
        cache.get(key(0))
    found = [number for number in range(400) if cache.get(key(number))]
    assert found[0] == 0
    assert found[1:] == list(range(401 - len(found), 400))
    for number in range(400):
        cache.put(key(number, is_common=False), page(number))
    assert [number for number in range(400) if cache.get(key(number))] == found


def test_a_page_that_was_built_again_takes_the_place_of_the_compressed_one() -> None:
    cache = PageCache(MIB)
    for number in range(100):
        cache.put(key(number), page(number))
    cache.put(key(0), page(500))
    for number in range(1, 100):
        cache.put(key(number), page(number))
    assert cache.get(key(0)) == page(500)


def test_what_pages_have_in_common_takes_room_once() -> None:
    cache = PageCache(MIB)
    common = page(0).pieces[0]
    for number in range(300):
        own = (common + str(number).encode(), b"<end>", b"")
        cache.put(key(number), replace(page(number), pieces=own))
    assert all(cache.get(key(number)) for number in range(300))


def test_pages_take_no_more_bytes_than_are_counted() -> None:
    cache = PageCache(ROOM)
    tracemalloc.start()
    for number in range(MANY):
        cache.put(key(number), page(number))
    taken, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert taken < cache.bytes < ROOM
