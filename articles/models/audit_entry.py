from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.core import action_label
from articles.models.choices import WorkflowState
from articles.text import isolated
from newsroom.accounts.models import User

#: Stands for the story where an action concerns none, such as that on a front page.
OF_NO_STORY = 0


class AuditEntry(models.Model):
    """One action on a story: who, when, from, to and why. Written once, never changed.

    It keeps the story's number and headline, not a database reference, so that the log
    outlives a draft that was deleted. The codes of actions are those of the registry
    (`articles/core/actions.py`).
    """

    story = models.ForeignKey(
        "articles.Story", models.DO_NOTHING, db_constraint=False, related_name="audit_log"
    )
    headline = models.CharField(_("headline"), max_length=300)
    action = models.CharField(_("action"), max_length=40)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="audit_entries")
    at = models.DateTimeField()
    from_state = models.CharField(_("from"), max_length=10, choices=WorkflowState, blank=True)
    to_state = models.CharField(_("to"), max_length=10, choices=WorkflowState, blank=True)
    reason = models.TextField(_("reason"), blank=True)
    detail = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("audit log entry")
        verbose_name_plural = _("audit log")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["story", "-at"], name="audit_entry_story")]
        constraints = [
            models.CheckConstraint(condition=~models.Q(action=""), name="audit_entry_has_action"),
        ]

    def __str__(self) -> str:
        return f"{self.label}: {isolated(self.headline)}"

    @property
    def label(self) -> str:
        """What was done, in words."""
        return action_label(self.action)


class LastAction(models.Model):
    """What was last done with a story, by which the list of stories is sorted.

    A trigger adds it with the story, so that no story is missing from the list, whatever code
    or SQL made it; the audit log keeps it current.
    """

    story = models.OneToOneField(
        "articles.Story", models.CASCADE, primary_key=True, related_name="last_action"
    )
    #: None until the log has something to say: then the story was last saved at `at`.
    entry = models.ForeignKey(AuditEntry, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["-at", "-story"], name="last_action_newest")]

    def __str__(self) -> str:
        return str(self.entry or self.story)

    @property
    def key(self) -> tuple[datetime, int]:
        """Its place in the list: its time, and the story's primary key."""
        return self.at, self.story_id
