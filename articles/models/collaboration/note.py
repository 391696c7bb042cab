from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.story import Story
from newsroom.accounts.models import User


class NoteQuerySet(models.QuerySet["Note"]):
    """Notes by what has become of them."""

    def open(self) -> Self:
        """Return the notes, without answers, that nobody has resolved."""
        return self.filter(answers_to=None, resolved_at=None)


class Note(models.Model):
    """What one editor says to the others on a story, or on words of its body; never public.

    A note on words keeps them as a text quote selector of the W3C Web Annotation Data Model, so
    that nothing of it is in the body. An answer belongs to a note, and has neither words nor a
    resolution of its own.
    """

    story = models.ForeignKey(Story, models.CASCADE, related_name="notes")
    answers_to = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="answers"
    )
    by = models.ForeignKey(User, models.PROTECT, related_name="notes")
    at = models.DateTimeField()
    edited_at = models.DateTimeField(null=True, blank=True)
    text = models.TextField(_("text"))
    #: The words as they were in the body, and the text before and after them.
    exact = models.TextField(blank=True)
    prefix = models.TextField(blank=True)
    suffix = models.TextField(blank=True)
    resolved_at = models.DateTimeField(null=True, blank=True)
    resolved_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="notes_resolved"
    )

    objects = NoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("note among editors")
        verbose_name_plural = _("notes among editors")
        default_permissions = ()
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="note_has_text"),
            models.CheckConstraint(
                condition=Q(answers_to=None) | Q(exact="", resolved_at=None),
                name="note_answer_is_an_answer_only",
            ),
            models.CheckConstraint(
                condition=~Q(exact="") | Q(prefix="", suffix=""),
                name="note_context_is_that_of_words",
            ),
            models.CheckConstraint(
                condition=Q(resolved_at=None, resolved_by=None)
                | Q(resolved_at__isnull=False, resolved_by__isnull=False),
                name="note_resolution_complete",
            ),
        ]

    def __str__(self) -> str:
        return self.text
