from django.db import models


class CacheChange(models.Model):
    """A key of the change log: something changed that pages with this key depend on.

    `number` is that of the cache version with which it changed. No Python code writes it:
    `articles/database/cache_triggers.py` does, and keeps the last entries only.
    """

    id = models.BigAutoField(primary_key=True)
    number = models.BigIntegerField()
    key = models.CharField(max_length=60)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.key
