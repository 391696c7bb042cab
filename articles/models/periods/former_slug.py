from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.choices import SlugKind
from articles.models.periods.period import Period, PeriodQuerySet
from articles.models.slug_field import SlugField
from articles.text import LONGEST_NAME_SLUG


class FormerSlug(Period):
    """A slug that led to the page of another one of its kind, from a rename or a merge on.

    What was and will be published under it is listed on that page, which has this name.
    """

    kind = models.CharField(max_length=10, choices=SlugKind)
    slug = SlugField(max_length=LONGEST_NAME_SLUG)
    present = SlugField(max_length=LONGEST_NAME_SLUG)
    name = models.CharField(max_length=120)

    objects = PeriodQuerySet["FormerSlug"].as_manager()

    class Meta(Period.Meta):
        verbose_name = _("former slug")
        verbose_name_plural = _("former slugs")
        indexes = [
            *Period.Meta.indexes,
            models.Index(fields=["kind", "slug"], name="former_slug_slug"),
            models.Index(fields=["kind", "present"], name="former_slug_present"),
        ]
        constraints = [
            *Period.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(kind__in=SlugKind.values), name="former_slug_kind_legal"
            ),
            models.CheckConstraint(
                condition=~models.Q(slug=models.F("present")), name="former_slug_leads_elsewhere"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.slug} → {self.present}"
