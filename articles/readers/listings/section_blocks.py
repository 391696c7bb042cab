"""The newest stories of each section, for the front page."""

from collections.abc import Iterable
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from django.db.models import BigIntegerField, OuterRef, QuerySet, Subquery

from articles.core import section_url
from articles.database import Parameter, PreparedQuery
from articles.models import PublishedVersion, SectionPeriod
from articles.readers.listings.teasers import AT, Teaser, columns

#: Stories of each, and stories that a page may leave out.
IN_BLOCK, MOST_LEFT_OUT = 4, 5
LEFT_OUT = tuple(f"without_{number}" for number in range(MOST_LEFT_OUT))


class SectionBlock(NamedTuple):
    """A section with its newest stories, at least one."""

    name: str
    url: str
    stories: list[Teaser]


def section_blocks(at: datetime, without: Iterable[int] = ()) -> list[SectionBlock]:
    """Return the sections with their newest stories at the timezone-aware datetime `at`.

    The versions with the primary keys `without`, which stand elsewhere on the page, are left out:
    MOST_LEFT_OUT at most. It takes two queries, however many sections there are.
    """
    # No version has the primary key 0.
    left_out = dict.fromkeys(LEFT_OUT, 0) | dict(zip(LEFT_OUT, without, strict=False))
    rows = _newest(at=at, **left_out)
    wanted = [pk for _, _, pks in rows for pk in pks]
    if not wanted:
        return []
    keys = {f"pk_{number}": pk for number, pk in enumerate(wanted)}
    shown = _shown(len(wanted))(at=at, **keys)
    by_pk = {story.pk: story for story in shown}
    return [
        SectionBlock(name, section_url(slug), [by_pk[pk] for pk in pks])
        for name, slug, pks in rows
        if pks
    ]


@cache
def _shown(count: int) -> PreparedQuery[Teaser]:
    pks: list[Any] = [Parameter(f"pk_{number}", BigIntegerField()) for number in range(count)]
    return PreparedQuery(Teaser, lambda: columns(PublishedVersion.objects.filter(pk__in=pks), AT))


def _ranks() -> dict[str, Subquery]:
    newest = (
        PublishedVersion.objects.visible(AT)
        .exclude(pk__in=[Parameter(name, BigIntegerField()) for name in LEFT_OUT])
        .newest_first()
        .filter(section=OuterRef("section_id"))
        .values("pk")
    )
    # One look-up in an index each: a window over all stories would read all of them.
    return {f"newest_{rank}": Subquery(newest[rank : rank + 1]) for rank in range(IN_BLOCK)}


def _queried() -> QuerySet[SectionPeriod, Any]:
    ranks = _ranks()
    return SectionPeriod.objects.at(AT).annotate(**ranks).values_list("name", "slug", *ranks)


_newest = PreparedQuery(
    lambda name, slug, *found: (name, slug, [pk for pk in found if pk]), _queried
)
