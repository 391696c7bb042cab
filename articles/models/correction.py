from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.db.models.expressions import Combinable
from django.utils.translation import gettext_lazy as _

from articles.models.choices import CorrectionKind
from articles.models.periods.period import Time
from articles.models.published_version import PublishedVersion
from articles.models.story import Story
from newsroom.accounts.models import User


class CorrectionQuerySet(models.QuerySet["Correction"]):
    """Corrections by what readers see of them; all datetimes are timezone-aware."""

    def visible(self, at: Time) -> Self:
        """Return the corrections in effect at `at`."""
        return self.filter(Q(retracted_at__isnull=True) | Q(retracted_at__gt=at), at__lte=at)

    def with_story(self, at: Time) -> Self:
        """Return those on stories that readers see at `at`; add its `slug` and `headline`."""
        seen = PublishedVersion.objects.visible(at).filter(story=OuterRef("story_id"))
        return self.annotate(
            slug=Subquery(seen.values("slug")[:1]),
            headline=Subquery(seen.values("headline")[:1]),
        ).filter(slug__isnull=False)

    def older_than(self, at: Time, pk: int | Combinable) -> Self:
        """Return what follows the correction with this time and primary key, newest first."""
        return self.filter(Q(at__lt=at) | Q(at=at, pk__lt=pk))


class Correction(models.Model):
    """A dated public note on a story that readers have seen: a correction, update or the like.

    Its words never change, which the database holds (`database/cross_table_rules.py`); it can
    be retracted, with a reason.
    """

    story = models.ForeignKey(Story, models.PROTECT, related_name="corrections")
    #: The version with which it appears; None if it was added to what readers saw already.
    published_version = models.ForeignKey(
        PublishedVersion, models.PROTECT, null=True, blank=True, related_name="corrections"
    )
    kind = models.CharField(_("kind"), max_length=13, choices=CorrectionKind)
    text = models.TextField(_("text"))
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, related_name="corrections")
    retracted_at = models.DateTimeField(null=True, blank=True)
    retracted_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="corrections_retracted"
    )
    retraction_reason = models.TextField(blank=True)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["-at", "-id"], name="correction_newest"),
            models.Index(fields=["story", "at"], name="correction_story"),
            models.Index(
                fields=["retracted_at"],
                name="correction_retracted",
                condition=Q(retracted_at__isnull=False),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=CorrectionKind.values), name="correction_kind_legal"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="correction_has_text"),
            models.CheckConstraint(
                condition=Q(retracted_at=None, retracted_by=None, retraction_reason="")
                | (
                    Q(retracted_at__isnull=False, retracted_by__isnull=False)
                    & ~Q(retraction_reason="")
                ),
                name="correction_retraction_complete",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.text}"
