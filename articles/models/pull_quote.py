from django.db import models
from django.db.models.functions import Length
from django.utils.translation import gettext_lazy as _

models.CharField.register_lookup(Length)


class PullQuote(models.Model):
    """Words set large beside the text that they are taken from."""

    story = models.ForeignKey("articles.Story", models.CASCADE, related_name="pull_quotes")
    key = models.CharField(max_length=32)
    words = models.TextField()
    speaker = models.CharField(max_length=200, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("pull quote")
        verbose_name_plural = _("pull quotes")
        constraints = [
            models.UniqueConstraint(fields=["story", "key"], name="pull_quote_key_once_a_story"),
            models.CheckConstraint(
                condition=models.Q(key__length__gte=8), name="pull_quote_has_key"
            ),
        ]

    def __str__(self) -> str:
        return self.words
