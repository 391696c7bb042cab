"""Related links by what moderators decided, and by what readers see."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery

from articles.models.choices import Change, CorrectionKind, LinkState, VersionKind
from articles.models.correction import Correction
from articles.models.links.linked_page import LinkedPage
from articles.models.published_version import HAS_PERIOD, PublishedVersion

if TYPE_CHECKING:
    from articles.models.related_link import RelatedLink

#: What changed longer ago is not asked about any more.
LOOKED_BACK = timedelta(days=30)


class RelatedLinkQuerySet(models.QuerySet["RelatedLink"]):
    """Related links by what moderators decided and readers see; datetimes are timezone-aware."""

    def placed(self) -> Self:
        """Return the links that are in their story: not removed from its body."""
        return self.filter(removed_at__isnull=True)

    def after_body(self) -> Self:
        """Return the links that the working copy has after its body, in their order."""
        return self.placed().filter(key="").order_by("position", "pk")

    def released_since(self, made_at: datetime) -> Self:
        """Return the links after the body that were released to readers after this datetime."""
        return self.filter(key="", released_at__gt=made_at).order_by("released_at", "pk")

    def to_moderate(self, at: datetime) -> Self:
        """Return the links that are in their story, or were only cut from its draft.

        Readers keep a link that was cut until the draft is published: they see it, or will, in a
        version that was made before.
        """
        with_it = PublishedVersion.objects.in_force_or_scheduled(at).filter(
            story=OuterRef("story"), kind=VersionKind.STORY, made_at__lte=OuterRef("removed_at")
        )
        return self.filter(Q(removed_at__isnull=True) | Exists(with_it))

    def to_decide(self, at: datetime) -> Self:
        """Return the placed links that wait for a moderator at `at`, the longest wait first.

        Those on which nobody has decided, and those to be looked at again.
        """
        waiting = Q(state=LinkState.SUGGESTED) | self._is_other(at)
        return self.placed().filter(waiting).order_by("suggested_at", "pk")

    def to_review(self, at: datetime) -> Self:
        """Return the approved links whose target is, at `at`, no longer what was approved.

        Since then it was withdrawn or corrected, or got another headline; or the page of another
        site has died. Readers keep the link.
        """
        return self.filter(self._is_other(at))

    def _is_other(self, at: datetime) -> Q:
        # As keys, each of the two is found on its own, by what is rare.
        links = RelatedLinkQuerySet(self.model, using=self.db).filter(state=LinkState.APPROVED)
        changed, died = links._with_changed_target(at), links._with_dead_page(at)
        return Q(pk__in=changed.values("pk")) | Q(pk__in=died.values("pk"))

    def _with_dead_page(self, at: datetime) -> Self:
        dead = LinkedPage.objects.dead(at)
        died = dead.filter(url=OuterRef("url"), state_since__gt=OuterRef("decided_at"))
        return self.filter(Exists(died), url__in=dead.values("url"))

    def _with_changed_target(self, at: datetime) -> Self:
        versions = PublishedVersion.objects.filter(HAS_PERIOD)
        approved = versions.filter(
            story=OuterRef("story_id"),
            kind=VersionKind.STORY,
            visible_from__lte=OuterRef(OuterRef("decided_at")),
        ).order_by("-visible_from")
        since = versions.filter(
            story=OuterRef("target_id"),
            visible_from__gt=OuterRef("decided_at"),
            visible_from__lte=at,
        )
        other = (
            Q(kind=VersionKind.WITHDRAWAL)
            | Q(change=Change.CORRECTION)
            | ~Q(headline=Subquery(approved.values("headline")[:1]))
        )
        notes = _corrections(at).filter(story=OuterRef("target_id"), at__gt=OuterRef("decided_at"))
        # Few stories, found by their times: what was approved is asked about links to these only.
        began = PublishedVersion.objects.in_period(at - LOOKED_BACK, at).exclude(
            change=Change.FIRST
        )
        noted = _corrections(at).filter(at__gt=at - LOOKED_BACK)
        return self.filter(
            Q(target__in=began.values("story")) | Q(target__in=noted.values("story")),
            Exists(since.filter(other)) | Exists(notes),
        )

    def with_target_shown(self, at: datetime) -> Self:
        """Return the links, each with what says how its target stood at `at`.

        `target_live` and `target_note` are the keys of what readers saw of a story and of its
        latest public note; `page_since` says since when the page of another site is as it is.
        """
        live = PublishedVersion.objects.visible(at).filter(story=OuterRef("target_id"))
        notes = Correction.objects.visible(at).filter(story=OuterRef("target_id"))
        page = LinkedPage.objects.filter(url=OuterRef("url"))
        return self.annotate(
            target_live=Subquery(live.values("pk")[:1]),
            target_note=Subquery(notes.order_by("-pk").values("pk")[:1]),
            page_since=Subquery(page.values("state_since")[:1]),
        )

    def to_check(self) -> Self:
        """Return the placed links to pages of other sites that readers see or may get to see."""
        return self.placed().exclude(url="").exclude(state=LinkState.REJECTED)

    def following(self, link: RelatedLink) -> Self:
        """Return what comes after this link in the order of `to_decide`."""
        return self.filter(
            Q(suggested_at__gt=link.suggested_at)
            | Q(suggested_at=link.suggested_at, pk__gt=link.pk)
        )

    def undecided(self) -> Self:
        """Return the placed links on which nobody has decided yet."""
        return self.placed().filter(state__in=[LinkState.WAITING, LinkState.SUGGESTED])


def _corrections(at: datetime) -> models.QuerySet[Correction]:
    return Correction.objects.visible(at).filter(kind=CorrectionKind.CORRECTION)
