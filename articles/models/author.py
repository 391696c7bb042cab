from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.accounts.models import User


class Author(models.Model):
    """A name that readers see in a byline; it may differ from the account that writes."""

    name = models.CharField(
        _("name"), max_length=120, help_text=_("As readers see it in the byline.")
    )
    user = models.OneToOneField(
        User,
        models.SET_NULL,
        verbose_name=_("account"),
        null=True,
        blank=True,
        related_name="author",
        help_text=_("The account that writes under this name, if there is one."),
    )

    class Meta:
        verbose_name = _("author")
        verbose_name_plural = _("authors")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["name"],
                name="author_name_once",
                violation_error_message=_("There is an author with this name already."),
            ),
            models.CheckConstraint(
                condition=~models.Q(name=""),
                name="author_has_name",
                violation_error_message=_("An author needs a name."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Byline(models.Model):
    """One author of one story, in the order in which the names are printed."""

    story = models.ForeignKey("articles.Story", models.CASCADE, related_name="bylines")
    author = models.ForeignKey(Author, models.PROTECT, related_name="bylines")
    position = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = _("byline")
        verbose_name_plural = _("bylines")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["story", "author"], name="byline_author_once"),
            models.UniqueConstraint(fields=["story", "position"], name="byline_position_once"),
        ]

    def __str__(self) -> str:
        return self.author.name
