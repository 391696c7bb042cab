from django.contrib.auth.models import User
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length

from articles.enums import LinkState
from articles.querysets import RelatedLinkQuerySet
from articles.text import normalise

models.CharField.register_lookup(Length)

NO_TARGET = Q(target__isnull=True, address="")
ONE_TARGET = Q(target__isnull=False, address="") | (Q(target__isnull=True) & ~Q(address=""))
DECIDED = Q(state__in=[LinkState.APPROVED, LinkState.REJECTED])


class RelatedLink(models.Model):
    """From a story to another story or an address: inline by its key, or after the body."""

    story = models.ForeignKey("articles.Story", models.CASCADE, related_name="related_links")
    key = models.CharField(max_length=32, blank=True, editable=False)
    position = models.PositiveSmallIntegerField(default=0)
    label = models.CharField(max_length=60, blank=True)
    headline = models.CharField(
        "text",
        max_length=500,
        blank=True,
        help_text="What readers see. Empty: the headline of the story.",
    )
    headline_key = models.CharField(max_length=500, blank=True, editable=False)
    target = models.ForeignKey(
        "articles.Story",
        models.PROTECT,
        verbose_name="story",
        null=True,
        blank=True,
        related_name="linked_from",
    )
    address = models.URLField(
        "address outside",
        max_length=500,
        blank=True,
        help_text="A page elsewhere, if it is not one of our stories.",
    )
    state = models.CharField(max_length=10, choices=LinkState, default=LinkState.SUGGESTED)
    score = models.FloatField(
        null=True, blank=True, help_text="How alike the headlines are: 100 is the same."
    )
    suggested_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="suggested_links"
    )
    suggested_at = models.DateTimeField(auto_now_add=True)
    decided_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="decided_links"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = RelatedLinkQuerySet.as_manager()

    class Meta:
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
                violation_error_message="Choose either a story or an address outside, not both.",
            ),
            models.CheckConstraint(
                condition=~Q(target=F("story")) | Q(target__isnull=True),
                name="related_link_not_own_story",
                violation_error_message="A story cannot be related to itself. Choose another one.",
            ),
            models.CheckConstraint(
                condition=(DECIDED & Q(decided_by__isnull=False, decided_at__isnull=False))
                | (~DECIDED & Q(decided_by__isnull=True, decided_at__isnull=True)),
                name="related_link_decided_by_whom_and_when",
            ),
            models.CheckConstraint(
                condition=Q(address="")
                | Q(address__startswith="https://")
                | Q(address__startswith="http://"),
                name="related_link_address_is_web",
                violation_error_message="An address begins with https:// or http://.",
            ),
        ]

    def __str__(self) -> str:
        return self.headline or self.address or str(self.target)

    @staticmethod
    def key_of(headline: str) -> str:
        """Give the form of a headline by which links are matched, as long as the column."""
        return normalise(headline)[:500]
