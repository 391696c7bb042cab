from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.audit_entry import AuditEntry
from articles.models.choices import NoticeKind
from articles.models.collaboration.note import Note
from articles.models.story import Story
from newsroom.accounts.models import User


class NoticeQuerySet(models.QuerySet["Notice"]):
    """Notices by whom they are for."""

    def unread_by(self, person: User) -> Self:
        """Return those that the person has not read."""
        return self.filter(to=person, read_at=None)

    def with_words(self) -> Self:
        """Return them with all that they say."""
        words = self.select_related("story", "entry__by", "note__by")
        return words.defer("story__body", "story__summary")


class Notice(models.Model):
    """What one person is told about another's action: on a story, or in a note on it.

    It has no words of its own: they are those of the entry in the audit log, or of the note.
    """

    to = models.ForeignKey(User, models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=20, choices=NoticeKind)
    story = models.ForeignKey(Story, models.CASCADE, related_name="notices")
    entry = models.ForeignKey(AuditEntry, models.PROTECT, null=True, related_name="notices")
    note = models.ForeignKey(Note, models.CASCADE, null=True, related_name="notices")
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)
    #: When it is to be sent by mail, or tried again; None where it is not, or was.
    mail_at = models.DateTimeField(null=True, blank=True)
    mail_tries = models.PositiveSmallIntegerField(default=0)
    mailed_at = models.DateTimeField(null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        default_permissions = ()
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["to", "-at", "-id"], name="notice_newest"),
            models.Index(fields=["to"], name="notice_unread", condition=Q(read_at=None)),
            models.Index(
                fields=["mail_at"], name="notice_to_mail", condition=Q(mail_at__isnull=False)
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=NoticeKind.values), name="notice_kind_legal"
            ),
            models.CheckConstraint(
                condition=Q(entry=None, note__isnull=False) | Q(entry__isnull=False, note=None),
                name="notice_of_an_action_or_a_note",
            ),
            # However often an action is tried again, each person is told of it once.
            models.UniqueConstraint(fields=["to", "entry"], name="notice_once_an_action"),
            models.UniqueConstraint(fields=["to", "note"], name="notice_once_a_note"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.story}"
