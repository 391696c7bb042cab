"""What is typed, as what must be found."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articles.search import parse
from articles.search.analysis.query import LONGEST, MOST_TERMS, NOTHING


def rows(text: str) -> list[tuple[str, ...]]:
    return [term.row for term in parse(text).terms]


def test_words_phrases_or_and_minus() -> None:
    query = parse('harvest OR wheat "in the north" -rice -"bad harvest"')
    assert [[term.typed for term in group] for group in query.groups] == [
        ["harvest", "wheat"],
        ["in the north"],
    ]
    assert query.groups[1][0].row == ("in", "the", "north")
    assert [term.typed for term in query.excluded] == ["rice", "bad harvest"]


def test_a_word_stands_for_its_forms_and_a_quoted_one_for_itself() -> None:
    assert {"elections", "english·elect"} <= parse("elections").terms[0].tokens
    assert parse('"elections"').terms[0].tokens == {"elections"}


def test_the_last_word_may_go_on_while_one_types() -> None:
    assert parse("wheat harv", unfinished=True).terms[1].prefixes == {"harv"}
    assert not parse("wheat harv", unfinished=True).terms[0].prefixes
    assert parse("harv* wheat").terms[0].prefixes == {"harv"}


@pytest.mark.parametrize("text", ["%", "_", "OR", "- -", '""', "\0", "\\", "…", "🙂"])
def test_signs_alone_find_nothing(text: str) -> None:
    assert parse(text).terms[0].tokens == {NOTHING}


def test_nothing_asks_for_nothing() -> None:
    assert not parse("")
    assert not parse(" \n")


def test_letters_without_spaces_stand_in_a_row() -> None:
    assert rows("東京都") == [("東京", "京都")]
    assert rows('"東京都 2025"') == [("東京", "京都", "都", "2025")]
    assert parse("京").terms[0].prefixes == {"京"}


@given(st.text())
@example('a"b“c OR OR -' * 50)
@example("東" * 500)
@example("a-" * 200)
@example("a OR " * 50)
def test_any_characters_are_a_query_of_a_bounded_size(text: str) -> None:
    query = parse(text)
    terms = [*query.terms, *query.excluded]
    assert len(terms) <= MOST_TERMS
    assert sum(len(term.row) for term in terms) <= LONGEST
    assert all(term.tokens or term.prefixes or term.row for term in terms)
