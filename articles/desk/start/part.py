"""What the start page is made of: parts with rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Choices


@dataclass(frozen=True, slots=True)
class Row:
    """One thing: its words, where it leads, and what is said of it.

    `at` is when it happened or will; `quote` is what a person or the wire says, word for word.
    """

    words: str
    url: str
    says: str = ""
    at: datetime | None = None
    section: str = ""
    quote: str = ""
    chip: Choices | None = None
    #: Where a decision on the link is sent, and what the page shows of it.
    decide_url: str = ""
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the page; `empty` says what to do where there are no rows."""

    name: str
    title: str
    rows: Sequence[Row]
    empty: str = ""
    more_url: str = ""
    count: str = ""

    @property
    def is_urgent(self) -> bool:
        """Whether it is marked: somebody waits for an answer."""
        return bool(self.rows) and self.name in {"failed-tasks", "sent-back", "questions"}
