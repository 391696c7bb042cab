from django.contrib.auth.models import User
from django.db import models
from django.db.models import F, Q

from articles.addresses import article_address
from articles.enums import Change, EditionKind
from articles.models.picture import Picture
from articles.models.section import Section
from articles.models.story import Story
from articles.querysets import EditionQuerySet


class Edition(models.Model):
    """One published form of a story, frozen: nothing but `visible_until` ever changes.

    The database holds that, and that the periods of one story never overlap and that an
    address belongs to one story for ever (see `articles/database_rules.py`).
    """

    story = models.ForeignKey(Story, models.PROTECT, related_name="editions")
    kind = models.CharField(max_length=10, choices=EditionKind, default=EditionKind.STORY)
    slug = models.SlugField(max_length=120, allow_unicode=True)
    headline = models.CharField(max_length=300)
    summary = models.TextField(blank=True)
    section = models.ForeignKey(
        Section, models.PROTECT, null=True, blank=True, related_name="editions"
    )
    picture = models.ForeignKey(
        Picture, models.PROTECT, null=True, blank=True, related_name="editions"
    )
    content = models.JSONField(default=dict)
    body_html = models.TextField(blank=True)
    public_note = models.TextField(blank=True)
    published_at = models.DateTimeField()
    #: When readers last got more than a minor change; None: not since the first publication.
    modified_at = models.DateTimeField(null=True, blank=True)
    visible_from = models.DateTimeField()
    visible_until = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(User, models.PROTECT, related_name="editions_made")

    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering = ["-visible_from", "-pk"]
        indexes = [
            models.Index(fields=["slug", "visible_from"], name="edition_slug"),
            models.Index(fields=["story", "visible_from"], name="edition_story"),
            # With all that says who sees it: SQLite has the period behind the text, pages away.
            models.Index(
                fields=["-published_at", "-id", "kind", "visible_from", "visible_until"],
                name="edition_newest",
            ),
            models.Index(fields=["visible_from"], name="edition_starts"),
            models.Index(fields=["visible_until"], name="edition_ends"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=EditionKind.values), name="edition_kind_legal"
            ),
            models.CheckConstraint(
                condition=Q(visible_until__isnull=True) | Q(visible_until__gte=F("visible_from")),
                name="edition_ends_after_it_starts",
                violation_error_message="An edition cannot end before it starts.",
            ),
            models.CheckConstraint(condition=~Q(slug=""), name="edition_has_slug"),
            models.CheckConstraint(
                condition=Q(modified_at__isnull=True) | Q(modified_at__gte=F("published_at")),
                name="edition_modified_after_it_was_published",
                violation_error_message="An edition cannot be modified before it is published.",
            ),
        ]

    def __str__(self) -> str:
        return self.headline

    def get_absolute_url(self) -> str:
        return article_address(self.slug)

    @property
    def change(self) -> Change | None:
        """Whether it was a minor change or an update for readers; None: the first publication."""
        if self.published_at == self.visible_from:
            return None
        return Change.UPDATE if self.modified_at == self.visible_from else Change.MINOR
