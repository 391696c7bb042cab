"""What is kept in memory is bounded by bytes, whatever it is made of and for."""

import tracemalloc

from articles import body
from articles.body import reading
from articles.text import keeping


def test_the_least_recently_used_go_when_there_are_too_many_bytes() -> None:
    made = []

    @keeping(10_000)
    def twice(text: str) -> str:
        made.append(text)
        return text * 2

    for text in ("a" * 1000, "b" * 1000, "a" * 1000, "c" * 1000, "a" * 1000, "b" * 1000):
        assert twice(text) == text * 2
    assert [text[0] for text in made] == ["a", "b", "c", "b"]
    assert twice("d" * 100_000) == twice("d" * 100_000)
    assert [text[0] for text in made[4:]] == ["d", "d"]


def test_bodies_that_were_read_are_bounded_by_bytes_and_many_small_ones_stay() -> None:
    reading.read.cache_clear()  # type: ignore[attr-defined]
    short = [f"<p>Paragraph {number}.</p>" for number in range(100)]
    first = list(map(body.read, short))
    assert all(body.read(html) is blocks for html, blocks in zip(short, first, strict=True))
    tracemalloc.start()
    for number in range(12):
        body.read(f"<p>{number} {'中文' * 450_000}</p><p>{'字' * 900_000}</p>")
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert kept < reading.KEPT * 1.2
    reading.read.cache_clear()  # type: ignore[attr-defined]
