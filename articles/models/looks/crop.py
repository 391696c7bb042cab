from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from articles.models.looks.look import Shape
from articles.models.picture import Picture

#: Fractions are rounded: a crop may be this much too large.
ROUNDING = 1e-6


class PictureCrop(models.Model):
    """What a shape shows of a picture, where the focal point is not enough.

    All are fractions of the picture as it is shown, from its upper left corner.
    """

    picture = models.ForeignKey(Picture, models.CASCADE, related_name="crops")
    shape = models.CharField(max_length=4, choices=Shape)
    x = models.FloatField()
    y = models.FloatField()
    width = models.FloatField()
    height = models.FloatField()

    class Meta:
        verbose_name = _("crop")
        verbose_name_plural = _("crops")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["picture", "shape"], name="picture_crop_once_a_shape"),
            models.CheckConstraint(
                condition=Q(shape__in=Shape.values), name="picture_crop_shape_legal"
            ),
            models.CheckConstraint(
                condition=Q(x__gte=0, y__gte=0, width__gt=0, height__gt=0)
                & Q(width__lte=1 + ROUNDING - F("x"), height__lte=1 + ROUNDING - F("y")),
                name="picture_crop_inside_picture",
                violation_error_message=_("A crop must lie inside the picture."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.shape}: {self.picture}"
