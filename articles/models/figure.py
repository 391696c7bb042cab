from django.db import models
from django.db.models.functions import Length
from django.utils.translation import gettext_lazy as _

from articles.models.picture import Picture

models.CharField.register_lookup(Length)


class Figure(models.Model):
    """A picture placed in the body of a story; the body holds its words and its position."""

    story = models.ForeignKey("articles.Story", models.CASCADE, related_name="figures")
    key = models.CharField(max_length=32)
    picture = models.ForeignKey(Picture, models.PROTECT, related_name="figures")
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("figure")
        verbose_name_plural = _("figures")
        constraints = [
            models.UniqueConstraint(fields=["story", "key"], name="figure_key_once_a_story"),
            models.CheckConstraint(condition=models.Q(key__length__gte=8), name="figure_has_key"),
        ]

    def __str__(self) -> str:
        return str(self.picture)
