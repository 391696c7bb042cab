"""The label of inline links that have none of their own."""

import pytest
from pytest_django import Settings

from articles.readers.pages.inline_links import inline_link

WORDS = {"label": "", "headline": "Harvest begins"}


@pytest.mark.parametrize(
    ("language", "label"), [("en", "Also Read | "), ("de", "Lesen Sie auch | ")]
)
def test_it_is_in_the_language_of_the_site(settings: Settings, language: str, label: str) -> None:
    settings.LANGUAGE_CODE = language
    assert f">{label}</span>Harvest begins<" in inline_link(WORDS)


def test_the_newsroom_may_have_its_own(settings: Settings) -> None:
    settings.NEWSROOM_ALSO_READ_LABEL = "More: "
    assert ">More: </span>Harvest begins<" in inline_link(WORDS)


def test_that_of_a_link_comes_first(settings: Settings) -> None:
    settings.NEWSROOM_ALSO_READ_LABEL = "More: "
    assert ">See also – </span>" in inline_link(WORDS | {"label": "See also – "})
