"""Errors that people read, and checks that return them."""

import pytest

from articles.core import NotAllowed, NotReady, refuse


def test_what_a_check_returned_is_raised() -> None:
    with pytest.raises(NotAllowed, match="Ask an editor"):
        refuse(NotAllowed("Ask an editor."))


def test_a_check_that_returned_nothing_refuses_nothing() -> None:
    refuse(None)


def test_a_story_that_is_not_ready_says_all_its_problems() -> None:
    error = NotReady(["Write a summary.", "Choose a section."])
    assert error.problems == ["Write a summary.", "Choose a section."]
    assert str(error) == "This story cannot be published yet: Write a summary. Choose a section."
