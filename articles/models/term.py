from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.choices import TermKind
from articles.models.published_version import PublishedVersion
from articles.models.slug_field import SlugField
from articles.text import LONGEST_NAME_SLUG


class Term(models.Model):
    """A tag, author or place under which a published version is listed.

    It is frozen as the version is. Which page lists it after a rename is not: see `FormerSlug`.
    """

    version = models.ForeignKey(PublishedVersion, models.CASCADE, related_name="terms")
    kind = models.CharField(max_length=10, choices=TermKind)
    #: Made of the name: `articles.text.name_slug`.
    slug = SlugField(max_length=LONGEST_NAME_SLUG)
    name = models.CharField(max_length=120)
    #: That of the version, so that the newest of a term are found in the index alone.
    published_at = models.DateTimeField()

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        default_permissions = ()
        indexes = [
            models.Index(fields=["kind", "slug", "-published_at", "-version"], name="term_newest"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["version", "kind", "slug"], name="term_slug_once"),
            models.CheckConstraint(
                condition=models.Q(kind__in=TermKind.values), name="term_kind_legal"
            ),
            models.CheckConstraint(condition=~models.Q(slug=""), name="term_has_slug"),
        ]

    def __str__(self) -> str:
        return self.name
