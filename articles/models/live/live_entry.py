from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.author import Author
from articles.models.picture import Picture
from articles.models.story import Story
from newsroom.accounts.models import User


class LiveEntry(models.Model):
    """An entry of a live blog as people write it; readers see its versions only."""

    story = models.ForeignKey(Story, models.CASCADE, related_name="live_entries")
    #: By which links lead to it; made with the form, so that one sent twice adds one entry.
    key = models.CharField(max_length=32)
    headline = models.CharField(_("headline"), max_length=200, blank=True)
    body = models.TextField(_("text"))
    author = models.ForeignKey(
        Author,
        models.PROTECT,
        verbose_name=_("author"),
        null=True,
        blank=True,
        related_name="live_entries",
    )
    #: That of the figure in its body, which has one at most.
    picture = models.ForeignKey(
        Picture, models.PROTECT, null=True, blank=True, related_name="live_entries"
    )
    is_key = models.BooleanField(_("key moment"), default=False)
    #: The time that readers are told; None: that of its first publication.
    shown_at = models.DateTimeField(null=True, blank=True)
    #: What readers are told of a correction.
    note = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(User, models.PROTECT, related_name="live_entries_created")
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(User, models.PROTECT, related_name="live_entries_changed")

    class Meta:
        verbose_name = _("live entry")
        verbose_name_plural = _("live entries")
        default_permissions = ()
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["story", "-created_at"], name="live_entry_story")]
        constraints = [
            models.UniqueConstraint(fields=["key"], name="live_entry_key_once"),
            models.CheckConstraint(condition=~Q(key=""), name="live_entry_has_key"),
            models.CheckConstraint(condition=~Q(body=""), name="live_entry_has_body"),
            models.CheckConstraint(
                condition=~Q(is_key=True, headline=""), name="live_entry_key_moment_has_headline"
            ),
        ]

    def __str__(self) -> str:
        return self.headline or self.key
