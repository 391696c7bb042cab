from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.models.story import Story
from newsroom.accounts.models import User


class Revision(models.Model):
    """One save of a story: the whole working copy, compressed. Never changed.

    The database deletes it with its story, which must never have been published, and refuses
    otherwise (`articles/database/cross_table_rules.py`). `articles/writing/revisions` writes and
    reads it.
    """

    story = models.ForeignKey(Story, models.DO_NOTHING, related_name="revisions")
    #: The version that the story had after this save.
    number = models.PositiveIntegerField()
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, related_name="revisions")
    #: The fields of the working copy that the save changed; none for the first one.
    changed = models.JSONField(default=list)
    #: An earlier revision that is stored in full; None where this one is.
    base = models.ForeignKey("self", models.DO_NOTHING, null=True, related_name="dependents")
    #: Which form `data` has once expanded; older forms are upgraded when they are read.
    schema = models.PositiveSmallIntegerField()
    data = models.BinaryField()

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        default_permissions = ()
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["story", "number"], name="revision_number_once_a_story"
            ),
        ]

    def __str__(self) -> str:
        return gettext("version %(number)s") % {"number": self.number}
