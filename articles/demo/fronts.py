"""The front page and the breaking news of the demo newsroom: what readers get, and plans."""

from __future__ import annotations

from typing import NamedTuple

from articles.core import clock
from articles.demo.newsroom import Newsroom
from articles.demo.timetable import after, before
from articles.frontpage import FrontPlan, Placed, publish_front, show_breaking
from articles.models import OF_NO_STORY, AuditEntry, BreakingNews, Front

EDITED_BY = "ruth"
SINCE, TOMORROW, PINNED = "2h", "1d 06:00", "5h"
ISLANDS = "coast dawn 4"
STORM = "storm-names"
#: Texts of breaking news; the times between which readers saw the one, and will see the other.
CLOSED = "The bridge to Port Halden is closed to trucks"
OPEN_AGAIN = "Storm Wilma has passed: ferries sail again at ten"
PASSED, COMING = ("6h", "4h"), ("1d 07:00", "1d 12:00")


class Chosen(NamedTuple):
    """A slot: the name of a story's file, "" for the newest story, and what the front says itself.

    `picture` is what is drawn.
    """

    name: str = ""
    headline: str = ""
    summary: str = ""
    pinned: str = ""
    picture: str = ""


NOW = (
    Chosen(
        "storm-names",
        "Storm Wilma arrives tonight: the last ferries leave at six",
        "Gusts of 130 kilometres an hour are expected from ten in the evening. The islands have"
        " shut their schools, and opened them again as shelters.",
    ),
    Chosen(),
    Chosen("deep-map"),
    Chosen("tennis-lefty", pinned=PINNED),
    Chosen("strait-talks"),
)
THEN = (
    Chosen("heat-pumps"),
    Chosen(
        "storm-names",
        "The night of Storm Wilma",
        "What the islands were ready for.",
        picture=ISLANDS,
    ),
    Chosen("rate-cut"),
    Chosen(),
    Chosen("deep-map"),
)


def add_fronts(newsroom: Newsroom) -> dict[str, list[int]]:
    """Publish one front, plan the other, and so with breaking news.

    Return the primary keys of what was added, by kind.
    """
    by = newsroom.people[EDITED_BY]
    with clock.standing_at(before(newsroom.now, SINCE)):
        publish_front(_plan(NOW, newsroom), by=by)
        publish_front(_plan(THEN, newsroom), by=by, at=after(newsroom.now, TOMORROW))
    story = newsroom.stories.get(STORM)
    since, until = (before(newsroom.now, text) for text in PASSED)
    with clock.standing_at(since):
        show_breaking(CLOSED, by=by, story=story, until=until)
    since, until = (after(newsroom.now, text) for text in COMING)
    show_breaking(OPEN_AGAIN, by=by, story=story, at=since, until=until)
    entries = AuditEntry.objects.filter(story=OF_NO_STORY, by=by)
    return {
        "fronts": list(Front.objects.filter(made_by=by).values_list("pk", flat=True)),
        "breaking_news": list(BreakingNews.objects.filter(made_by=by).values_list("pk", flat=True)),
        "front_entries": list(entries.values_list("pk", flat=True)),
    }


def _plan(chosen: tuple[Chosen, ...], newsroom: Newsroom) -> FrontPlan:
    return FrontPlan(tuple(_placed(one, newsroom) for one in chosen))


def _placed(one: Chosen, newsroom: Newsroom) -> Placed:
    story = newsroom.stories.get(one.name)
    if story is None:
        return Placed()
    until = after(newsroom.now, one.pinned) if one.pinned else None
    by = newsroom.people[EDITED_BY]
    picture = newsroom.pictures.get(one.picture, by=by) if one.picture else None
    return Placed(story.pk, one.headline, one.summary, picture, until)
