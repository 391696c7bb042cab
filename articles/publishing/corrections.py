"""Corrections and other public notes on published stories: added or retracted, never changed."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from articles.core import NewsroomError, NotAllowed, NotPossible, clock, locked, refuse
from articles.models import Correction, CorrectionKind, PublishedVersion, Story
from articles.people import permissions
from articles.publishing import actions
from articles.publishing.begin import begin
from articles.publishing.situation import Situation
from articles.stories import audit_log
from newsroom.accounts.models import User


def check_add_correction(now: Situation, *, by: User) -> NewsroomError | None:
    """Return why `by` cannot add a note that readers see from now on; None if it is possible."""
    if refusal := _check_permission(now.story, by=by):
        return refusal
    if now.live is None:
        return NotPossible(
            gettext("Readers do not see the story “%(story)s”: change its text instead.")
            % {"story": now.story}
        )
    return None


@transaction.atomic
def add_correction(story: Story, *, by: User, kind: CorrectionKind, text: str) -> Correction:
    """Add a note that readers see from now on, on the story's page and among all corrections.

    Raise `NotAllowed`, `NotPossible` where readers do not see the story, and `NewsroomError`
    where the note has no words.
    """
    now = begin(story)
    refuse(check_add_correction(now, by=by))
    if not text.strip():
        raise NewsroomError(gettext("Write what readers should know."))
    return _add(now.story, by, kind, text, now.at)


def add_with(version: PublishedVersion, *, by: User, kind: CorrectionKind, text: str) -> Correction:
    """Add a note that readers see from when the version starts to which it belongs."""
    return _add(version.story, by, kind, text, version.visible_from, version)


def check_retract_correction(
    now: Situation, *, by: User, correction: Correction | None = None
) -> NewsroomError | None:
    """Return why `by` cannot retract this note of the story; None if it is possible.

    Where `correction` is None, return why there is none that readers see and `by` can retract.
    """
    if refusal := _check_permission(now.story, by=by):
        return refusal
    if correction is not None:
        retracted = correction.retracted_at is not None
        return NotPossible(gettext("This has been retracted already.")) if retracted else None
    if not now.corrections:
        return NotPossible(
            gettext("The story “%(story)s” has no correction to retract.") % {"story": now.story}
        )
    return None


@transaction.atomic
def retract_correction(correction: Correction, *, by: User, reason: str) -> Correction:
    """Retract a note, for a reason that the audit log keeps.

    Raise `NotAllowed`, `NotPossible` if it was retracted before, and `NewsroomError` without a
    reason.
    """
    now = begin(correction.story)
    correction = locked(correction)
    refuse(check_retract_correction(now, by=by, correction=correction))
    if not reason.strip():
        raise NewsroomError(gettext("Say why it is retracted."))
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
        add_with(moved, by=by, kind=kind, text=correction.text)


def reattach(version: PublishedVersion, again: PublishedVersion) -> None:
    """Let the notes of `version` belong to `again`, which starts at the same time in its place."""
    version.corrections.update(published_version=again)


def _coming_with(version: PublishedVersion) -> list[Correction]:
    return list(version.corrections.filter(retracted_at=None, at__gt=clock.now()))


def _add(
    story: Story,
    by: User,
    kind: CorrectionKind,
    text: str,
    start: datetime,
    version: PublishedVersion | None = None,
) -> Correction:
    text = " ".join(text.split())
    correction = Correction.objects.create(
        story=story, published_version=version, kind=kind, text=text, at=start, by=by
    )
    detail = {"correction": correction.pk, "kind": kind, "text": text}
    detail |= {"visible_from": start.isoformat()}
    audit_log.record(story, actions.CORRECTION_ADDED, by=by, detail=detail)
    return correction


def _retract(correction: Correction, by: User, reason: str) -> None:
    correction.retracted_at, correction.retracted_by = clock.now(), by
    correction.retraction_reason = reason
    correction.save(update_fields=["retracted_at", "retracted_by", "retraction_reason"])
    detail = {"correction": correction.pk, "text": correction.text}
    audit_log.record(
        correction.story, actions.CORRECTION_RETRACTED, by=by, reason=reason, detail=detail
    )


def _check_permission(story: Story, *, by: User) -> NotAllowed | None:
    if permissions.can_publish(by, story):
        return None
    return NotAllowed(gettext("You may not correct the story “%(story)s”.") % {"story": story})
