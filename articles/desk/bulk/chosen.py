"""The stories that somebody chose in the list, each as the list showed it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from articles.desk.keys import read_key
from articles.models import Story
from articles.publishing import Shown, read_shown, shown_of_all, with_publication_status

#: The name of the checkboxes.
NAME = "chosen"
#: No page of the list has more.
MOST = 100


@dataclass(frozen=True, slots=True)
class Chosen:
    """A chosen story; `value` is what its checkbox sends, `shown` what the list showed of it."""

    story: Any
    shown: Shown | None
    value: str


def choices(stories: Collection[Story], now: datetime) -> dict[int, str]:
    """Return the values of the checkboxes by primary key, in two queries."""
    return {pk: f"{pk}-{shown}" for pk, shown in shown_of_all(stories, now).items()}


def read_chosen(sent: Iterable[str], now: datetime) -> list[Chosen]:
    """Return those of the chosen stories that exist, in their order, in one query.

    `now` is timezone-aware; the stories carry their publication status then.
    """
    values: dict[int, str] = {}
    for value in sent:
        if (pk := read_key(value.partition("-")[0])) is not None and len(values) < MOST:
            values[pk] = value
    rows = with_publication_status(Story.objects.filter(pk__in=values), now)
    found = {story.pk: story for story in rows.defer("body")}
    return [
        Chosen(found[pk], read_shown(value.partition("-")[2]), value)
        for pk, value in values.items()
        if pk in found
    ]
