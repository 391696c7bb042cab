"""The nouns of the newsroom, one a file, each with its queryset and its constraints."""

from articles.models.audit_entry import AuditEntry
from articles.models.author import Author, Byline
from articles.models.cache_version import CacheVersion
from articles.models.choices import (
    ABOVE_TEXT,
    Change,
    CorrectionKind,
    LinkState,
    PublicationStatus,
    VersionKind,
    WireOutcome,
    WorkflowState,
)
from articles.models.correction import Correction
from articles.models.dateline import Dateline, DatelinePlace
from articles.models.embargo import Embargo
from articles.models.figure import Figure
from articles.models.picture import Picture
from articles.models.place import Place
from articles.models.published_version import (
    HAS_PERIOD,
    PublishedVersion,
    PublishedVersionQuerySet,
    in_force,
)
from articles.models.pull_quote import PullQuote
from articles.models.related_link import RelatedLink, RelatedLinkQuerySet
from articles.models.revision import Revision
from articles.models.section import Section
from articles.models.story import Story, StoryQuerySet
from articles.models.wire_copy import WireCopy

__all__ = [
    "ABOVE_TEXT",
    "HAS_PERIOD",
    "AuditEntry",
    "Author",
    "Byline",
    "CacheVersion",
    "Change",
    "Correction",
    "CorrectionKind",
    "Dateline",
    "DatelinePlace",
    "Embargo",
    "Figure",
    "LinkState",
    "Picture",
    "Place",
    "PublicationStatus",
    "PublishedVersion",
    "PublishedVersionQuerySet",
    "PullQuote",
    "RelatedLink",
    "RelatedLinkQuerySet",
    "Revision",
    "Section",
    "Story",
    "StoryQuerySet",
    "VersionKind",
    "WireCopy",
    "WireOutcome",
    "WorkflowState",
    "in_force",
]
