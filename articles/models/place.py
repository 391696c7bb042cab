from django.db import models


class Place(models.Model):
    """A place that the newsroom's datelines use and the gazetteer does not know."""

    name = models.CharField(
        max_length=100,
        help_text="As wire copy prints it. Capitals do not matter.",
    )

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["name"],
                name="place_name_once",
                violation_error_message="This place is in the list already.",
            ),
            models.CheckConstraint(
                condition=~models.Q(name=""),
                name="place_has_name",
                violation_error_message="A place needs a name.",
            ),
        ]

    def __str__(self) -> str:
        return self.name
