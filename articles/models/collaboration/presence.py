from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.story import Story
from newsroom.accounts.models import User


class Presence(models.Model):
    """Somebody has a story's form open, or had: `seen_at` is when their browser said so last."""

    story = models.ForeignKey(Story, models.CASCADE, related_name="presences")
    person = models.ForeignKey(User, models.CASCADE, related_name="presences")
    seen_at = models.DateTimeField()

    class Meta:
        verbose_name = _("presence")
        verbose_name_plural = _("presences")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["story", "person"], name="presence_once_a_person"),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.story}"
