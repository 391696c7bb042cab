from django.db import models
from django.db.models import Q


class Generation(models.Model):
    """One row: a number that triggers replace whenever something that readers see is written.

    See `articles/generation_triggers.py`; no Python code writes it.
    """

    id = models.PositiveSmallIntegerField(primary_key=True)
    number = models.BigIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(id=1), name="generation_is_one_row"),
        ]

    def __str__(self) -> str:
        return str(self.number)
