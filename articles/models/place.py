from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.text import one_form


class Place(models.Model):
    """A place that the newsroom's datelines use and the gazetteer does not know."""

    name = models.CharField(
        _("name"),
        max_length=100,
        help_text=_("As wire copy prints it. Capitals do not matter."),
    )

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["name"],
                name="place_name_once",
                violation_error_message=_("This place is on the list already."),
            ),
            models.CheckConstraint(
                condition=~models.Q(name=""),
                name="place_has_name",
                violation_error_message=_("A place needs a name."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Keep only what people can see of the name."""
        self.name = one_form(self.name)
