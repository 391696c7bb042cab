"""What readers see, and where stories stand with them: the only place that says so."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Subquery, Value, When
from django.db.models.expressions import Combinable

from articles.enums import EditionKind, LinkState, Standing, State

if TYPE_CHECKING:
    from articles.models import Correction, Edition, RelatedLink, Story  # noqa: F401

#: An aware time, or what stands for one in a query that is made once.
Time = datetime | Combinable


def in_force(at: Time) -> Q:
    """Give the condition of an edition, of any kind, whose period holds the aware time `at`."""
    return Q(visible_from__lte=at) & (Q(visible_until__isnull=True) | Q(visible_until__gt=at))


def visible(at: Time) -> Q:
    """Give the condition of an edition that readers see at the aware time `at`."""
    return in_force(at) & Q(kind=EditionKind.STORY)


#: Editions with a period of some length: one that was called off ends as it starts.
HAS_PERIOD = Q(visible_until__isnull=True) | Q(visible_until__gt=F("visible_from"))


def _editions(story: type[Story]) -> EditionQuerySet:
    model: Any = story._meta.get_field("editions").related_model
    editions: EditionQuerySet = model._default_manager.all()
    return editions


class EditionQuerySet(models.QuerySet["Edition"]):
    """Editions, by what readers see of them."""

    def visible(self, at: Time) -> Self:
        """Give the editions that readers see at the aware time `at`: one a story at most."""
        return self.filter(visible(at))

    def tombstones(self, at: datetime) -> Self:
        """Give the withdrawal notices that stand at the aware time `at`."""
        return self.filter(in_force(at), kind=EditionKind.TOMBSTONE)

    def began(self, at: datetime) -> Self:
        """Give the editions that readers could see at some time up to the aware time `at`."""
        return self.filter(HAS_PERIOD, kind=EditionKind.STORY, visible_from__lte=at)

    def to_come(self, at: datetime) -> Self:
        """Give the editions and notices that start after the aware time `at` and still stand."""
        return self.filter(HAS_PERIOD, visible_from__gt=at)

    def stories_to_come(self, at: datetime) -> Self:
        """Give the editions, without notices, that readers are to see after the aware `at`."""
        return self.to_come(at).filter(kind=EditionKind.STORY)

    def to_end(self, at: datetime) -> Self:
        """Give the editions and notices that end just at the aware time `at`: one a story."""
        return self.filter(HAS_PERIOD, visible_until=at)

    def in_force_or_to_come(self, at: datetime) -> Self:
        """Give the editions and notices that have not ended by the aware time `at`."""
        return self.filter(HAS_PERIOD, Q(visible_until__isnull=True) | Q(visible_until__gt=at))

    def newest_first(self) -> Self:
        """Order by first publication, newest first; the key breaks ties."""
        return self.order_by("-published_at", "-pk")

    def older_than(self, published_at: Time, pk: int | Combinable) -> Self:
        """Give what follows the edition with this time and key in `newest_first`."""
        return self.filter(
            Q(published_at__lt=published_at) | Q(published_at=published_at, pk__lt=pk)
        )


class StoryQuerySet(models.QuerySet["Story"]):
    """Stories, with their standing."""

    def drafts_of(self, person: int | None) -> Self:
        """Give the drafts that the account of this number started."""
        return self.filter(state=State.DRAFT, created_by=person)

    def with_standing(self, at: datetime) -> Self:
        """Add `standing` (a `Standing` value) as of the aware time `at`."""
        own = _editions(self.model).filter(story=OuterRef("pk"))
        return self.annotate(
            standing=Case(
                When(Exists(own.visible(at)), then=Value(Standing.LIVE.value)),
                When(Exists(own.tombstones(at)), then=Value(Standing.WITHDRAWN.value)),
                When(
                    Exists(own.stories_to_come(at)),
                    then=Value(Standing.SCHEDULED.value),
                ),
                default=Value(Standing.UNPUBLISHED.value),
                output_field=models.CharField(),
            )
        )


class CorrectionQuerySet(models.QuerySet["Correction"]):
    """Public notes, by what readers see of them."""

    def visible(self, at: datetime) -> Self:
        """Give the notes that stand at the aware time `at`."""
        return self.filter(
            Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gt=at),
            at__lte=at,
        )

    def with_story(self, at: datetime) -> Self:
        """Give those whose story readers see at the aware time `at`: adds `slug`, `headline`."""
        story: Any = self.model._meta.get_field("story").related_model
        seen = _editions(story).visible(at).filter(story=OuterRef("story_id"))
        return self.annotate(
            slug=Subquery(seen.values("slug")[:1]),
            headline=Subquery(seen.values("headline")[:1]),
        ).filter(slug__isnull=False)

    def older_than(self, at: datetime, pk: int) -> Self:
        """Give what follows the note with this time and key, newest first."""
        return self.filter(Q(at__lt=at) | Q(at=at, pk__lt=pk))


class RelatedLinkQuerySet(models.QuerySet["RelatedLink"]):
    """Related links, by where they stand with moderators and readers."""

    def placed(self) -> Self:
        """Give the links that stand in their story: not removed from its body."""
        return self.filter(removed_at__isnull=True)

    def to_moderate(self, at: datetime) -> Self:
        """Give the links that stand in their story, or were cut from its draft only.

        Readers keep a line that was cut until the draft is published: they see it, or will,
        by an edition that was made before.
        """
        stories: Any = self.model._meta.get_field("story").related_model
        editions: EditionQuerySet = stories._meta.get_field("editions").related_model.objects.all()
        with_it = editions.in_force_or_to_come(at).filter(
            story=OuterRef("story"), kind=EditionKind.STORY, made_at__lte=OuterRef("removed_at")
        )
        return self.filter(Q(removed_at__isnull=True) | (~Q(key="") & Exists(with_it)))

    def undecided(self) -> Self:
        """Give the placed links on which nobody has decided yet."""
        return self.placed().filter(state__in=[LinkState.WAITING, LinkState.SUGGESTED])

    def for_readers(self, at: Time) -> Self:
        """Give the links not rejected whose target, if a story, readers see at the aware time `at`.

        Adds `target_slug` and `target_headline` of the edition that they see, None where
        the link has no target story.
        """
        story: Any = self.model._meta.get_field("target").related_model
        # Not joined over stories, which change with each save of a draft.
        seen = (
            _editions(story)
            .visible(at)
            .filter(story=OuterRef("target_id"))
            # There is one at most. This order, that of an index, lets PostgreSQL take that index.
            .order_by("-visible_from")
        )
        return (
            # Which inline links appear is frozen in the edition: a draft's cut reaches nobody.
            self.filter(Q(removed_at__isnull=True) | ~Q(key=""))
            .exclude(state=LinkState.REJECTED)
            .annotate(
                target_slug=Subquery(seen.values("slug")[:1]),
                target_headline=Subquery(seen.values("headline")[:1]),
            )
            .filter(Q(target__isnull=True) | Q(target_slug__isnull=False))
            .order_by("position", "pk")
        )
