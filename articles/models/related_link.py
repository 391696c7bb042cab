from __future__ import annotations

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Length
from django.utils.translation import gettext_lazy as _

from articles.models.choices import LinkState, VersionKind
from articles.models.published_version import PublishedVersion, Time
from articles.text import normalise
from newsroom.accounts.models import User

models.CharField.register_lookup(Length)

NO_TARGET = Q(target__isnull=True, url="")
ONE_TARGET = Q(target__isnull=False, url="") | (Q(target__isnull=True) & ~Q(url=""))
DECIDED = Q(state__in=[LinkState.APPROVED, LinkState.REJECTED])


class RelatedLinkQuerySet(models.QuerySet["RelatedLink"]):
    """Related links by what moderators decided and readers see; datetimes are timezone-aware."""

    def placed(self) -> Self:
        """Return the links that stand in their story: not removed from its body."""
        return self.filter(removed_at__isnull=True)

    def to_moderate(self, at: datetime) -> Self:
        """Return the links that stand in their story, or were cut from its draft only.

        Readers keep a link that was cut until the draft is published: they see it, or will, in a
        version that was made before.
        """
        with_it = PublishedVersion.objects.in_force_or_scheduled(at).filter(
            story=OuterRef("story"), kind=VersionKind.STORY, made_at__lte=OuterRef("removed_at")
        )
        return self.filter(Q(removed_at__isnull=True) | (~Q(key="") & Exists(with_it)))

    def undecided(self) -> Self:
        """Return the placed links on which nobody has decided yet."""
        return self.placed().filter(state__in=[LinkState.WAITING, LinkState.SUGGESTED])

    def for_readers(self, at: Time) -> Self:
        """Return the links not rejected whose target, if a story, readers see at `at`.

        Adds `target_slug` and `target_headline` of the version that they see, None where
        the link has no target story.
        """
        # Not joined over stories, which change with each save of a draft.
        seen = (
            PublishedVersion.objects.visible(at)
            .filter(story=OuterRef("target_id"))
            # There is one at most. This order, that of an index, lets PostgreSQL use that index.
            .order_by("-visible_from")
        )
        return (
            # Which inline links appear is frozen in the version: a draft's cut reaches nobody.
            self.filter(Q(removed_at__isnull=True) | ~Q(key=""))
            .exclude(state=LinkState.REJECTED)
            .annotate(
                target_slug=Subquery(seen.values("slug")[:1]),
                target_headline=Subquery(seen.values("headline")[:1]),
            )
            .filter(Q(target__isnull=True) | Q(target_slug__isnull=False))
            .order_by("position", "pk")
        )


class RelatedLink(models.Model):
    """From a story to another story or an external page: inline by its key, or after the body."""

    story = models.ForeignKey(
        "articles.Story", models.CASCADE, verbose_name=_("story"), related_name="related_links"
    )
    key = models.CharField(max_length=32, blank=True, editable=False)
    position = models.PositiveSmallIntegerField(default=0)
    label = models.CharField(_("label"), max_length=60, blank=True)
    headline = models.CharField(
        _("text"),
        max_length=500,
        blank=True,
        help_text=_("What readers see. If empty, the headline of the story."),
    )
    headline_key = models.CharField(max_length=500, blank=True, editable=False)
    target = models.ForeignKey(
        "articles.Story",
        models.PROTECT,
        verbose_name=_("story"),
        null=True,
        blank=True,
        related_name="linked_from",
    )
    url = models.URLField(
        _("external URL"),
        max_length=500,
        blank=True,
        help_text=_("A page on another site, if it is not one of our stories."),
    )
    state = models.CharField(
        _("state"), max_length=10, choices=LinkState, default=LinkState.SUGGESTED
    )
    score = models.FloatField(
        _("score"),
        null=True,
        blank=True,
        help_text=_("How similar the headlines are: 100 is identical."),
    )
    suggested_by = models.ForeignKey(
        User,
        models.PROTECT,
        verbose_name=_("suggested by"),
        null=True,
        blank=True,
        related_name="suggested_links",
    )
    suggested_at = models.DateTimeField(_("suggested"), auto_now_add=True)
    decided_by = models.ForeignKey(
        User,
        models.PROTECT,
        verbose_name=_("decided by"),
        null=True,
        blank=True,
        related_name="decided_links",
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = RelatedLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("related link")
        verbose_name_plural = _("related links")
        ordering = ["position", "pk"]
        permissions = [("moderate_relatedlink", "Can decide on related links")]
        indexes = [
            models.Index(fields=["headline_key"], name="related_link_headline_key"),
            models.Index(fields=["state", "-suggested_at"], name="related_link_state"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["story", "key"],
                condition=~Q(key=""),
                name="related_link_key_once_a_story",
            ),
            models.CheckConstraint(
                condition=Q(key__length__gte=8) | (Q(key="") & ~Q(state=LinkState.WAITING)),
                name="related_link_inline_has_key",
            ),
            models.CheckConstraint(
                condition=Q(state__in=LinkState.values), name="related_link_state_legal"
            ),
            models.CheckConstraint(
                condition=(Q(state=LinkState.WAITING) & NO_TARGET & ~Q(headline=""))
                | (~Q(state=LinkState.WAITING) & ONE_TARGET),
                name="related_link_one_target",
                violation_error_message=_("Choose either a story or an external URL, not both."),
            ),
            models.CheckConstraint(
                condition=~Q(target=F("story")) | Q(target__isnull=True),
                name="related_link_not_own_story",
                violation_error_message=_(
                    "A story cannot be related to itself. Choose another one."
                ),
            ),
            models.CheckConstraint(
                condition=(DECIDED & Q(decided_by__isnull=False, decided_at__isnull=False))
                | (~DECIDED & Q(decided_by__isnull=True, decided_at__isnull=True)),
                name="related_link_decided_by_whom_and_when",
            ),
            models.CheckConstraint(
                condition=Q(url="") | Q(url__startswith="https://") | Q(url__startswith="http://"),
                name="related_link_url_is_web",
                violation_error_message=_("A URL begins with https:// or http://."),
            ),
        ]

    def __str__(self) -> str:
        return self.headline or self.url or str(self.target)

    @staticmethod
    def key_of(headline: str) -> str:
        """Return the form of a headline by which links are matched, cut to the column's length."""
        return normalise(headline)[:500]
