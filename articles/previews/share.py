"""Make a link to the latest revision of a story, for somebody without an account."""

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext, ngettext

from articles.core import (
    BadTime,
    Embargoed,
    NewsroomError,
    NotAllowed,
    NotPossible,
    clock,
    format_time_in_full,
    locked,
    refuse,
)
from articles.models import PreviewLink, Story
from articles.people import permissions
from articles.previews import actions
from articles.publishing import Situation, situation_of
from articles.stories import audit_log, check_agency
from articles.text import one_form
from newsroom.accounts.models import User

#: Days after which every link has expired.
LONGEST_DAYS = 90
#: Characters of the name of whoever it is for.
LONGEST_NAME = 120
#: Links of a story that are open at a time.
MOST = 50


def check_share_preview(story: Story, *, by: User) -> NewsroomError | None:
    """Return why `by` cannot share a preview of the story now; None if it is possible."""
    if not permissions.can_share_preview(by, story):
        return NotAllowed(
            gettext("You may not share a preview of the story “%(story)s”.") % {"story": story}
        )
    now = situation_of(story, clock.now())
    return _check_embargo(now, by=by) or _check_not_withdrawn(now) or _check_room(now)


@transaction.atomic
def share_preview(story: Story, *, by: User, for_whom: str, days: int) -> PreviewLink:
    """Return a new link to the story as it is saved now, which expires after `days`.

    Raise `NotAllowed`, `Embargoed`, `NotPossible`, `BadTime`, and `NewsroomError` if it is for
    nobody.
    """
    story = locked(story)
    refuse(check_share_preview(story, by=by))
    if not 1 <= days <= LONGEST_DAYS:
        raise BadTime(
            ngettext(
                "A preview is open for at most %(most)s day.",
                "A preview is open for at most %(most)s days.",
                LONGEST_DAYS,
            )
            % {"most": LONGEST_DAYS}
        )
    name = one_form(for_whom)[:LONGEST_NAME]
    if not name:
        raise NewsroomError(
            gettext("Say whom the preview is for, so that you can recognise it later.")
        )
    revision = story.revisions.first()
    if revision is None:
        raise NotPossible(gettext("Save the story first, then share a preview of it."))
    now = clock.now()
    until = now + timedelta(days=days)
    link = PreviewLink.objects.create(
        story=story, revision=revision, for_whom=name, made_at=now, made_by=by, expires_at=until
    )
    detail = {"link": link.pk, "text": name, "until": until.isoformat()}
    audit_log.record(story, actions.SHARED, by=by, detail=detail)
    return link


def _check_embargo(now: Situation, *, by: User) -> Embargoed | None:
    if now.embargoed_until is None or permissions.can_change_embargo(by, now.story):
        return None
    return Embargoed(
        gettext(
            "The story is under embargo until %(time)s: ask somebody who may change the embargo to"
            " share a preview of it."
        )
        % {"time": format_time_in_full(now.embargoed_until)}
    )


def _check_not_withdrawn(now: Situation) -> NotPossible | None:
    if now.is_withdrawn:
        return NotPossible(gettext("The story was withdrawn, so no preview of it can be shown."))
    return check_agency(now.story)


def _check_room(now: Situation) -> NotPossible | None:
    if now.story.preview_links.open_at(now.at).count() < MOST:
        return None
    return NotPossible(
        ngettext(
            "The story has %(most)s open preview. Revoke one that is no longer needed.",
            "The story has %(most)s open previews. Revoke those that are no longer needed.",
            MOST,
        )
        % {"most": MOST}
    )
