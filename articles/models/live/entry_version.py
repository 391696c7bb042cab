"""Entries of live blogs as readers see them, and the one query that says which."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.expressions import Combinable
from django.utils.translation import gettext_lazy as _

from articles.models.live.live_entry import LiveEntry
from articles.models.periods.period import Time
from articles.models.picture import Picture
from articles.models.published_version import HAS_PERIOD, PublishedVersion, in_force
from articles.models.story import Story
from newsroom.accounts.models import User


class EntryVersionQuerySet(models.QuerySet["EntryVersion"]):
    """Published entries by what readers see of them; all datetimes are timezone-aware."""

    def visible(self, at: Time) -> Self:
        """Return what readers see at `at`, at most one an entry: only while they see its story."""
        story = PublishedVersion.objects.visible(at).filter(story=OuterRef("story_id"))
        return self.filter(Exists(story), in_force(at))

    def with_period(self) -> Self:
        """Return those whose period has some length: one that was unscheduled ends as it starts."""
        return self.filter(HAS_PERIOD)

    def in_force_or_scheduled(self, at: datetime) -> Self:
        """Return those that have not ended by `at`."""
        return self.with_period().filter(Q(visible_until__isnull=True) | Q(visible_until__gt=at))

    def newest_first(self) -> Self:
        """Order by the time that readers are told, newest first; later entries come first."""
        return self.order_by("-at", "-entry_id")

    def not_newer_than(self, at: Time, entry: int | Combinable) -> Self:
        """Return the entry with this time and primary key, and what follows in `newest_first`."""
        return self.filter(Q(at__lt=at) | Q(at=at, entry_id__lte=entry))


class EntryVersion(models.Model):
    """One published form of an entry, frozen: nothing but `visible_until` ever changes.

    The database holds that, that the periods of one entry never overlap, and that none begins
    under embargo (`articles/database/live_rules.py`). It has all that readers' pages need.
    """

    entry = models.ForeignKey(LiveEntry, models.PROTECT, related_name="versions")
    story = models.ForeignKey(Story, models.PROTECT, related_name="entry_versions")
    key = models.CharField(max_length=32)
    headline = models.CharField(max_length=200, blank=True)
    body = models.TextField()
    body_html = models.TextField()
    #: The name of its author; "" without one.
    author = models.CharField(max_length=120, blank=True)
    picture = models.ForeignKey(
        Picture, models.PROTECT, null=True, blank=True, related_name="entry_versions"
    )
    is_key = models.BooleanField(default=False)
    note = models.TextField(blank=True)
    #: The time that readers are told, by which entries are sorted.
    at = models.DateTimeField()
    published_at = models.DateTimeField()
    #: When readers were last told of a correction; None: never.
    modified_at = models.DateTimeField(null=True, blank=True)
    visible_from = models.DateTimeField()
    visible_until = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(User, models.PROTECT, related_name="entry_versions_made")

    objects = EntryVersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("published live entry")
        verbose_name_plural = _("published live entries")
        default_permissions = ()
        ordering = ["-at", "-entry_id"]
        indexes = [
            models.Index(fields=["story", "-at", "-entry"], name="entry_version_newest"),
            models.Index(fields=["entry", "visible_from"], name="entry_version_entry"),
            models.Index(fields=["visible_from"], name="entry_version_starts"),
            models.Index(fields=["visible_until"], name="entry_version_ends"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(visible_until__isnull=True) | Q(visible_until__gte=F("visible_from")),
                name="entry_version_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(at__lte=F("visible_from")), name="entry_version_tells_no_later_time"
            ),
            models.CheckConstraint(
                condition=Q(published_at__lte=F("visible_from")),
                name="entry_version_published_before_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(modified_at__isnull=True) | Q(modified_at__gte=F("published_at")),
                name="entry_version_modified_after_published",
            ),
            models.CheckConstraint(
                condition=~Q(is_key=True, headline=""),
                name="entry_version_key_moment_has_headline",
            ),
        ]

    def __str__(self) -> str:
        return self.headline or self.key
