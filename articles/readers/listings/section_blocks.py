"""The newest stories of each section, for the front page."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from django.db.models import BigIntegerField, OuterRef, QuerySet, Subquery

from articles.core import section_url
from articles.database import Parameter, PreparedQuery
from articles.models import PublishedVersion, SectionPeriod
from articles.readers.listings.teasers import AT, Teaser, columns

#: Stories of each.
IN_BLOCK = 4


class SectionBlock(NamedTuple):
    """A section with its newest stories, at least one."""

    name: str
    url: str
    stories: list[Teaser]


def section_blocks(at: datetime, without: Sequence[int] = ()) -> list[SectionBlock]:
    """Return the sections with their newest stories at the timezone-aware datetime `at`.

    The versions with the primary keys `without`, which are elsewhere on the page, are left out.
    It takes two queries, however many sections there are.
    """
    left_out = {f"without_{number}": pk for number, pk in enumerate(without)}
    rows = _newest(len(left_out))(at=at, **left_out)
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


def _ranks(left_out: int) -> dict[str, Subquery]:
    without: list[Any] = [Parameter(f"without_{n}", BigIntegerField()) for n in range(left_out)]
    newest = (
        PublishedVersion.objects.visible(AT)
        .exclude(pk__in=without)
        .newest_first()
        .filter(section=OuterRef("section_id"))
        .values("pk")
    )
    # One look-up in an index each: a window over all stories would read all of them.
    return {f"newest_{rank}": Subquery(newest[rank : rank + 1]) for rank in range(IN_BLOCK)}


def _queried(left_out: int) -> QuerySet[SectionPeriod, Any]:
    ranks = _ranks(left_out)
    return SectionPeriod.objects.at(AT).annotate(**ranks).values_list("name", "slug", *ranks)


@cache
def _newest(left_out: int) -> PreparedQuery[tuple[str, str, list[int]]]:
    return PreparedQuery(
        lambda name, slug, *found: (name, slug, [pk for pk in found if pk]),
        lambda: _queried(left_out),
    )
