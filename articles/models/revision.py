from django.contrib.auth.models import User
from django.db import models

from articles.models.story import Story


class Revision(models.Model):
    """What one save left of a story: the whole working copy, compressed. Never changed.

    The database deletes it with its story, which must never have been published, and refuses to
    otherwise (see `articles/database_rules.py`). `articles/history.py` writes and reads it.
    """

    story = models.ForeignKey(Story, models.DO_NOTHING, related_name="revisions")
    #: The version that the story had by this save.
    number = models.PositiveIntegerField()
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, related_name="revisions")
    #: The fields of the working copy that the save changed; none of the first one.
    changed = models.JSONField(default=list)
    #: An earlier one that is full; None where this one is full itself.
    base = models.ForeignKey("self", models.DO_NOTHING, null=True, related_name="based_on_it")
    data = models.BinaryField()

    class Meta:
        default_permissions = ()
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["story", "number"], name="revision_number_once_a_story"
            ),
        ]

    def __str__(self) -> str:
        return f"version {self.number}"
