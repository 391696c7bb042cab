from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.periods.period import Period, PeriodQuerySet
from articles.models.story import Story
from newsroom.accounts.models import User


class BreakingNews(Period):
    """The bar with breaking news below the masthead of all pages; one at a time.

    It leads to its story, or to its URL, if it has one. Readers do not see it while they may not
    see its story. Nothing but `valid_until` ever changes.
    """

    text = models.CharField(max_length=200)
    story = models.ForeignKey(
        Story, models.DO_NOTHING, db_constraint=False, null=True, related_name="breaking_news"
    )
    url = models.URLField(max_length=500, blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(User, models.PROTECT, related_name="breaking_news_made")

    objects = PeriodQuerySet["BreakingNews"].as_manager()

    class Meta(Period.Meta):
        verbose_name = _("breaking news")
        verbose_name_plural = _("breaking news")
        constraints = [
            *Period.Meta.constraints,
            models.CheckConstraint(condition=~Q(text=""), name="breaking_news_has_text"),
            models.CheckConstraint(
                condition=Q(story__isnull=True) | Q(url=""), name="breaking_news_leads_to_one"
            ),
        ]

    def __str__(self) -> str:
        return self.text
