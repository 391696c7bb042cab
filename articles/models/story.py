from datetime import datetime

from django.contrib.auth.models import User
from django.db import models
from django.db.models import F, Q
from taggit.managers import TaggableManager

from articles.enums import State
from articles.models.author import Author, Byline
from articles.models.picture import Picture
from articles.models.section import Section
from articles.querysets import StoryQuerySet
from articles.text import normalise


class Story(models.Model):
    """The working copy that editors write; readers see its editions only."""

    headline = models.CharField(max_length=300)
    headline_key = models.CharField(max_length=300, editable=False)
    slug = models.SlugField(
        "address",
        max_length=120,
        allow_unicode=True,
        help_text="The last part of the page's address. Empty: made from the headline.",
    )
    summary = models.TextField(
        blank=True, help_text="One paragraph. Readers see it in lists, in search and in feeds too."
    )
    body = models.TextField(blank=True)
    section = models.ForeignKey(
        Section, models.PROTECT, null=True, blank=True, related_name="stories"
    )
    authors = models.ManyToManyField(Author, through=Byline, related_name="stories")
    tags = TaggableManager(blank=True, help_text="Separate tags by commas.")
    lead_picture = models.ForeignKey(
        Picture, models.PROTECT, null=True, blank=True, related_name="led_stories"
    )
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT, editable=False)
    # No part of the working copy: `articles/embargo.py` sets both, and the database holds it.
    embargo = models.DateTimeField(null=True, blank=True, editable=False)
    embargoed_at = models.DateTimeField(null=True, blank=True, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(editable=False)
    created_by = models.ForeignKey(
        User, models.PROTECT, related_name="stories_created", editable=False
    )
    changed_at = models.DateTimeField(editable=False)
    changed_by = models.ForeignKey(
        User, models.PROTECT, related_name="stories_changed", editable=False
    )

    objects = StoryQuerySet.as_manager()

    #: A `Standing` value, on stories that `with_standing` gave.
    standing: str

    class Meta:
        verbose_name_plural = "stories"
        ordering = ["-changed_at", "-pk"]
        permissions = [
            ("approve_story", "Can approve stories and send them back"),
            ("publish_story", "Can publish, schedule and withdraw stories"),
        ]
        indexes = [
            models.Index(fields=["-changed_at", "-id"], name="story_newest_change"),
            models.Index(fields=["headline_key"], name="story_headline_key"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["slug"],
                name="story_slug_once_a_site",
                violation_error_message="Another story has this address. Choose another one.",
            ),
            models.CheckConstraint(condition=Q(state__in=State.values), name="story_state_legal"),
            models.CheckConstraint(
                condition=~Q(headline=""),
                name="story_has_headline",
                violation_error_message="A story needs a headline.",
            ),
            models.CheckConstraint(condition=~Q(slug=""), name="story_has_slug"),
            models.CheckConstraint(
                condition=Q(embargo=None, embargoed_at=None)
                | Q(
                    embargo__isnull=False,
                    embargoed_at__isnull=False,
                    embargo__gt=F("embargoed_at"),
                ),
                name="story_embargo_is_a_period",
                violation_error_message="An embargo ends after it was set.",
            ),
        ]

    def __str__(self) -> str:
        return self.headline

    def held_until(self, at: datetime) -> datetime | None:
        """Give the end of the embargo under which the story is at the aware time `at`, if any."""
        return self.embargo if self.embargo and at < self.embargo else None

    @staticmethod
    def key_of(headline: str) -> str:
        """Give the form of a headline by which stories are found, as long as the column."""
        return normalise(headline)[:300]
