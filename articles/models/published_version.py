"""Published versions, and the one query that says what readers see."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.db.models.expressions import Combinable
from django.utils.translation import gettext_lazy as _

from articles.core import article_url
from articles.models.choices import Change, VersionKind
from articles.models.periods.period import Time
from articles.models.picture import Picture
from articles.models.section import Section
from articles.models.slug_field import SlugField
from articles.models.story import Story
from articles.text import isolated
from newsroom.accounts.models import User


def in_force(at: Time) -> Q:
    """Return the condition for a version of any kind whose period includes `at`."""
    return Q(visible_from__lte=at) & (Q(visible_until__isnull=True) | Q(visible_until__gt=at))


def visible(at: Time) -> Q:
    """Return the condition for a version that readers see at the timezone-aware datetime `at`."""
    return in_force(at) & Q(kind=VersionKind.STORY)


#: Versions whose period has some length: one that was unscheduled ends as it starts.
HAS_PERIOD = Q(visible_until__isnull=True) | Q(visible_until__gt=F("visible_from"))


class PublishedVersionQuerySet(models.QuerySet["PublishedVersion"]):
    """Published versions by what readers see of them; all datetimes are timezone-aware."""

    def visible(self, at: Time) -> Self:
        """Return the versions that readers see at `at`: at most one a story."""
        return self.filter(visible(at))

    def withdrawals(self, at: datetime) -> Self:
        """Return the withdrawal notices in effect at `at`."""
        return self.filter(in_force(at), kind=VersionKind.WITHDRAWAL)

    def began(self, at: datetime) -> Self:
        """Return the versions that readers could see at some time up to `at`."""
        return self.filter(HAS_PERIOD, kind=VersionKind.STORY, visible_from__lte=at)

    def in_period(self, start: datetime, end: datetime) -> Self:
        """Return the versions and notices that began from `start` up to `end`."""
        return self.filter(HAS_PERIOD, visible_from__gte=start, visible_from__lte=end)

    def scheduled(self, at: datetime) -> Self:
        """Return the versions and notices that start after `at`."""
        return self.filter(HAS_PERIOD, visible_from__gt=at)

    def scheduled_stories(self, at: datetime) -> Self:
        """Return the versions, without notices, that readers will see after `at`."""
        return self.scheduled(at).filter(kind=VersionKind.STORY)

    def ending(self, at: datetime) -> Self:
        """Return the versions and notices that end exactly at `at`: at most one a story."""
        return self.filter(HAS_PERIOD, visible_until=at)

    def in_force_or_scheduled(self, at: datetime) -> Self:
        """Return the versions and notices that have not ended by `at`."""
        return self.filter(HAS_PERIOD, Q(visible_until__isnull=True) | Q(visible_until__gt=at))

    def newest_first(self) -> Self:
        """Order by first publication, newest first; the primary key breaks ties."""
        return self.order_by("-published_at", "-pk")

    def oldest_first(self) -> Self:
        """Order by first publication, oldest first: `newest_first` backwards."""
        return self.order_by("published_at", "pk")

    def newer_than(self, published_at: datetime, pk: int) -> Self:
        """Return what follows the version with this time and primary key in `oldest_first`."""
        return self.filter(
            Q(published_at__gt=published_at) | Q(published_at=published_at, pk__gt=pk)
        )

    def older_than(self, published_at: Time, pk: int | Combinable) -> Self:
        """Return what follows the version with this time and primary key in `newest_first`."""
        return self.filter(
            Q(published_at__lt=published_at) | Q(published_at=published_at, pk__lt=pk)
        )

    def listed_under(
        self, kind: str, slugs: Sequence[str], than: tuple[datetime, int] | None = None
    ) -> Self:
        """Return the versions under the terms of this kind with these slugs, newest first.

        Only what follows the version with the time and primary key of `than`, if there is one.
        """
        # A join of its own would be made for each call of `filter`.
        of_term = Q(terms__kind=kind, terms__slug__in=slugs)
        if than:
            at, pk = than
            of_term &= Q(terms__published_at__lt=at) | Q(terms__published_at=at, pk__lt=pk)
        listed = self.filter(of_term).order_by("-terms__published_at", "-terms__version_id")
        # A story that has two words for one term is listed once.
        return listed.distinct() if len(slugs) > 1 else listed


class PublishedVersion(models.Model):
    """One published form of a story, frozen: nothing but `visible_until` ever changes.

    The database holds that, that the periods of one story never overlap, and that a slug belongs
    to one story for ever (`articles/database/cross_table_rules.py`).
    """

    story = models.ForeignKey(Story, models.PROTECT, related_name="published_versions")
    kind = models.CharField(max_length=10, choices=VersionKind, default=VersionKind.STORY)
    #: What it means to those who have read the story; empty for a withdrawal notice.
    change = models.CharField(max_length=10, choices=Change, blank=True)
    slug = SlugField(max_length=120)
    headline = models.CharField(max_length=300)
    summary = models.TextField(blank=True)
    #: A code of BCP 47; empty in versions that were published before there was this field.
    language = models.CharField(max_length=20, blank=True)
    section = models.ForeignKey(
        Section, models.PROTECT, null=True, blank=True, related_name="published_versions"
    )
    picture = models.ForeignKey(
        Picture, models.PROTECT, null=True, blank=True, related_name="published_versions"
    )
    content = models.JSONField(default=dict)
    body_html = models.TextField(blank=True)
    public_note = models.TextField(blank=True)
    published_at = models.DateTimeField()
    #: When readers last got more than a minor change; None: not since the first publication.
    modified_at = models.DateTimeField(null=True, blank=True)
    visible_from = models.DateTimeField()
    visible_until = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(User, models.PROTECT, related_name="published_versions_made")

    objects = PublishedVersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("published version")
        verbose_name_plural = _("published versions")
        ordering = ["-visible_from", "-pk"]
        indexes = [
            models.Index(fields=["slug", "visible_from"], name="published_version_slug"),
            models.Index(fields=["story", "visible_from"], name="published_version_story"),
            # With all that decides who sees it: SQLite stores the period after the text, pages
            # away.
            models.Index(
                fields=["-published_at", "-id", "kind", "visible_from", "visible_until"],
                name="published_version_newest",
            ),
            models.Index(
                fields=["section", "-published_at", "-id", "kind", "visible_from", "visible_until"],
                name="published_version_section",
            ),
            models.Index(fields=["visible_from"], name="published_version_starts"),
            models.Index(fields=["visible_until"], name="published_version_ends"),
            # Of the notices alone, which are few: they can be counted.
            models.Index(
                fields=["visible_from"],
                condition=Q(kind=VersionKind.WITHDRAWAL),
                name="published_version_notices",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=VersionKind.values), name="published_version_kind_legal"
            ),
            models.CheckConstraint(
                condition=Q(kind=VersionKind.STORY, change__in=Change.values)
                | Q(kind=VersionKind.WITHDRAWAL, change=""),
                name="published_version_change_legal",
            ),
            models.CheckConstraint(
                condition=~Q(change=Change.FIRST)
                | Q(published_at=F("visible_from"), modified_at__isnull=True),
                name="published_version_first_is_unmodified",
            ),
            models.CheckConstraint(
                condition=Q(visible_until__isnull=True) | Q(visible_until__gte=F("visible_from")),
                name="published_version_ends_after_it_starts",
                violation_error_message=_("A published version cannot end before it starts."),
            ),
            models.CheckConstraint(condition=~Q(slug=""), name="published_version_has_slug"),
            models.CheckConstraint(
                condition=Q(modified_at__isnull=True) | Q(modified_at__gte=F("published_at")),
                name="published_version_modified_after_published",
                violation_error_message=_("A story cannot be modified before it is published."),
            ),
        ]

    def __str__(self) -> str:
        """Return the headline, isolated where it runs the other way: it stands within sentences."""
        return isolated(self.headline)

    def get_absolute_url(self) -> str:
        """Return the path of the article page."""
        return article_url(self.slug)

    @property
    def byline(self) -> list[tuple[str, bool]]:
        """The names of the byline, in order, each with whether it is that of an author."""
        authors = [(name, True) for name in self.content.get("authors", [])]
        return [tuple(one) for one in self.content.get("byline", authors)]

    @property
    def is_withdrawal(self) -> bool:
        """Whether it is the notice that stands in place of a withdrawn story."""
        return self.kind == VersionKind.WITHDRAWAL
