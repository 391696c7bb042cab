from django.contrib.auth.models import User
from django.db import models
from django.db.models import Q

from articles.enums import CorrectionKind
from articles.models.story import Story
from articles.querysets import CorrectionQuerySet


class Correction(models.Model):
    """A dated public note on a story that readers have seen.

    Its words never change, which the database holds (see `articles/database_rules.py`); it can
    be taken back, with a reason.
    """

    story = models.ForeignKey(Story, models.PROTECT, related_name="corrections")
    kind = models.CharField(max_length=13, choices=CorrectionKind)
    text = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, related_name="corrections")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="corrections_withdrawn"
    )
    withdrawn_why = models.TextField(blank=True)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["-at", "-id"], name="correction_newest"),
            models.Index(fields=["story", "at"], name="correction_story"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=CorrectionKind.values), name="correction_kind_legal"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="correction_has_text"),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None, withdrawn_why="")
                | (
                    Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False) & ~Q(withdrawn_why="")
                ),
                name="correction_withdrawn_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.text}"
