"""The version that readers see under a slug."""

from datetime import datetime
from typing import Any

from django.db import DEFAULT_DB_ALIAS
from django.db.models import CharField, DateTimeField, Exists, OuterRef

from articles.database import Parameter, PreparedQuery
from articles.models import Correction, LiveCoverage, PublishedVersion, Section
from articles.readers.cache.reads import reading_about
from articles.readers.section_name import section_name

AT = Parameter("at", DateTimeField())
#: What the page shows, in the order of the model; other columns are read if somebody asks for them.
VERSION = (
    *("id", "story_id", "slug", "headline", "summary", "language", "section_id"),
    *("picture_id", "content", "body_html", "published_at", "modified_at", "made_at"),
)
SECTION = ("id", "name", "slug")


def version_at(slug: str, at: datetime) -> PublishedVersion | None:
    """Return the version that readers see under this slug at the timezone-aware datetime `at`.

    None if there is none. Its `has_corrections` says whether the story has any, at any time, and
    its `has_coverage` whether it is a live blog at some time.
    """
    with reading_about() as story:
        found = _versions(at=at, slug=slug)
        # No other story can ever take up its slug.
        story.pk = found[0].story_id if found else None
    return found[0] if found else None


def _version(*columns: Any) -> PublishedVersion:
    *values, has_corrections, has_coverage = columns
    version = PublishedVersion.from_db(DEFAULT_DB_ALIAS, VERSION, values[: len(VERSION)])
    # Most stories have none: two queries less.
    version.has_corrections = has_corrections  # type: ignore[attr-defined]
    version.has_coverage = has_coverage  # type: ignore[attr-defined]
    name, slug = values[len(VERSION) :]
    section = (version.section_id, name, slug)
    version.section = Section.from_db(DEFAULT_DB_ALIAS, SECTION, section) if name else None
    return version


_versions = PreparedQuery(
    _version,
    lambda: (
        PublishedVersion.objects.visible(AT)
        .filter(slug=Parameter("slug", CharField()))
        .annotate(
            has_corrections=Exists(Correction.objects.filter(story=OuterRef("story_id"))),
            has_coverage=Exists(LiveCoverage.objects.filter(story=OuterRef("story_id"))),
        )
        .values_list(
            *VERSION,
            section_name(AT),
            section_name(AT, "slug"),
            "has_corrections",
            "has_coverage",
        )
    ),
)
