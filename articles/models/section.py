from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.slug_field import SlugField
from articles.text import isolated, one_form


class Section(models.Model):
    """A part of the site, such as World or Sport."""

    name = models.CharField(_("name"), max_length=60)
    slug = SlugField(_("slug"), max_length=60, unique=True)
    position = models.PositiveSmallIntegerField(
        _("position"),
        default=0,
        help_text=_("Sections with a lower number are listed first."),
    )

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        ordering = ["position", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["name"],
                name="section_name_once",
                violation_error_message=_("There is a section with this name already."),
            ),
            models.CheckConstraint(
                condition=~models.Q(name=""),
                name="section_has_name",
                violation_error_message=_("A section needs a name."),
            ),
        ]

    def __str__(self) -> str:
        """Return the name, isolated where it runs the other way: it stands within sentences."""
        return isolated(self.name)

    def clean(self) -> None:
        """Keep only what people can see of the name."""
        self.name = one_form(self.name)
