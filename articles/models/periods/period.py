"""What held from one time until another, so that any page is known as of any time."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Self, TypeVar

from django.db import models
from django.db.models import F, Q
from django.db.models.expressions import Combinable

#: A timezone-aware datetime, or what stands for one in a prepared query.
Time = datetime | Combinable
#: When what was there began before it was kept in periods: earlier than anybody asks about.
BEGINNING = datetime(1900, 1, 1, tzinfo=UTC)

Row = TypeVar("Row", bound="Period")


class PeriodQuerySet(models.QuerySet[Row]):
    """Periods by the time for which they hold."""

    def at(self, at: Time) -> Self:
        """Return what held at the timezone-aware datetime `at`."""
        return self.filter(Q(valid_until__isnull=True) | Q(valid_until__gt=at), valid_from__lte=at)

    def newest(self) -> Row | None:
        """Return the one that began last: of one thing, two do not overlap."""
        return self.order_by("-valid_from", "-pk").first()

    def present(self) -> Self:
        """Return what holds and has no end."""
        return self.filter(valid_until__isnull=True)

    def with_length(self) -> Self:
        """Return what held for a while, or will: what was cancelled ends as it starts."""
        return self.filter(Q(valid_until__isnull=True) | Q(valid_until__gt=F("valid_from")))

    def present_or_scheduled(self, at: datetime) -> Self:
        """Return what holds at the timezone-aware datetime `at`, and what starts later."""
        return self.with_length().filter(Q(valid_until__isnull=True) | Q(valid_until__gt=at))

    def scheduled(self, at: datetime) -> Self:
        """Return what starts after the timezone-aware datetime `at`, the next one first."""
        return self.with_length().filter(valid_from__gt=at).order_by("valid_from")


class Period(models.Model):
    """Something that held for a while. Nothing but `valid_until` ever changes.

    The periods of one thing do not overlap. The database holds both
    (`database/cross_table_rules.py`).
    """

    valid_from = models.DateTimeField()
    #: None as long as it has no end.
    valid_until = models.DateTimeField(null=True)

    class Meta:
        abstract = True
        default_permissions = ()
        indexes = [
            models.Index(fields=["valid_from"], name="%(class)s_starts"),
            models.Index(fields=["valid_until"], name="%(class)s_ends"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("valid_from")),
                name="%(class)s_ends_after_it_starts",
            ),
        ]
