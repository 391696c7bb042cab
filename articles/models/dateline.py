from django.db import models
from django.utils.translation import gettext_lazy as _


class Dateline(models.Model):
    """Where a story was written and, if the copy says so, when and for which agency."""

    story = models.OneToOneField("articles.Story", models.CASCADE, related_name="dateline")
    date = models.CharField(max_length=60, blank=True)
    agency = models.CharField(max_length=80, blank=True)

    class Meta:
        verbose_name = _("dateline")
        verbose_name_plural = _("datelines")

    def __str__(self) -> str:
        return "/".join(place.name for place in self.places.all())


class DatelinePlace(models.Model):
    """One place of a dateline; “Kyiv/Moscow” has two."""

    dateline = models.ForeignKey(Dateline, models.CASCADE, related_name="places")
    name = models.CharField(max_length=100)
    position = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = _("place of a dateline")
        verbose_name_plural = _("places of datelines")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["dateline", "position"], name="dateline_place_position_once"
            ),
            models.CheckConstraint(
                condition=~models.Q(name=""),
                name="dateline_place_has_name",
                violation_error_message=_("A place of a dateline needs a name."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
