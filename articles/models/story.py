from __future__ import annotations

from datetime import datetime
from typing import Self

from django.core.exceptions import ObjectDoesNotExist
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager

from articles.models.author import Author, Byline
from articles.models.choices import WorkflowState
from articles.models.picture import Picture
from articles.models.section import Section
from articles.models.slug_field import SlugField
from articles.text import isolated, normalise
from newsroom.accounts.models import User


class StoryQuerySet(models.QuerySet["Story"]):
    """Stories by their working copy."""

    def drafts_of(self, person: int | None) -> Self:
        """Return the drafts started by the account with this primary key."""
        return self.filter(state=WorkflowState.DRAFT, created_by=person)


class Story(models.Model):
    """The working copy that editors write; readers see its published versions only."""

    headline = models.CharField(_("headline"), max_length=300)
    headline_key = models.CharField(max_length=300, editable=False)
    slug = SlugField(
        _("slug"),
        max_length=120,
        help_text=_("The last part of the page’s URL. If empty, it is made from the headline."),
    )
    summary = models.TextField(
        _("summary"),
        blank=True,
        help_text=_("One paragraph. Readers see it in lists, in search results and in feeds too."),
    )
    body = models.TextField(_("body"), blank=True)
    #: A code of BCP 47; empty where nobody has chosen one: then the text says it.
    language = models.CharField(_("language"), max_length=20, blank=True)
    section = models.ForeignKey(
        Section,
        models.PROTECT,
        verbose_name=_("section"),
        null=True,
        blank=True,
        related_name="stories",
    )
    authors = models.ManyToManyField(Author, through=Byline, related_name="stories")
    tags = TaggableManager(
        verbose_name=_("tags"), blank=True, help_text=_("Separate tags with commas.")
    )
    lead_picture = models.ForeignKey(
        Picture,
        models.PROTECT,
        verbose_name=_("lead picture"),
        null=True,
        blank=True,
        related_name="led_stories",
    )
    #: What this story says of its lead picture in words of its own, by the fields of a picture;
    #: what is missing is as the newsroom has it.
    lead_words = models.JSONField(null=True, blank=True, editable=False)
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=WorkflowState,
        default=WorkflowState.DRAFT,
        editable=False,
    )
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

    #: A `PublicationStatus` value, on stories that `publishing.with_publication_status` returned.
    publication_status: str
    #: On those, too: whether it was saved after the version that readers see was made.
    is_ahead: bool

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")
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
                violation_error_message=_("Another story has this slug. Choose another one."),
            ),
            models.CheckConstraint(
                condition=Q(state__in=WorkflowState.values), name="story_state_legal"
            ),
            models.CheckConstraint(
                condition=~Q(headline=""),
                name="story_has_headline",
                violation_error_message=_("A story needs a headline."),
            ),
            models.CheckConstraint(condition=~Q(slug=""), name="story_has_slug"),
        ]

    def __str__(self) -> str:
        """Return the headline, isolated where it runs the other way: it stands within sentences."""
        return isolated(self.headline)

    def embargoed_until(self, at: datetime) -> datetime | None:
        """Return when the embargo ends that holds at the timezone-aware datetime `at`, or None."""
        try:
            embargo = self.embargo
        except ObjectDoesNotExist:
            return None
        return embargo.until if embargo.holds(at) else None

    @staticmethod
    def key_of(headline: str) -> str:
        """Return the form of a headline by which stories are found, cut to the column's length."""
        return normalise(headline)[:300]
