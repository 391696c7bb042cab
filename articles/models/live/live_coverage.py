from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from articles.models.periods.period import Period, PeriodQuerySet, Time
from articles.models.story import Story


class LiveCoverage(Period):
    """A period in which a story is a live blog: its coverage runs, or has ended.

    What has no such period is a story like any other.
    """

    story = models.ForeignKey(Story, models.CASCADE, related_name="live_coverage")
    is_running = models.BooleanField()

    objects = PeriodQuerySet["LiveCoverage"].as_manager()

    class Meta(Period.Meta):
        verbose_name = _("period of live coverage")
        verbose_name_plural = _("periods of live coverage")
        ordering = ["valid_from"]
        indexes = [
            *Period.Meta.indexes,
            models.Index(fields=["story", "valid_from"], name="livecoverage_story"),
        ]

    def __str__(self) -> str:
        return f"{self.story}"


def coverage_runs(at: Time) -> Exists:
    """Return whether the live coverage of the story of a row, its `story_id`, runs at `at`."""
    running = LiveCoverage.objects.at(at).filter(is_running=True)
    return Exists(running.filter(story=OuterRef("story_id")))
