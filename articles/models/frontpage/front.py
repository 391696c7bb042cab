from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.periods.period import Period, PeriodQuerySet
from articles.models.section import Section
from newsroom.accounts.models import User

#: Slots of a front: the first one leads.
MOST_SLOTS = 30


class FrontQuerySet(PeriodQuerySet["Front"]):
    """Fronts by the page that they are of."""

    def of(self, section: int | None) -> Self:
        """Return those of the section with this primary key; None: those of the site's home."""
        # Not `section=None`: Django would compare with NULL in a prepared query.
        return (
            self.filter(section__isnull=True) if section is None else self.filter(section=section)
        )


class Front(Period):
    """The top of the home page, or of a section's page, as somebody filled it: frozen.

    It has a row for each of its slots (`FrontSlot`). Nothing but `valid_until` ever changes, and
    two of one page do not overlap: one that starts later is scheduled. It outlives its section.
    """

    #: None: it is the site's home page.
    section = models.ForeignKey(
        Section, models.DO_NOTHING, db_constraint=False, null=True, related_name="fronts"
    )
    size = models.PositiveSmallIntegerField()
    #: Whether what is on top may also appear in the lists below it.
    may_repeat = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(User, models.PROTECT, related_name="fronts_made")

    objects = FrontQuerySet.as_manager()

    class Meta(Period.Meta):
        verbose_name = _("front page")
        verbose_name_plural = _("front pages")
        permissions = [("edit_front", _("Can edit the front pages"))]
        indexes = [
            *Period.Meta.indexes,
            models.Index(fields=["section", "valid_from"], name="front_section"),
        ]
        constraints = [
            *Period.Meta.constraints,
            models.CheckConstraint(
                condition=Q(size__gte=1, size__lte=MOST_SLOTS), name="front_size_legal"
            ),
        ]

    def __str__(self) -> str:
        # Not of which section: it may be gone.
        return str(_("Front page"))
