"""Decisions on related links as periods: what readers see of a link at any time."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from articles.models.choices import LinkState
from articles.models.periods.period import Time
from articles.models.related_link import RelatedLink
from articles.models.story import Story
from newsroom.accounts.models import User


class LinkDecisionQuerySet(models.QuerySet["LinkDecision"]):
    """Decisions by the time for which they hold."""

    def for_readers(self, at: Time) -> Self:
        """Return the decisions that hold at `at`: one a link at most, the earliest first."""
        return self.filter(
            Q(valid_until__isnull=True) | Q(valid_until__gt=at), valid_from__lte=at
        ).order_by("valid_from", "pk")


class LinkDecision(models.Model):
    """What holds of a link for readers, and from when until when: what somebody decided on it.

    Of an inline link on which nobody has decided, it is the suggestion: its words, too, are hidden
    while readers may not see its target. Nothing but `valid_until` ever changes, and the periods
    of one link do not overlap: the database holds that (`database/cross_table_rules.py`). It has
    all that readers' pages need.
    """

    link = models.ForeignKey(RelatedLink, models.CASCADE, related_name="decisions")
    story = models.ForeignKey(Story, models.CASCADE, related_name="link_decisions")
    #: That of an inline link, "" for one after the body.
    key = models.CharField(max_length=32, blank=True)
    #: Kept when a draft to which it led is deleted.
    target = models.ForeignKey(
        Story, models.DO_NOTHING, db_constraint=False, null=True, related_name="+"
    )
    url = models.URLField(max_length=500, blank=True)
    state = models.CharField(max_length=10, choices=LinkState)
    #: What readers see in place of what the story says; see `RelatedLink.decided_label`.
    label = models.CharField(max_length=60, blank=True)
    headline = models.CharField(max_length=500, blank=True)
    after_body = models.BooleanField(default=False)
    position = models.PositiveSmallIntegerField(null=True)
    #: Whether readers get it, with these words, even in versions that were made before.
    is_release = models.BooleanField(default=False)
    released_headline = models.CharField(max_length=500, blank=True)
    #: None as long as nobody has decided.
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="link_decisions")
    reason = models.CharField(max_length=300, blank=True)
    valid_from = models.DateTimeField()
    valid_until = models.DateTimeField(null=True)

    objects = LinkDecisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("decision on a related link")
        verbose_name_plural = _("decisions on related links")
        default_permissions = ()
        indexes = [
            models.Index(fields=["story", "valid_from"], name="link_decision_story"),
            models.Index(fields=["target"], name="link_decision_target"),
            models.Index(fields=["valid_from"], name="link_decision_starts"),
            models.Index(fields=["valid_until"], name="link_decision_ends"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=LinkState.SUGGESTED, by__isnull=True)
                | Q(state__in=[LinkState.APPROVED, LinkState.REJECTED], by__isnull=False),
                name="link_decision_state_legal",
            ),
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("valid_from")),
                name="link_decision_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_state_display()}: {self.link}"
