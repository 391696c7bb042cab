from datetime import datetime

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from articles.models.story import Story


class Embargo(models.Model):
    """A period, from when it was set until it ends, in which readers get nothing new of a story.

    What they saw when it was set may stay: an update can be under embargo.

    With the time at which it was set, the database can tell without a clock a version that
    readers saw before from one that they must not see yet (`database/cross_table_rules.py`).
    """

    story = models.OneToOneField(Story, models.CASCADE, related_name="embargo")
    until = models.DateTimeField()
    set_at = models.DateTimeField()

    class Meta:
        verbose_name = _("embargo")
        verbose_name_plural = _("embargoes")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(until__gt=F("set_at")),
                name="embargo_ends_after_it_was_set",
                violation_error_message=_("An embargo must end after it was set."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.until)

    def holds(self, at: datetime) -> bool:
        """Return whether the story is under embargo at the timezone-aware datetime `at`."""
        return at < self.until
