from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.periods.period import Period, PeriodQuerySet
from articles.models.section import Section
from articles.models.slug_field import SlugField


class SectionPeriod(Period):
    """What a section was called, under which slug, and where in the menu: all that pages show.

    It outlives the section, whose page readers may have seen.
    """

    section = models.ForeignKey(
        Section, models.DO_NOTHING, db_constraint=False, related_name="periods"
    )
    name = models.CharField(max_length=60)
    slug = SlugField(max_length=60)
    position = models.PositiveSmallIntegerField()

    objects = PeriodQuerySet["SectionPeriod"].as_manager()

    class Meta(Period.Meta):
        verbose_name = _("period of a section")
        verbose_name_plural = _("periods of sections")
        ordering = ["position", "name", "section_id"]
        indexes = [
            *Period.Meta.indexes,
            models.Index(fields=["slug"], name="sectionperiod_slug"),
        ]

    def __str__(self) -> str:
        return self.name
