from django.contrib.auth.models import User
from django.db import models
from django.db.models import Q

from articles.enums import WireOutcome
from articles.models.story import Story


class WireItem(models.Model):
    """Copy as it arrived, byte for byte, with its hash, where it came from and what it became."""

    source = models.BinaryField()
    sha256 = models.CharField("SHA-256", max_length=64, unique=True)
    name = models.CharField(max_length=255, help_text="The file's name, or “pasted”.")
    headline = models.CharField(max_length=300)
    outcome = models.CharField(max_length=10, choices=WireOutcome)
    story = models.ForeignKey(
        Story, models.SET_NULL, null=True, blank=True, related_name="wire_items"
    )
    report = models.JSONField(default=dict)
    received_at = models.DateTimeField()
    received_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="wire_items"
    )

    class Meta:
        verbose_name = "wire copy"
        verbose_name_plural = "wire copy"
        ordering = ["-received_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome__in=WireOutcome.values), name="wire_item_outcome_legal"
            ),
        ]

    def __str__(self) -> str:
        return self.name
