"""Where a text has the words of a query."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.search import Span, excerpt, parse, spans
from articles.search.analysis.marks import EXCERPT
from articles.search.analysis.words import composed


def marked(text: str, query: str, language: str = "en") -> str:
    return shown(spans(text, parse(query), language))


def shown(parts: list[Span]) -> str:
    return "".join(f"[{part.text}]" if part.is_hit else part.text for part in parts)


@pytest.mark.parametrize(
    ("text", "query", "language", "expected"),
    [
        ("Elections and electors", "election", "en", "[Elections] and electors"),
        ("Die Häuser, das Haus", "hauser", "de", "Die [Häuser], das [Haus]"),
        ("free and fair, fair and free", '"fair and free"', "en", "free and fair, [fair and free]"),
        ("An e-mail, an email", "email", "en", "An [e-mail], an [email]"),
        ("An e-mail, an email", "e-mail", "en", "An [e-mail], an [email]"),
        ("東京都知事と京都", "東京都", "ja", "[東京都]知事と京都"),
        ("東京と京", "京", "ja", "東[京]と[京]"),
        ("Harvests", "harv*", "en", "[Harvests]"),
        ("wheat rice", "wheat -rice", "en", "[wheat] rice"),
        ("<b>wheat</b>", "b", "en", "<[b]>wheat</[b]>"),
    ],
)
def test_words_are_marked(text: str, query: str, language: str, expected: str) -> None:
    assert marked(text, query, language) == expected


def test_an_excerpt_is_of_the_text_with_most_words() -> None:
    texts = ["Rice.", "Only wheat.", f"{'Far away. ' * 60}Wheat and rice grow{' here' * 60}."]
    found = shown(excerpt(texts, parse("wheat rice"), "en"))
    assert found.startswith("…")
    assert found.endswith("…")
    assert "[Wheat] and [rice] grow" in found
    assert len(found) <= EXCERPT + 10
    assert excerpt(texts, parse("maize"), "en") == []


@given(st.text(), st.text(max_size=60))
def test_nothing_of_a_text_is_lost(text: str, query: str) -> None:
    assert "".join(part.text for part in spans(text, parse(query), "en")) == composed(text)
    excerpt([text], parse(query), "ru")


def test_an_excerpt_of_a_huge_text_is_looked_for_at_its_beginning() -> None:
    words = "rain and sun " * 50_000
    start = process_time()
    assert "[wheat]" in shown(excerpt([f"wheat {words}"], parse("wheat"), "en"))
    assert excerpt([f"{words} wheat"], parse("wheat"), "en") == []
    # It takes a second to look through both.
    assert process_time() - start < 0.4
