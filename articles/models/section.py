from django.db import models


class Section(models.Model):
    """A part of the paper, such as World or Sport."""

    name = models.CharField(max_length=60)
    slug = models.SlugField(max_length=60, allow_unicode=True, unique=True)
    position = models.PositiveSmallIntegerField(
        default=0, help_text="Sections with a lower number are listed first."
    )

    class Meta:
        ordering = ["position", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["name"],
                name="section_name_once",
                violation_error_message="There is a section of this name already.",
            ),
            models.CheckConstraint(
                condition=~models.Q(name=""),
                name="section_has_name",
                violation_error_message="A section needs a name.",
            ),
        ]

    def __str__(self) -> str:
        return self.name
