from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.choices import WireOutcome
from articles.models.story import Story
from newsroom.accounts.models import User


class WireCopyQuerySet(models.QuerySet["WireCopy"]):
    """Wire copy by what it became and what it still asks."""

    def in_story(self) -> Self:
        """Return the copy whose words a story has taken over."""
        return self.filter(outcome__in=[WireOutcome.CREATED, WireOutcome.ACCEPTED])

    def asking_for_embargo(self) -> Self:
        """Return the copy in stories whose embargo nobody has answered yet."""
        return self.in_story().filter(embargo_open=True)

    def withdrawing(self) -> Self:
        """Return the notices of agencies that withdraw a story."""
        return self.filter(outcome=WireOutcome.KILL)

    def asking(self) -> Self:
        """Return the updates on offer, and the copy in stories whose embargo is unanswered."""
        embargo = Q(embargo_open=True, outcome__in=[WireOutcome.CREATED, WireOutcome.ACCEPTED])
        return self.filter(Q(outcome=WireOutcome.OFFERED) | embargo)


class WireCopy(models.Model):
    """Copy as it arrived, byte for byte, with its hash, where it came from and what it became."""

    source = models.BinaryField()
    sha256 = models.CharField("SHA-256", max_length=64, unique=True)
    #: Of the text alone: the same in any encoding, with any newlines and spaces.
    text_sha256 = models.CharField(max_length=64, editable=False)
    name = models.CharField(
        _("name"), max_length=255, help_text=_("The name of the file, or “pasted”.")
    )
    headline = models.CharField(_("headline"), max_length=300)
    headline_key = models.CharField(max_length=300, editable=False)
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
    #: Whether the copy names an embargo that nobody has set or denied yet.
    embargo_open = models.BooleanField(default=False, editable=False)
    received_at = models.DateTimeField(_("received"))
    received_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="wire_copies"
    )

    objects = WireCopyQuerySet.as_manager()

    class Meta:
        verbose_name = _("wire copy")
        verbose_name_plural = _("wire copy")
        ordering = ["-received_at", "-pk"]
        indexes = [
            models.Index(fields=["text_sha256"], name="wire_copy_text"),
            models.Index(fields=["headline_key"], name="wire_copy_headline_key"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome__in=WireOutcome.values), name="wire_copy_outcome_legal"
            ),
        ]

    def __str__(self) -> str:
        return self.name
