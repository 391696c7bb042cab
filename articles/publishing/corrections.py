"""Corrections and other public notes on published stories: added or retracted, never changed."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from articles.core import NewsroomError, NotAllowed, NotPossible, locked, refuse
from articles.models import Correction, CorrectionKind, PublishedVersion, Story
from articles.people import permissions
from articles.publishing import actions
from articles.publishing.begin import begin
from articles.publishing.situation import Situation
from articles.stories import audit_log
from newsroom.accounts.models import User


def check_add_correction(
    now: Situation, *, by: User, at: datetime | None = None
) -> NewsroomError | None:
    """Return why `by` cannot add a note that readers see from `at` on (None: now)."""
    if refusal := _check_permission(now.story, by=by):
        return refusal
    if now.visible(at or now.at) is None:
        return NotPossible(
            gettext("Readers do not see the story “%(story)s”: change its text instead.")
            % {"story": now.story}
        )
    return None


@transaction.atomic
def add_correction(
    story: Story,
    *,
    by: User,
    kind: CorrectionKind,
    text: str,
    version: PublishedVersion | None = None,
) -> Correction:
    """Add a note that readers see from now on, or from when the version starts to which it belongs.

    It stands on the story's page and among all corrections. Raise `NotAllowed`, `NotPossible`
    where readers do not see the story then, and `NewsroomError` where the note has no words.
    """
    now = begin(story)
    story, start = now.story, version.visible_from if version else now.at
    refuse(check_add_correction(now, by=by, at=start))
    text = " ".join(text.split())
    if not text:
        raise NewsroomError(gettext("Write what readers should know."))
    correction = Correction.objects.create(
        story=story, published_version=version, kind=kind, text=text, at=start, by=by
    )
    detail = {"correction": correction.pk, "kind": kind, "text": text}
    detail |= {"visible_from": start.isoformat()}
    audit_log.record(story, actions.CORRECTION_ADDED, by=by, detail=detail)
    return correction


def check_retract_correction(now: Situation, *, by: User) -> NewsroomError | None:
    """Return why `by` cannot retract any note of the story; None if it is possible."""
    if refusal := _check_permission(now.story, by=by):
        return refusal
    if not now.corrections:
        return NotPossible(
            gettext("The story “%(story)s” has no note for readers.") % {"story": now.story}
        )
    return None


@transaction.atomic
def retract_correction(correction: Correction, *, by: User, reason: str) -> Correction:
    """Retract a note, for a reason that the audit log keeps.

    Raise `NotAllowed`, `NotPossible` if it was retracted before, and `NewsroomError` without a
    reason.
    """
    correction = locked(correction)
    refuse(_check_permission(correction.story, by=by))
    if correction.retracted_at:
        raise NotPossible(gettext("This note has been retracted already."))
    if not reason.strip():
        raise NewsroomError(gettext("Say why the note is retracted."))
    _retract(correction, by, reason.strip())
    return correction


def retract_with(version: PublishedVersion, *, by: User) -> None:
    """Retract the notes that were to come with the version, which has been unscheduled."""
    for correction in _coming_with(version):
        _retract(correction, by, gettext("The version that it came with was unscheduled."))


def move_with(version: PublishedVersion, moved: PublishedVersion, *, by: User) -> None:
    """Let the notes that were to come with `version` come with `moved`, which replaces it."""
    for correction in _coming_with(version):
        _retract(correction, by, gettext("The version that it comes with was rescheduled."))
        kind = CorrectionKind(correction.kind)
        add_correction(moved.story, by=by, kind=kind, text=correction.text, version=moved)


def reattach(version: PublishedVersion, again: PublishedVersion) -> None:
    """Let the notes of `version` belong to `again`, which starts at the same time in its place."""
    version.corrections.update(published_version=again)


def _coming_with(version: PublishedVersion) -> list[Correction]:
    return list(version.corrections.filter(retracted_at=None, at__gt=timezone.now()))


def _retract(correction: Correction, by: User, reason: str) -> None:
    correction.retracted_at, correction.retracted_by = timezone.now(), by
    correction.retraction_reason = reason
    correction.save(update_fields=["retracted_at", "retracted_by", "retraction_reason"])
    detail = {"correction": correction.pk, "text": correction.text}
    audit_log.record(
        correction.story, actions.CORRECTION_RETRACTED, by=by, reason=reason, detail=detail
    )


def _check_permission(story: Story, *, by: User) -> NotAllowed | None:
    if permissions.can_publish(by, story):
        return None
    return NotAllowed(
        gettext("You may not add or retract notes on the story “%(story)s”.") % {"story": story}
    )
