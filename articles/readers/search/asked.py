"""What the address of the search page asks for."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime, time, timedelta
from urllib.parse import urlencode

from django.utils import timezone

from articles.models import TermKind
from articles.readers.listings.find_term import slugs_of
from articles.search import Filters, Listed, Place

#: Characters of each text; what is longer is cut.
LONGEST = 200
_CURSOR = re.compile(r"(-?[0-9]{1,15}),([0-9]{1,18})")


@dataclass(frozen=True, slots=True)
class Asked:
    """The fields of the search form, as they were sent; dates are ISO 8601."""

    q: str = ""
    #: The slug of a section.
    section: str = ""
    tag: str = ""
    author: str = ""
    place: str = ""
    since: str = ""
    until: str = ""
    #: “newest”, or else text and freshness.
    order: str = ""
    #: Not empty while somebody types: the last word may go on.
    typing: str = ""

    @classmethod
    def of(cls, sent: Mapping[str, str]) -> "Asked":
        """Return what a request's parameters ask for."""
        return cls(**{name: sent.get(name, "").strip()[:LONGEST] for name in cls.__slots__})

    def __bool__(self) -> bool:
        return bool(self.q or self.section or self.has_filters)

    @property
    def has_filters(self) -> bool:
        """Whether anything but words and a section is asked for."""
        return any((self.tag, self.author, self.place, self.since, self.until))

    @property
    def newest_first(self) -> bool:
        """Whether words play no part in the order."""
        return self.order == "newest"

    def wrong_dates(self) -> list[str]:
        """Return what was sent as a date but is not one."""
        return [sent for sent in (self.since, self.until) if sent and _day(sent) is None]

    def filters(self, section: int | None, at: datetime) -> Filters:
        """Return what to search for; `section` is the primary key of the one asked for.

        Former names are those of the timezone-aware datetime `at`.

        Each tag, author or place takes a query.
        """
        named = {
            TermKind.TAG: self.tag,
            TermKind.AUTHOR: self.author,
            TermKind.PLACE: self.place,
        }
        last = _day(self.until)
        return Filters(
            section=section,
            terms=tuple(
                Listed(kind, slugs_of(kind, name, at)) for kind, name in named.items() if name
            ),
            since=_midnight(_day(self.since)),
            before=_midnight(last + timedelta(days=1) if last and last < date.max else None),
        )

    def query(self, **changes: str) -> str:
        """Return the query string of the search with these fields changed."""
        fields = {**asdict(self), **changes}
        return f"?{urlencode({name: value for name, value in fields.items() if value})}"


def write_place(place: Place) -> str:
    """Return the cursor for what follows this place."""
    return f"{place.score},{place.pk}"


def read_place(text: str) -> Place | None:
    """Return the place of a cursor, None if it is not one."""
    match = _CURSOR.fullmatch(text)
    return Place(int(match[1]), int(match[2])) if match else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _midnight(day: date | None) -> datetime | None:
    """Return the timezone-aware datetime at which the day begins in the newsroom's time zone."""
    if day is None:
        return None
    zone = timezone.get_default_timezone()
    # Far enough from the ends of time that every zone has them.
    day = min(max(day, date(2, 1, 1)), date(9998, 12, 31))
    return datetime.combine(day, time(), zone)
