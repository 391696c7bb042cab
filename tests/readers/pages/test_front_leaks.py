"""Nothing of a story on a front shows before its time, on any of the readers' pages."""

from datetime import timedelta

import pytest
from django.test import Client
from time_machine import Traveller

from articles.frontpage import Placed, show_breaking
from articles.models import PublishedVersion
from tests.factories import HOUR, NOON, make_picture, make_section, make_story, make_version
from tests.frontpage.fronts import front_of
from tests.helpers import managing_editor
from tests.readers.cache.at_the_door import Reader
from tests.readers.cache.test_tables import REQUESTS

SECRETS = ("the-secret", "Xylophon")


@pytest.fixture
def version(clock: Traveller) -> PublishedVersion:
    """A story that is scheduled, and is in each front and in the bar with words of theirs."""
    land, by = make_section("Land", slug="land"), managing_editor()
    make_version(section=land)
    story = make_story(headline="Xylophon story", slug="the-secret")
    picture = make_picture(alt="Xylophon picture")
    for section in (None, land):
        words = Placed(story.pk, "Xylophon front", "Xylophon summary", picture)
        front_of(words, section=section)
    show_breaking("Xylophon news", by=by, story=story)
    return make_version(story, visible_from=NOON + HOUR, section=land)


@pytest.mark.django_db(transaction=True)
def test_no_page_shows_it_before_its_time(clock: Traveller, version: PublishedVersion) -> None:
    reader = Reader()
    paths = {path for requests in REQUESTS.values() for path, _status in requests}
    picture = version.story.front_slots.first()
    assert picture
    secrets = (*SECRETS, picture.shown_picture["src"])
    for at in (NOON, NOON + HOUR - timedelta(microseconds=1)):
        clock.move_to(at, tick=False)
        for path in paths:
            for text in (reader.get(path).text, Client().get(path).text):
                assert not [secret for secret in secrets if secret in text], path
    clock.move_to(NOON + HOUR, tick=False)
    for path in ("/", "/section/land/"):
        text = reader.get(path).text
        said = ("Xylophon front", "Xylophon summary", "Xylophon news", "/news/the-secret/")
        assert [words for words in (*said, secrets[-1]) if words not in text] == [], path
