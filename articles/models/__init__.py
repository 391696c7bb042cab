"""The nouns of the newsroom, one a file, each with its queryset and its constraints."""

from articles.models.audit_entry import OF_NO_STORY, AuditEntry, LastAction
from articles.models.author import Author, Byline
from articles.models.cache_change import CacheChange
from articles.models.cache_version import CacheVersion
from articles.models.choices import (
    ABOVE_TEXT,
    Change,
    CorrectionKind,
    LinkState,
    NoticeKind,
    PublicationStatus,
    SlugKind,
    TermKind,
    VersionKind,
    WireOutcome,
    WorkflowState,
)
from articles.models.collaboration import (
    Note,
    Notice,
    NoticeQuerySet,
    Presence,
    PreviewLink,
    PreviewLinkQuerySet,
    PreviewUse,
)
from articles.models.correction import Correction, CorrectionQuerySet
from articles.models.dateline import Dateline, DatelinePlace
from articles.models.embargo import Embargo
from articles.models.figure import Figure
from articles.models.frontpage.breaking_news import BreakingNews
from articles.models.frontpage.front import MOST_SLOTS, Front, FrontQuerySet
from articles.models.frontpage.front_slot import FrontSlot, FrontSlotQuerySet
from articles.models.links.link_decision import LinkDecision, LinkDecisionQuerySet
from articles.models.links.link_suggestion import LinkSuggestion
from articles.models.links.linked_page import GONE, LinkedPage, LinkedPageQuerySet, PageState
from articles.models.links.related_link_queryset import RelatedLinkQuerySet
from articles.models.live.entry_version import EntryVersion, EntryVersionQuerySet
from articles.models.live.live_coverage import LiveCoverage, coverage_runs
from articles.models.live.live_entry import LiveEntry
from articles.models.looks import PictureCrop, PictureFile, PictureLook, Shape
from articles.models.periods.author_period import AuthorPeriod
from articles.models.periods.former_slug import FormerSlug
from articles.models.periods.period import BEGINNING, Period, PeriodQuerySet, Time
from articles.models.periods.section_period import SectionPeriod
from articles.models.picture import (
    PICTURE_RIGHTS,
    PICTURE_WORDS,
    Picture,
    Rendition,
    newsroom_day,
    originals,
    rendition_url,
)
from articles.models.place import Place
from articles.models.published_version import (
    HAS_PERIOD,
    PublishedVersion,
    PublishedVersionQuerySet,
    in_force,
)
from articles.models.pull_quote import PullQuote
from articles.models.related_link import RelatedLink
from articles.models.revision import Revision
from articles.models.section import Section
from articles.models.slug_field import SlugField
from articles.models.story import Story, StoryQuerySet
from articles.models.term import Term
from articles.models.web_links import validate_links
from articles.models.wire_copy import WireCopy, WireCopyQuerySet
from articles.models.words import (
    EntryVersionWords,
    EntryWords,
    NoteWords,
    StoryWords,
    VersionWords,
    VocabularyWord,
    WireWords,
    Words,
)

__all__ = [
    "ABOVE_TEXT",
    "BEGINNING",
    "GONE",
    "HAS_PERIOD",
    "MOST_SLOTS",
    "OF_NO_STORY",
    "PICTURE_RIGHTS",
    "PICTURE_WORDS",
    "AuditEntry",
    "Author",
    "AuthorPeriod",
    "BreakingNews",
    "Byline",
    "CacheChange",
    "CacheVersion",
    "Change",
    "Correction",
    "CorrectionKind",
    "CorrectionQuerySet",
    "Dateline",
    "DatelinePlace",
    "Embargo",
    "EntryVersion",
    "EntryVersionQuerySet",
    "EntryVersionWords",
    "EntryWords",
    "Figure",
    "FormerSlug",
    "Front",
    "FrontQuerySet",
    "FrontSlot",
    "FrontSlotQuerySet",
    "LastAction",
    "LinkDecision",
    "LinkDecisionQuerySet",
    "LinkState",
    "LinkSuggestion",
    "LinkedPage",
    "LinkedPageQuerySet",
    "LiveCoverage",
    "LiveEntry",
    "Note",
    "NoteWords",
    "Notice",
    "NoticeKind",
    "NoticeQuerySet",
    "PageState",
    "Period",
    "PeriodQuerySet",
    "Picture",
    "PictureCrop",
    "PictureFile",
    "PictureLook",
    "Place",
    "Presence",
    "PreviewLink",
    "PreviewLinkQuerySet",
    "PreviewUse",
    "PublicationStatus",
    "PublishedVersion",
    "PublishedVersionQuerySet",
    "PullQuote",
    "RelatedLink",
    "RelatedLinkQuerySet",
    "Rendition",
    "Revision",
    "Section",
    "SectionPeriod",
    "Shape",
    "SlugField",
    "SlugKind",
    "Story",
    "StoryQuerySet",
    "StoryWords",
    "Term",
    "TermKind",
    "Time",
    "VersionKind",
    "VersionWords",
    "VocabularyWord",
    "WireCopy",
    "WireCopyQuerySet",
    "WireOutcome",
    "WireWords",
    "Words",
    "WorkflowState",
    "coverage_runs",
    "in_force",
    "newsroom_day",
    "originals",
    "rendition_url",
    "validate_links",
]
