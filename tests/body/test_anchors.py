"""Words of a body are found again by the text around them, or said to be gone."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import body
from articles.body import Quote, anchor_text, find_quote, quote_at

TEXT = "The council met on Monday. The mayor said no. The council left on Tuesday."


def quote(exact: str, at: int, text: str = TEXT) -> Quote:
    start = [n for n in range(len(text)) if text.startswith(exact, n)][at]
    end = start + len(exact)
    return Quote(exact, text[max(0, start - 32) : start], text[end : end + 32])


@pytest.mark.parametrize("at", [0, 1])
def test_the_same_words_elsewhere_are_told_apart(at: int) -> None:
    found = find_quote(TEXT, quote("The council", at))
    assert found is not None
    assert TEXT[found.start :].startswith(("The council met", "The council left")[at])


def test_they_are_found_though_what_is_around_them_changed() -> None:
    changed = TEXT.replace("met on Monday", "gathered early").replace("no", "yes")
    found = find_quote(changed, quote("The council", 1))
    assert found is not None
    assert changed[found.start :].startswith("The council left")


@pytest.mark.parametrize(
    ("words", "text", "now"),
    [
        ("The mayor said no", TEXT.replace("mayor", "clerk"), "The clerk said no"),
        ("The mayor said no", TEXT.replace("mayor", "tired mayor"), "The tired mayor said no"),
        ("The mayor said no", TEXT.replace("The council", "Everybody"), "The mayor said no"),
        ("Monday", TEXT.replace("Monday", "Sunday"), "Sunday"),
        ("mayor", TEXT.replace("mayor", "old mayor herself"), "mayor"),
        ("no", TEXT.replace("no.", "nothing."), "no"),
        ("met on Monday", f"A new first sentence. {TEXT.replace('met', 'sat')}", "sat on Monday"),
    ],
)
def test_they_keep_their_place_when_they_change_a_little(words: str, text: str, now: str) -> None:
    place = find_quote(text, quote(words, 0))
    assert place is not None
    assert text[place.start : place.end] == now


def test_a_figure_that_was_corrected_keeps_its_note_and_so_does_a_script_without_spaces() -> None:
    hall = "There were 17 people in the hall, and they sang."
    place = find_quote(hall.replace("17", "18"), quote("17", 0, hall))
    assert place == (11, 13)
    met = "主席周二在阿斯塔纳会见了总统，双方签署了协议。"
    assert find_quote(met.replace("周二", "周三"), quote("周二", 0, met)) == (2, 4)


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace(" The mayor said no.", ""),
        TEXT.replace("The mayor said no", "Nobody had expected an answer"),
        "Another story altogether, of a harvest in the north and of the rain that spoilt it.",
    ],
)
def test_words_with_nothing_alike_near_are_gone(text: str) -> None:
    assert find_quote(text, quote("The mayor said no", 0)) is None


def test_what_stands_there_now_is_quoted_with_what_is_around() -> None:
    place = find_quote(TEXT, quote("The mayor", 0))
    assert place
    assert quote_at(TEXT, place) == quote("The mayor", 0)


def test_few_words_alone_are_not_enough() -> None:
    assert find_quote("A rose is a rose. He met no one.", quote("met", 0)) is None
    assert find_quote("", quote("met", 0)) is None


def test_no_words_have_no_place() -> None:
    assert find_quote(TEXT, Quote()) is None


def test_the_text_has_the_words_of_all_blocks_with_single_spaces() -> None:
    blocks = body.read(
        "<h2>One</h2><p>Two<br>three\u00a0 four</p><ul><li><p>five</p></li></ul>"
        '<aside data-block="also-read" data-label="Also | ">six</aside>'
        '<aside data-block="pull-quote">seven</aside>'
    )
    assert anchor_text(blocks) == "One Two three four five six seven"


@given(st.text("ab ", max_size=60), st.data())
def test_what_was_selected_is_found_where_it_was(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    selected = Quote(text[start:end], text[:start], text[end:])
    if selected.exact:
        assert find_quote(text, selected) == (start, end)


def test_many_places_take_no_long_time() -> None:
    assert find_quote("a" * 500_000, Quote("a", "b" * 32, "c" * 32)) is None


def test_many_notes_whose_words_are_gone_take_no_long_time() -> None:
    text = " ".join(f"word{number * 7919 % 1000}" for number in range(20_000))
    gone = Quote("spoilt " * 70, "before " * 4, "after " * 5)
    started = perf_counter()
    assert [find_quote(text, gone) for _ in range(100)] == [None] * 100
    assert perf_counter() - started < 5
