"""What comes of text that other programs wrote: their marks, lists, comments and redirects."""

import pytest

from articles import body
from articles.body.redirects import target_of
from tests.body.pasted import PASTED, REDIRECTS


@pytest.mark.parametrize("name", PASTED)
def test_what_other_programs_write(name: str) -> None:
    html, expected = PASTED[name]
    assert body.clean(html) == expected


@pytest.mark.parametrize("url", REDIRECTS)
def test_links_lead_to_the_target_of_a_redirect(url: str) -> None:
    assert target_of(url) == REDIRECTS[url]
