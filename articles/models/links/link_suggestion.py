"""Related stories that were found for a story, so that nobody has to wait for them."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from articles.models.story import Story


class LinkSuggestion(models.Model):
    """A story that fits another one, and why, as it was when it was found.

    Whoever shows it asks whether readers see the target now: that is not stored.
    """

    story = models.ForeignKey(Story, models.CASCADE, related_name="link_suggestions")
    target = models.ForeignKey(Story, models.CASCADE, related_name="+")
    #: From 0 on: the best first.
    position = models.PositiveSmallIntegerField()
    #: What both have in common, as `articles.links.suggestions.why` reads it.
    reasons = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("suggested link")
        verbose_name_plural = _("suggested links")
        default_permissions = ()
        ordering = ["story", "position"]
        constraints = [
            models.UniqueConstraint(fields=["story", "target"], name="link_suggestion_target_once"),
            models.UniqueConstraint(
                fields=["story", "position"], name="link_suggestion_position_once"
            ),
            models.CheckConstraint(
                condition=~Q(story=F("target")), name="link_suggestion_not_to_itself"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.story_id} → {self.target_id}"
