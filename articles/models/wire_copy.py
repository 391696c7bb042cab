from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.choices import WireOutcome
from articles.models.story import Story
from newsroom.accounts.models import User


class WireCopy(models.Model):
    """Copy as it arrived, byte for byte, with its hash, where it came from and what it became."""

    source = models.BinaryField()
    sha256 = models.CharField("SHA-256", max_length=64, unique=True)
    name = models.CharField(
        _("name"), max_length=255, help_text=_("The name of the file, or “pasted”.")
    )
    headline = models.CharField(_("headline"), max_length=300)
    outcome = models.CharField(_("result"), max_length=10, choices=WireOutcome)
    story = models.ForeignKey(
        Story,
        models.SET_NULL,
        verbose_name=_("story"),
        null=True,
        blank=True,
        related_name="wire_copies",
    )
    report = models.JSONField(default=dict)
    received_at = models.DateTimeField(_("received"))
    received_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="wire_copies"
    )

    class Meta:
        verbose_name = _("wire copy")
        verbose_name_plural = _("wire copy")
        ordering = ["-received_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome__in=WireOutcome.values), name="wire_copy_outcome_legal"
            ),
        ]

    def __str__(self) -> str:
        return self.name
