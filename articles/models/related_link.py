from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length
from django.utils.translation import gettext_lazy as _

from articles.models.choices import LinkState
from articles.models.links.related_link_queryset import RelatedLinkQuerySet
from articles.text import normalise
from newsroom.accounts.models import User

models.CharField.register_lookup(Length)

NO_TARGET = Q(target__isnull=True, url="")
ONE_TARGET = Q(target__isnull=False, url="") | (Q(target__isnull=True) & ~Q(url=""))
#: It comes after the body of its working copy.
AFTER_BODY = Q(key="", removed_at__isnull=True)
DECIDED = Q(state__in=[LinkState.APPROVED, LinkState.REJECTED])
#: Readers see it in the words, at the place and in the order of its story.
AS_WRITTEN = Q(
    decided_label="", decided_headline="", decided_after_body=False, decided_order__isnull=True
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
    #: How readers see it, if whoever approved it chose other words, or another place or order than
    #: those of its story: "", False and None otherwise.
    decided_label = models.CharField(max_length=60, blank=True)
    decided_headline = models.CharField(max_length=500, blank=True)
    decided_after_body = models.BooleanField(default=False)
    decided_order = models.PositiveSmallIntegerField(null=True, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)
    #: When, and with which words, a moderator let readers see it before the story was published
    #: with it; it counts for the versions that were made before. For links after the body.
    released_at = models.DateTimeField(null=True, blank=True)
    released_headline = models.CharField(max_length=500, blank=True)

    objects = RelatedLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("related link")
        verbose_name_plural = _("related links")
        ordering = ["position", "pk"]
        permissions = [("moderate_relatedlink", "Can decide on related links")]
        indexes = [
            models.Index(fields=["headline_key"], name="related_link_headline_key"),
            models.Index(fields=["state", "-suggested_at"], name="related_link_state"),
            models.Index(fields=["url"], condition=~Q(url=""), name="related_link_url"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["story", "target"],
                condition=AFTER_BODY & Q(target__isnull=False),
                name="related_link_target_once_after_body",
                violation_error_message=_("The story has a link to this story already."),
            ),
            models.UniqueConstraint(
                fields=["story", "url"],
                condition=AFTER_BODY & ~Q(url=""),
                name="related_link_url_once_after_body",
                violation_error_message=_("The story has a link to this page already."),
            ),
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
                condition=Q(state=LinkState.APPROVED) | AS_WRITTEN,
                name="related_link_display_is_approved",
            ),
            models.CheckConstraint(
                condition=Q(decided_after_body=False) | ~Q(key=""),
                name="related_link_moved_is_inline",
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
