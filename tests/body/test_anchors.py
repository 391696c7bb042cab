"""Words of a body are found again by what stands around them, or said to be gone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import body
from articles.body import Quote, anchor_text, find_quote

TEXT = "The council met on Monday. The mayor said no. The council left on Tuesday."


def quote(exact: str, at: int, text: str = TEXT) -> Quote:
    start = [n for n in range(len(text)) if text.startswith(exact, n)][at]
    end = start + len(exact)
    return Quote(exact, text[max(0, start - 32) : start], text[end : end + 32])


@pytest.mark.parametrize("at", [0, 1])
def test_the_same_words_elsewhere_are_told_apart(at: int) -> None:
    found = find_quote(TEXT, quote("The council", at))
    assert found is not None
    assert TEXT[found:].startswith(("The council met", "The council left")[at])


def test_they_are_found_though_what_is_around_them_changed() -> None:
    changed = TEXT.replace("met on Monday", "gathered early").replace("no", "yes")
    found = find_quote(changed, quote("The council", 1))
    assert found is not None
    assert changed[found:].startswith("The council left")


def test_words_that_changed_are_gone() -> None:
    assert find_quote(TEXT.replace("mayor", "clerk"), quote("The mayor said no", 0)) is None


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
        assert find_quote(text, selected) == start


def test_many_places_take_no_long_time() -> None:
    assert find_quote("a" * 500_000, Quote("a", "b" * 32, "c" * 32)) is None
