"""The order of what is found, its pages and its filters."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from articles.models import TermKind
from articles.search import Filters, Listed, Place, VersionSearch, parse
from tests.factories import NOON, make_section, make_version

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
DAY = timedelta(days=1)


def search(query: str, **filters: object) -> VersionSearch:
    return VersionSearch(parse(query), NOON, Filters(**filters))  # type: ignore[arg-type]


def test_a_headline_counts_as_two_years_and_a_summary_as_half_a_year() -> None:
    def make(age: int, **words: Any) -> int:
        return make_version(visible_from=NOON - age * DAY, **words).pk

    in_text = make(1, headline="A", body_html="<p>wheat</p>")
    old_headline = make(800, headline="Wheat")
    headline = make(600, headline="Wheat")
    summary = make(100, headline="B", summary="Wheat")
    old_summary = make(200, headline="C", summary="Wheat")

    found = [place.pk for place in search("wheat").page(9)]
    assert found == [headline, summary, in_text, old_summary, old_headline]

    newest = VersionSearch(parse("wheat"), NOON, newest_first=True).page(9)
    assert [it.pk for it in newest] == [in_text, summary, old_summary, headline, old_headline]


def test_pages_follow_each_other_and_ties_go_by_key() -> None:
    made = [make_version(headline="Wheat").pk for _ in range(5)]
    places = list[Place]()
    while page := search("wheat").page(2, places[-1] if places else None):
        places += page
        # What is published meanwhile comes before, and moves nothing.
        make_version(headline="Wheat", visible_from=NOON)
    assert [place.pk for place in places] == made[::-1]


def test_filters() -> None:
    world = make_section(name="World", slug="world")
    content = {"tags": ["São Tomé"], "authors": ["Ana Pérez"], "places": ["New York"]}
    mine = make_version(
        headline="Wheat", section=world, content=content, visible_from=NOON - 10 * DAY
    )
    make_version(headline="Wheat", visible_from=NOON - 5 * DAY)

    def found(**filters: object) -> bool:
        places = [place.pk for place in search("wheat", **filters).page(9)]
        assert places in ([mine.pk], [])
        return bool(places)

    assert found(section=world.pk)
    author = Listed(TermKind.AUTHOR, ("ana-pérez",))
    for kind, slug in ((TermKind.TAG, "são-tomé"), (TermKind.PLACE, "new-york")):
        assert found(terms=(author, Listed(kind, ("former", slug))))
        assert not found(terms=(author, Listed(kind, ("former",))))
    assert found(before=NOON - 6 * DAY)
    assert not found(since=NOON - 9 * DAY, before=NOON - 6 * DAY)
    assert found(since=datetime(2025, 8, 22, tzinfo=UTC), before=NOON - 10 * DAY + DAY)
    assert search("").total == 2
    assert search("", section=world.pk).total == 1
    assert search("", section=world.pk).by_section == {world.pk: 1, None: 1}
