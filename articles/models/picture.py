from datetime import date, datetime
from typing import TypedDict

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.text import one_form
from newsroom.accounts.models import User


class Rendition(TypedDict):
    """A file made from a picture for pages: its name in the default storage, and its pixels."""

    name: str
    width: int
    height: int


#: What is said of a picture: first what readers get, then what the newsroom may do with it.
PICTURE_WORDS = ("alt", "caption", "credit")
PICTURE_RIGHTS = ("copyright", "licence", "licence_until", "usage_limits")


def originals() -> Storage:
    """Return where uploads are kept as they came."""
    return storages["originals"]


def newsroom_day(at: datetime) -> date:
    """Return the day that the newsroom has at the timezone-aware datetime `at`."""
    return timezone.localdate(at, timezone.get_default_timezone())


def rendition_url(name: str) -> str:
    """Return the URL of a rendition, which is the site's own wherever the file is kept."""
    return f"{settings.MEDIA_URL}{name}"


class Picture(models.Model):
    """An image with what readers and the law need to know of it.

    `image` is the upload as it came, which is never served. Pages show the renditions, smallest
    first; without any, the picture was taken down, or its file is lost.
    """

    image = models.FileField(_("image"), storage=originals)
    #: As the file was called where it came from; the stored name is random.
    filename = models.CharField(max_length=200, blank=True, editable=False)
    #: In pixels, as the picture is shown.
    width = models.PositiveIntegerField(null=True, blank=True, editable=False)
    height = models.PositiveIntegerField(null=True, blank=True, editable=False)
    renditions = models.JSONField(default=list, editable=False)
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
    copyright = models.CharField(
        _("copyright"),
        max_length=300,
        blank=True,
        help_text=_("Who holds the rights, as in “© 2026 Ana Lee”."),
    )
    licence = models.CharField(
        _("licence"),
        max_length=200,
        blank=True,
        help_text=_("On which terms the newsroom has it, such as a subscription or CC BY 4.0."),
    )
    #: In the newsroom's time zone.
    licence_until = models.DateField(
        _("licence ends on"),
        null=True,
        blank=True,
        help_text=_(
            "The last day on which it may be used. After that readers still see it, and you are"
            " warned."
        ),
    )
    usage_limits = models.CharField(
        _("usage limits"),
        max_length=300,
        blank=True,
        help_text=_("What it may not be used for, such as “online only” or “not for archives”."),
    )
    #: What must not be cut off, in fractions of the picture, from its upper left corner.
    focus_x = models.FloatField(default=0.5, editable=False)
    focus_y = models.FloatField(default=0.5, editable=False)
    added_at = models.DateTimeField(_("added"), auto_now_add=True)
    added_by = models.ForeignKey(
        User,
        models.PROTECT,
        verbose_name=_("added by"),
        null=True,
        blank=True,
        editable=False,
        related_name="pictures_added",
    )
    taken_down_at = models.DateTimeField(null=True, blank=True, editable=False)
    taken_down_reason = models.CharField(max_length=300, blank=True, editable=False)

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        ordering = ["-pk"]
        indexes = [
            models.Index(
                fields=["licence_until"],
                condition=Q(licence_until__isnull=False),
                name="picture_licence_ends",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(focus_x__range=(0, 1), focus_y__range=(0, 1)),
                name="picture_focus_inside_picture",
                violation_error_message=_("The focal point must lie inside the picture."),
            ),
        ]

    def __str__(self) -> str:
        return self.caption or self.alt or self.filename or f"{self.image}"

    def clean(self) -> None:
        """Keep only what people can see of its words."""
        for name in (*PICTURE_WORDS, *PICTURE_RIGHTS):
            if isinstance(value := getattr(self, name), str):
                setattr(self, name, one_form(value))

    @property
    def is_gone(self) -> bool:
        """Whether there is nothing left to show: it was taken down, or its file is lost."""
        return not self.renditions

    def licence_has_ended(self, at: datetime) -> bool:
        """Return whether the licence had ended before the newsroom's day at the aware `at`."""
        return self.licence_until is not None and self.licence_until < newsroom_day(at)

    def url(self, width: int) -> str:
        """Return the URL of the smallest rendition with this width, or else of the largest.

        Return "" if the picture is gone.
        """
        renditions: list[Rendition] = self.renditions
        wide = [one for one in renditions if one["width"] >= width] or renditions[-1:]
        return rendition_url(wide[0]["name"]) if wide else ""
