from django.contrib.auth.models import User
from django.db import models

from articles.enums import Act, State


class Event(models.Model):
    """One act on a story: who, when, from, to and why. Written once, never changed.

    It keeps the story's number and headline, not a database reference, so that the log
    outlives a draft that was deleted.
    """

    story = models.ForeignKey(
        "articles.Story", models.DO_NOTHING, db_constraint=False, related_name="events"
    )
    headline = models.CharField(max_length=300)
    act = models.CharField(max_length=20, choices=Act)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="story_events")
    at = models.DateTimeField()
    from_state = models.CharField(max_length=10, choices=State, blank=True)
    to_state = models.CharField(max_length=10, choices=State, blank=True)
    why = models.TextField(blank=True)
    detail = models.JSONField(default=dict)

    class Meta:
        verbose_name = "act on a story"
        verbose_name_plural = "acts on stories"
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["story", "-at"], name="event_story")]
        constraints = [
            models.CheckConstraint(condition=models.Q(act__in=Act.values), name="event_act_legal"),
        ]

    def __str__(self) -> str:
        return f"{self.get_act_display()}: {self.headline}"
