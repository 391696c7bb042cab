"""Fill an empty newsroom with the demo."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from django.conf import settings
from django.db import transaction

from articles.core import NotPossible, clock, refuse
from articles.demo.added import Added
from articles.demo.fronts import add_fronts
from articles.demo.life import Life, began_at
from articles.demo.newsroom import Newsroom
from articles.demo.people import PEOPLE, PLACES, SECTIONS
from articles.demo.pictures import Pictures
from articles.demo.story_file import StoryFile, story_files
from articles.demo.timetable import before
from articles.models import Story
from articles.stories import DEMO_FILLED, audit_log
from articles.wire import newsroom_gazetteer
from newsroom.accounts.models import User

__all__ = ["PEOPLE", "Filled", "check_fill", "fill"]


class Filled(NamedTuple):
    """How much was added."""

    stories: int
    pictures: int
    people: int


def check_fill() -> NotPossible | None:
    """Return why the newsroom cannot be filled; None if it can."""
    if not settings.NEWSROOM_DEVELOPMENT:
        return NotPossible("The demo newsroom is for development only.")
    if Story.objects.exists():
        return NotPossible("This newsroom has stories already: the demo fills an empty one only.")
    taken = User.objects.filter(username__in=[one.username for one in PEOPLE])
    if names := sorted(taken.values_list("username", flat=True)):
        return NotPossible(f"These accounts exist already: {', '.join(names)}.")
    return None


def fill(*, password: str, files: Iterable[StoryFile] | None = None) -> Filled:
    """Add people with this password, sections, authors, pictures and stories; all or nothing.

    Times are counted from now; `files` are all stories of the demo, or some. Raise `NotPossible`.
    """
    refuse(check_fill())
    now = clock.now()
    told = sorted(story_files() if files is None else files, key=lambda file: _public_at(file, now))
    with Pictures(told, now) as pictures, transaction.atomic():
        added = Added(password)
        people = {one.username: added.person(one) for one in PEOPLE}
        # Readers know them from the first story on.
        with clock.standing_at(min([now, *(_public_at(file, now) for file in told)])):
            newsroom = Newsroom(
                now=now,
                pictures=pictures,
                people=people,
                sections={name: added.section(name, n + 1) for n, name in enumerate(SECTIONS)},
                authors={name: added.author(name, pictures) for name in _authors(told)},
            )
        for place in PLACES:
            added.place(place)
        newsroom.gazetteer = newsroom_gazetteer()
        for file in told:
            newsroom.stories[file.name] = Life(file, newsroom).live()
        _write_down(newsroom, added)
    return Filled(len(_keys(newsroom)), len(pictures.keys()), len(PEOPLE))


def _authors(files: Iterable[StoryFile]) -> list[str]:
    """Return the names of the authors of the stories, each once."""
    return list(dict.fromkeys(name for file in files for name in file.list("authors")))


def _public_at(file: StoryFile, now: datetime) -> datetime:
    """Return since when others may link to the story."""
    published = file.fields.get("published")
    return before(now, published) if published else began_at(file, now)


def _write_down(newsroom: Newsroom, added: Added) -> None:
    """Name all that was added in the audit log, which is how it is found again."""
    stories = _keys(newsroom)
    detail = (
        added.keys()
        | add_fronts(newsroom)
        | {
            "stories": stories,
            "pictures": sorted(newsroom.pictures.keys()),
        }
    )
    oldest = Story.objects.get(pk=stories[0])
    audit_log.record(oldest, DEMO_FILLED, by=None, detail=detail)


def _keys(newsroom: Newsroom) -> list[int]:
    """Return the primary keys of the stories: an update by wire has none of its own."""
    return sorted({story.pk for story in newsroom.stories.values()})
