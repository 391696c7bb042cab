from __future__ import annotations

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.frontpage.front import Front
from articles.models.periods.period import Time
from articles.models.picture import Picture
from articles.models.story import Story


class FrontSlotQuerySet(models.QuerySet["FrontSlot"]):
    """Slots by the time for which their front holds."""

    def at(self, at: Time) -> Self:
        """Return the slots of the fronts that hold at `at`, in their order."""
        return self.filter(
            Q(front__valid_until__isnull=True) | Q(front__valid_until__gt=at),
            front__valid_from__lte=at,
        ).order_by("position")

    def pinned(self, at: datetime) -> Self:
        """Return those that are pinned for good, or still at the timezone-aware datetime `at`."""
        return self.filter(Q(pinned_until=None) | Q(pinned_until__gt=at))


class FrontSlot(models.Model):
    """A place on a front, with the story that was put there, if any: frozen with its front.

    Readers get a newest story instead while they may not see this one, and from `pinned_until` on.
    """

    front = models.ForeignKey(Front, models.PROTECT, related_name="slots")
    #: From 1 on, which leads.
    position = models.PositiveSmallIntegerField()
    #: It may be a draft, and outlives one that is deleted.
    story = models.ForeignKey(
        Story, models.DO_NOTHING, db_constraint=False, null=True, related_name="front_slots"
    )
    #: In place of what the story says; "" is the story's.
    headline = models.CharField(max_length=300, blank=True)
    summary = models.TextField(blank=True)
    picture = models.ForeignKey(Picture, models.PROTECT, null=True, related_name="front_slots")
    #: What pages need of the picture, as published versions have theirs; {} without one.
    shown_picture = models.JSONField(default=dict)
    pinned_until = models.DateTimeField(null=True)

    objects = FrontSlotQuerySet.as_manager()

    class Meta:
        verbose_name = _("slot of a front page")
        verbose_name_plural = _("slots of front pages")
        ordering = ["front", "position"]
        default_permissions = ()
        indexes = [models.Index(fields=["pinned_until"], name="front_slot_pins")]
        constraints = [
            models.UniqueConstraint(fields=["front", "position"], name="front_slot_position_once"),
            models.UniqueConstraint(fields=["front", "story"], name="front_slot_story_once"),
            models.CheckConstraint(condition=Q(position__gte=1), name="front_slot_position_legal"),
            models.CheckConstraint(
                condition=Q(story__isnull=False)
                | Q(headline="", summary="", picture__isnull=True, pinned_until__isnull=True),
                name="front_slot_empty_says_nothing",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.front}: {self.position}"
