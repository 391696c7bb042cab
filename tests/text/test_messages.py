"""Texts of the rooms that know no Django."""

from articles.text import N_, Message


def test_a_marked_text_stays_as_it_is() -> None:
    assert N_("The body is too deep.") == "The body is too deep."


def test_a_message_is_its_english_text_with_its_values() -> None:
    assert str(Message(N_("%(count)s of %(all)s"), {"count": 2, "all": "three"})) == "2 of three"
