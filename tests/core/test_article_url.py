"""URLs that are put together by hand are those of the URLconf."""

import pytest
from django.urls import reverse

from articles.core import article_url


@pytest.mark.parametrize("slug", ["harvest-begins", "2025_a-b-", "жатва-началась", "收穫", "été"])
def test_the_url_is_that_of_the_view(slug: str) -> None:
    assert article_url(slug) == reverse("articles:article", args=[slug])
