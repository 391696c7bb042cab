from django.db import models
from django.utils.translation import gettext_lazy as _
from imagefield.fields import ImageField, PPOIField


class Picture(models.Model):
    """An image with what readers and the law need to know of it."""

    image = ImageField(
        _("image"),
        upload_to="pictures/%Y/%m",
        width_field="width",
        height_field="height",
        ppoi_field="focal_point",
        formats={
            "thumb": ["default", ("crop", (320, 213))],
            "card": ["default", ("crop", (640, 427))],
            "medium": ["default", ("thumbnail", (800, 1200))],
            "large": ["default", ("thumbnail", (1600, 2000))],
        },
    )
    width = models.PositiveIntegerField(null=True, blank=True, editable=False)
    height = models.PositiveIntegerField(null=True, blank=True, editable=False)
    focal_point = PPOIField()
    alt = models.CharField(
        _("alternative text"),
        max_length=300,
        blank=True,
        help_text=_(
            "What the picture shows, for readers who cannot see it. Required for publication."
        ),
    )
    caption = models.CharField(
        _("caption"), max_length=500, blank=True, help_text=_("Required for publication.")
    )
    credit = models.CharField(
        _("credit"),
        max_length=120,
        blank=True,
        help_text=_("Photographer and agency. Required for publication."),
    )
    added_at = models.DateTimeField(_("added"), auto_now_add=True)

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.caption or self.alt or self.image.name
