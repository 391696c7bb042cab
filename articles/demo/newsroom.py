"""What the stories of the demo newsroom share: people, sections, authors, pictures."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from articles.demo.pictures import Pictures
from articles.models import Author, Section, Story
from articles.wire import Gazetteer
from newsroom.accounts.models import User


@dataclass(slots=True)
class Newsroom:
    """All that is there before the first story, and the stories by the names of their files.

    `now` is the timezone-aware datetime from which all times are counted.
    """

    now: datetime
    people: dict[str, User]
    sections: dict[str, Section]
    authors: dict[str, Author]
    pictures: Pictures
    gazetteer: Gazetteer | None = None
    stories: dict[str, Story] = field(default_factory=dict)
