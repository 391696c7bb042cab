"""Texts are found without their capitals, accents and marks, in all scripts."""

import re

import pytest

from articles.text import fold, search_pattern, search_terms

#: What is written, and how somebody might type it.
WRITTEN = [
    ("Almería", "almeria"),
    ("Türkiye", "TURKIYE"),
    ("İSTANBUL ve Iğdır", "istanbul ve igdir"),
    ("Łódź, Gdańsk", "lodz, gdansk"),
    ("Straße", "STRASSE"),
    ("Ærøskøbing", "aeroskobing"),
    ("Đà Nẵng", "da nang"),
    ("Noe\u0308l", "noël"),
    ("Αθήνα, ΟΔΟΣ", "αθηνα, οδός"),
    ("Ёлка в Киеве", "елка в КИЕВЕ"),
    ("Київ", "київ"),
    ("العِرَاق", "العراق"),
    ("أحمد", "احمد"),
    ("مـــدرسة", "مدرسه"),
    ("شَرکت", "شركت"),
    ("שָׁלוֹם", "שלום"),
    ("ज़मीन", "जमीन"),
    ("ＡＢＣ", "abc"),
    ("‘Congo’s’ – “Tribunal”", "'congo's' - \"tribunal\""),
    ("Nach\u00adrichten", "nachrichten"),
    ("东京", "东京"),
]
#: Pairs that are different words, for all that they differ only in a mark.
DIFFERENT = [("ตา", "ตี"), ("दिन", "दान"), ("か", "が")]


@pytest.mark.parametrize(("written", "typed"), WRITTEN)
def test_it_is_found_however_it_is_typed(written: str, typed: str) -> None:
    assert fold(written) == fold(typed)
    assert re.search(search_pattern(fold(typed)), f"… {written} …")
    assert re.search(search_pattern(fold(written)), f"… {typed} …")


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_marks_that_make_another_word_stay(one: str, other: str) -> None:
    assert fold(one) != fold(other)
    assert not re.search(search_pattern(fold(one)), other)


@pytest.mark.parametrize("signs", ["%", "_", ".*", "[a]", "^", "\\d", "a|b", "(", "]", "*"])
def test_signs_mean_themselves(signs: str) -> None:
    pattern = search_pattern(fold(signs))
    assert re.search(pattern, f"x{signs}y")
    assert not re.search(pattern, "7 A story")


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("Council fees", ("council", "fees")),
        ("«Council fees» again", ("council fees", "again")),
        ('fees "city council', ("fees", "city council")),
        ("Kiel, Köln; (again)", ("kiel", "koln", "again")),
        ("fees FEES", ("fees",)),
        ('  "" “', ()),
        ("", ()),
        ("...", ("...",)),
    ],
)
def test_a_search_is_words_and_phrases(typed: str, terms: tuple[str, ...]) -> None:
    assert search_terms(typed) == terms


def test_a_search_is_bounded() -> None:
    assert len(search_terms(" ".join(map(str, range(50_000))))) == 12
    assert [len(term) for term in search_terms("a" * 50_000)] == [100]
