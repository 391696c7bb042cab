"""What readers find, and in which order: the same on both databases."""

import pytest

from articles.search import VersionSearch, parse
from tests.factories import NOON
from tests.search.archive import EXPECTED, STORIES, fill

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_queries_in_many_languages_find_what_they_mean() -> None:
    names = {version.pk: name for name, version in fill().items()}

    def found(query: str) -> str:
        places = VersionSearch(parse(query), NOON).page(50)
        return " ".join(names[place.pk] for place in places)

    assert len(EXPECTED) >= 200
    assert len({code for code, *_ in STORIES.values()}) >= 8
    wrong = {q: (found(q), e) for q, e in EXPECTED.items() if found(q) != e}
    assert wrong == {}
