"""Which links of the queue are worked through: all of them, or those in stories of a section."""

from __future__ import annotations

from typing import NamedTuple

from django.db.models import Count
from django.http import HttpRequest

from articles.core import clock
from articles.desk.keys import read_key
from articles.models import RelatedLink, RelatedLinkQuerySet


class SectionTab(NamedTuple):
    """A section with links to decide, and how many."""

    key: int
    name: str
    waiting: int


class Scope(NamedTuple):
    """The section whose stories have the links; None for all links."""

    section: int | None

    @classmethod
    def of(cls, request: HttpRequest) -> Scope:
        """Return the scope that the request asks for by `?section=`."""
        return cls(read_key(request.GET.get("section", "")))

    @property
    def query(self) -> str:
        """What goes after the first parameter of a URL of the queue to stay in the scope."""
        return "" if self.section is None else f"&section={self.section}"

    def waiting(self) -> RelatedLinkQuerySet:
        """Return its links that wait for a decision now, the longest wait first."""
        found = RelatedLink.objects.to_decide(clock.now())
        return found if self.section is None else found.filter(story__section=self.section)


def section_tabs() -> list[SectionTab]:
    """Return the sections whose stories have links to decide now, by name."""
    of_section = RelatedLink.objects.to_decide(clock.now()).filter(story__section__isnull=False)
    rows = of_section.order_by("story__section__name").values_list(
        "story__section", "story__section__name"
    )
    return [SectionTab(*row) for row in rows.annotate(waiting=Count("pk"))]
