from typing import TypedDict

from django.db import models

from articles.models.picture import Picture, Rendition


class Shape(models.TextChoices):
    """The shapes to which pages cut pictures; the value is the ratio of width to height."""

    WIDE = "16:9", "16:9"
    LIST = "3:2", "3:2"
    STANDARD = "4:3", "4:3"
    SQUARE = "1:1", "1:1"

    @property
    def ratio(self) -> float:
        """Its width, with a height of 1."""
        width, height = self.value.split(":")
        return int(width) / int(height)


class Files(TypedDict):
    """The files of a picture in one shape, smallest first, and in what other formats they are.

    `types` are suffixes, such as “avif”.
    """

    files: list[Rendition]
    types: list[str]


class PictureLook(models.Model):
    """What has been made of a picture beside its renditions; readers' pages join it.

    Renditions are frozen with each published version. This is not: it is made in the background,
    and again after each change of the focal point. Without it, pages show the renditions.
    """

    picture = models.OneToOneField(Picture, models.CASCADE, related_name="look")
    #: Of each shape its `Files`; under "" are those of the whole picture.
    shapes = models.JSONField(default=dict)
    #: The recipe after which it was made (`pictures/looks/recipe.py`); 0: it is to be made again.
    recipe = models.PositiveSmallIntegerField(default=0)

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["recipe"], name="picture_look_recipe")]

    def __str__(self) -> str:
        return str(self.picture)
