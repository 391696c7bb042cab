"""Cancel a scheduled front: what it would have ended goes on."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from articles.core import NewsroomError, NotPossible, refuse
from articles.frontpage.actions import FRONT_CANCELLED
from articles.frontpage.begin import begin, check_permission, name_of_front
from articles.frontpage.periods import take_out
from articles.models import Front
from articles.stories import audit_log
from newsroom.accounts.models import User


def check_cancel_front(front: Front, *, by: User, now: datetime) -> NewsroomError | None:
    """Return why `by` cannot cancel the front at `now`; None if it is possible."""
    if refusal := check_permission(by):
        return refusal
    if Front.objects.scheduled(now).filter(pk=front.pk).exists():
        return None
    return NotPossible(
        gettext(
            "This front page is no longer scheduled: it has gone live, or somebody cancelled it."
        )
    )


@transaction.atomic
def cancel_front(front: Front, *, by: User) -> None:
    """Cancel the scheduled front: readers never get it. Raise `NotAllowed`, `NotPossible`."""
    now = begin(front.section_id)
    refuse(check_cancel_front(front, by=by, now=now))
    front.refresh_from_db()
    detail = {"front": front.pk, "visible_from": front.valid_from.isoformat()}
    take_out(Front.objects.of(front.section_id), front)
    audit_log.record_of_site(name_of_front(front), FRONT_CANCELLED, by=by, detail=detail)
