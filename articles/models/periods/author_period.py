from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.author import Author
from articles.models.periods.period import Period, PeriodQuerySet
from articles.models.slug_field import SlugField
from articles.text import LONGEST_NAME_SLUG


class AuthorPeriod(Period):
    """What the page of an author said of them.

    It outlives the author. What bylines say is frozen with each published version.
    """

    author = models.ForeignKey(
        Author, models.DO_NOTHING, db_constraint=False, related_name="periods"
    )
    name = models.CharField(max_length=120)
    slug = SlugField(max_length=LONGEST_NAME_SLUG, blank=True)
    role = models.CharField(max_length=120, blank=True)
    bio = models.TextField(blank=True)
    #: What pages need of the portrait, as published versions have their pictures; {} without one.
    portrait = models.JSONField(default=dict)
    email = models.EmailField(blank=True)
    links = models.TextField(blank=True)

    objects = PeriodQuerySet["AuthorPeriod"].as_manager()

    class Meta(Period.Meta):
        verbose_name = _("period of an author")
        verbose_name_plural = _("periods of authors")
        indexes = [
            *Period.Meta.indexes,
            models.Index(fields=["slug"], name="authorperiod_slug"),
        ]

    def __str__(self) -> str:
        return self.name
