"""What a form showed of the fronts of a page: nobody replaces one that they have not seen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext

from articles.core import NewsroomError
from articles.models import Front

_FORM = re.compile(r"(\d{1,18})-(\d{1,18})-(\d{1,18})", re.ASCII)


@dataclass(frozen=True, slots=True)
class FrontShown:
    """The last front that was made, the one that held, and how many were scheduled.

    The first two are primary keys, 0 where there is none. As a string it fits a form.
    """

    last: int
    live: int
    scheduled: int

    def __str__(self) -> str:
        return f"{self.last}-{self.live}-{self.scheduled}"


class FrontChanged(NewsroomError):
    """Another front was published, scheduled or cancelled since the page was shown."""

    def __init__(self) -> None:
        super().__init__(
            gettext("The front page has changed since you opened this page. Nothing has been done.")
        )


def front_shown(section: int | None, at: datetime) -> FrontShown:
    """Return what a form that shows the fronts of the section has to carry; None: of the home page.

    That is as of the timezone-aware datetime `at`.
    """
    fronts = Front.objects.of(section)
    last = fronts.order_by("-pk").values_list("pk", flat=True).first()
    live = fronts.at(at).values_list("pk", flat=True).first()
    return FrontShown(last or 0, live or 0, len(fronts.scheduled(at)))


def read_front_shown(text: str) -> FrontShown | None:
    """Return what a form carried; None if it carried nothing that can be read."""
    found = _FORM.fullmatch(text)
    return FrontShown(*map(int, found.groups())) if found else None


def check_shown(section: int | None, shown: FrontShown | None, at: datetime) -> FrontChanged | None:
    """Return a refusal unless the fronts are what the page showed."""
    return None if shown == front_shown(section, at) else FrontChanged()
