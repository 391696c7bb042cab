"""Words of texts in all scripts, with their places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.search.analysis.document import word_tokens
from articles.search.analysis.words import LONGEST, chunks, composed


def words(text: str) -> list[str]:
    return [word.text for chunk in chunks(composed(text)) for word in chunk.words]


def joined(text: str) -> list[str]:
    return [chunk.joined for chunk in chunks(composed(text)) if chunk.joined]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("  — … “” \0 _ \ud800", ""),
        ("Straßen\u00adbau in Łódź!", "strassenbau in lodz"),
        ("İstanbul ISTANBUL ıĞış", "istanbul istanbul igis"),
        ("e-mail al‑Assad O’Brien", "e mail al assad o brien"),
        ("ﬁnance ½", "finance 1 2"),
        ("می‌خواهم", "ميخواهم"),
        ("東京都2025年", "東京 京都 都 2025 年"),
        ("ｶﾞｽ ガス", "ガス ス ガス ス"),
        ("กรุง", "กรุ รุง ง"),
        ("मुंबई में", "मुंबई में"),
        ("Ёлки й", "елки и"),
        ("한국", "한국 국"),
    ],
)
def test_words_are_folded(text: str, expected: str) -> None:
    assert words(text) == expected.split()


def test_parts_of_a_compound_are_one_word_too() -> None:
    assert joined("e-mail l’Assemblée, aujourd'hui a-b-c-d 1,000 ½ U.S.") == [
        "email",
        "lassemblee",
        "aujourdhui",
    ]


def test_a_long_word_is_cut() -> None:
    assert words("a" * 900) == ["a" * LONGEST]


@given(st.text())
def test_each_word_is_where_it_says(text: str) -> None:
    text = composed(text)
    last = 0
    for chunk in chunks(text):
        for word in chunk.words:
            assert last <= word.start < word.end <= len(text)
            last = word.start
            assert word.text
            assert not set(word.text) & set(" /'\"*·¶§†¤∅\0")


@pytest.mark.parametrize("language", ["fr", "de", "es", "ru", "el"])
def test_a_word_has_its_tokens_in_the_same_order_in_each_process(language: str) -> None:
    """A set of strings is in a different order each time Python starts."""
    for chunk in chunks("élections Zürich señales Астана выборами наций Κυβέρνηση ελλάδα"):
        for word in chunk.words:
            _, *stems = word_tokens(word, language)
            assert stems == sorted(stems), word
