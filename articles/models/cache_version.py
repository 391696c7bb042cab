from django.db import models
from django.db.models import Q


class CacheVersion(models.Model):
    """One row: a number that triggers replace whenever something is written that readers may see.

    No Python code writes it: `articles/database/cache_triggers.py` does.
    """

    id = models.PositiveSmallIntegerField(primary_key=True)
    number = models.BigIntegerField()

    class Meta:
        default_permissions = ()
        constraints = [
            models.CheckConstraint(condition=Q(id=1), name="cache_version_is_one_row"),
        ]

    def __str__(self) -> str:
        return str(self.number)
