import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Xi’s “goals”", 'xi\'s "GOALS"'),
        ("A — B", "a  -- b"),
        ("right\u00a0to\u200b\ndevelopment", "Right to development"),
        ("STRASSE", "straße"),
        ("ﬁnal Ａ", "final a"),
        ("«mot»", '"mot"'),
        ("Cafe\u0301", "café"),
    ],
)
def test_what_reads_the_same_compares_the_same(one: str, other: str) -> None:
    assert text.normalise(one) == text.normalise(other)


def test_other_words_compare_as_other() -> None:
    assert text.normalise("Xi and Putin") != text.normalise("Xi or Putin")


@given(st.text())
def test_normalising_again_changes_nothing(written: str) -> None:
    assert text.normalise(text.normalise(written)) == text.normalise(written)


def test_straightening_keeps_case() -> None:
    assert text.straighten("“Hello…” – Xi") == '"Hello..." - Xi'


def test_words_in_order() -> None:
    assert text.words("The U.S.-led group’s role: 3.5 per cent, “yes”.") == [
        "The", "U.S", "led", "group’s", "role", "3.5", "per", "cent", "yes",
    ]  # fmt: skip


def test_one_form_has_no_control_characters() -> None:
    assert text.one_form("With\x00 a\x01\x7f\x9fgencies\n\tand\x85more") == "With agencies and more"
