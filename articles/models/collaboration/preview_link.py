from __future__ import annotations

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Count, F, Q
from django.utils.translation import gettext_lazy as _

from articles.models.revision import Revision
from articles.models.story import Story
from newsroom.accounts.models import User


class PreviewLinkQuerySet(models.QuerySet["PreviewLink"]):
    """Links by whether they still open anything; all datetimes are timezone-aware."""

    def open_at(self, at: datetime) -> Self:
        """Return those that are neither revoked nor expired at `at`, nor older than an embargo.

        Whoever got a link before the embargo was set or changed knows nothing of it.
        """
        found = self.filter(revoked_at=None, expires_at__gt=at)
        return found.exclude(story__embargo__until__gt=at, story__embargo__set_at__gte=F("made_at"))

    def with_uses(self) -> Self:
        """Return them with `times`, how often their page was asked for."""
        return self.annotate(times=Count("uses", filter=Q(uses__picture="")))


class PreviewLink(models.Model):
    """A link for somebody without an account to one revision of a story, until it expires.

    What is in the link is signed (`articles/previews/token.py`), so that nobody makes one up.
    """

    story = models.ForeignKey(Story, models.CASCADE, related_name="preview_links")
    # It goes with its story, as this row does.
    revision = models.ForeignKey(Revision, models.DO_NOTHING, related_name="preview_links")
    for_whom = models.CharField(_("for whom"), max_length=120)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(User, models.PROTECT, related_name="preview_links")
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="preview_links_revoked"
    )

    objects = PreviewLinkQuerySet.as_manager()

    #: On links that `with_uses` returned.
    times: int

    class Meta:
        verbose_name = _("preview link")
        verbose_name_plural = _("preview links")
        default_permissions = ()
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(for_whom=""), name="preview_link_is_for_somebody"),
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("made_at")), name="preview_link_expires_later"
            ),
            models.CheckConstraint(
                condition=Q(revoked_at=None, revoked_by=None)
                | Q(revoked_at__isnull=False, revoked_by__isnull=False),
                name="preview_link_revocation_complete",
            ),
        ]

    def __str__(self) -> str:
        return self.for_whom


class PreviewUseQuerySet(models.QuerySet["PreviewUse"]):
    """Uses by what was asked for."""

    def of_pages(self) -> Self:
        """Return those of the page itself."""
        return self.filter(picture="")

    def of_pictures(self) -> Self:
        """Return those of its pictures."""
        return self.exclude(picture="")


class PreviewUse(models.Model):
    """One time that a link was opened, or a picture of its page; the address is as of a log-in."""

    link = models.ForeignKey(PreviewLink, models.CASCADE, related_name="uses")
    at = models.DateTimeField()
    address = models.CharField(max_length=45, blank=True)
    #: The name of the picture's file; empty for the page.
    picture = models.CharField(max_length=200, blank=True)

    objects = PreviewUseQuerySet.as_manager()

    class Meta:
        verbose_name = _("use of a preview link")
        verbose_name_plural = _("uses of preview links")
        default_permissions = ()
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["link", "-at"], name="preview_use_newest")]

    def __str__(self) -> str:
        return str(self.at)
