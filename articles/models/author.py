from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.models.choices import SlugKind
from articles.models.periods.former_slug import FormerSlug
from articles.models.picture import Picture
from articles.models.slug_field import SlugField
from articles.models.web_links import validate_links
from articles.text import LONGEST_NAME_SLUG, name_slug, one_form
from newsroom.accounts.models import User


class Author(models.Model):
    """A name that readers see in a byline; it may differ from the account that writes."""

    name = models.CharField(
        _("name"), max_length=120, help_text=_("As readers see it in the byline.")
    )
    #: That of the author’s page: made of the name. Empty if that has no letter.
    slug = SlugField(max_length=LONGEST_NAME_SLUG, blank=True, editable=False)
    role = models.CharField(
        _("role"), max_length=120, blank=True, help_text=_("For example: Asia correspondent.")
    )
    bio = models.TextField(
        _("about the author"),
        max_length=2000,
        blank=True,
        help_text=_("A few sentences for readers, on the author’s page."),
    )
    portrait = models.ForeignKey(
        Picture,
        models.PROTECT,
        verbose_name=_("portrait"),
        null=True,
        blank=True,
        related_name="portraits",
    )
    email = models.EmailField(
        _("email for readers"), blank=True, help_text=_("Shown on the author’s page.")
    )
    links = models.TextField(
        _("links"),
        max_length=1000,
        blank=True,
        validators=[validate_links],
        help_text=_("Pages about the author elsewhere, one URL a line."),
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
            models.UniqueConstraint(
                fields=["slug"],
                condition=~models.Q(slug=""),
                name="author_slug_once",
            ),
            models.CheckConstraint(
                condition=~models.Q(name=""),
                name="author_has_name",
                violation_error_message=_("An author needs a name."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the author, with the slug that the name makes."""
        self.slug = name_slug(self.name)
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """Keep only visible characters. Raise ValidationError if it is another's name."""
        self.name, self.role = one_form(self.name), one_form(self.role)
        self.slug = name_slug(self.name)
        others = Author.objects.exclude(pk=self.pk)
        if self.slug and (other := others.filter(slug=self.slug).first()):
            message = gettext("There is an author called “%(name)s” already.")
            raise ValidationError({"name": message % {"name": other.name}})
        leading = FormerSlug.objects.present().filter(kind=SlugKind.AUTHOR, slug=self.slug)
        if (former := leading.first()) and others.filter(slug=former.present).exists():
            message = gettext("“%(name)s” had this name before. Choose another name.")
            raise ValidationError({"name": message % {"name": former.name}})


class Byline(models.Model):
    """One author of one story, or other words, in the order in which they are printed."""

    story = models.ForeignKey("articles.Story", models.CASCADE, related_name="bylines")
    author = models.ForeignKey(Author, models.PROTECT, null=True, related_name="bylines")
    #: Words in place of an author, such as “With agencies”; else empty.
    text = models.CharField(max_length=120, blank=True)
    position = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = _("byline")
        verbose_name_plural = _("bylines")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["story", "author"], name="byline_author_once"),
            models.UniqueConstraint(fields=["story", "position"], name="byline_position_once"),
            models.CheckConstraint(
                condition=models.Q(author__isnull=False, text="")
                | models.Q(author__isnull=True) & ~models.Q(text=""),
                name="byline_author_or_text",
            ),
        ]

    def __str__(self) -> str:
        return self.author.name if self.author else self.text
