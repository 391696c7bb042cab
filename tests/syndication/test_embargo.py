"""What is not out yet appears at its second and not before, in the cached answers too."""

from datetime import timedelta

import pytest
from time_machine import Traveller

from tests.factories import HOUR, NOON, make_section, make_story, make_version
from tests.readers.cache.at_the_door import Reader, forget

URLS = [
    *("/", "/section/land/", "/rss.xml", "/atom.xml", "/section/land/rss.xml"),
    *("/section/land/atom.xml", "/sitemap-news.xml", "/sitemap-2025-09.xml"),
]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("url", URLS)
def test_a_story_is_there_from_its_second_to_its_last(clock: Traveller, url: str) -> None:
    land = make_section(name="Land", slug="land")
    make_version(section=land)
    make_version(
        make_story(headline="the-secret", slug="the-secret"),
        section=land,
        visible_from=NOON + HOUR,
        visible_until=NOON + 2 * HOUR,
    )
    reader = Reader()
    seen = []
    for hours in (1, 2):
        for early in (timedelta(microseconds=1), timedelta()):
            clock.move_to(NOON + hours * HOUR - early, tick=False)
            answer = reader.get(url)
            assert answer.status_code == 200
            assert "ETag" in answer
            seen.append("the-secret" in answer.text)
    forget()
    assert seen == [False, True, True, False]
