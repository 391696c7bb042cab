"""Revoke a link for an outsider: it opens nothing from then on."""

from django.db import transaction
from django.utils.translation import gettext

from articles.core import NotAllowed, clock, locked, refuse
from articles.models import PreviewLink
from articles.people import permissions
from articles.previews import actions
from articles.stories import audit_log
from newsroom.accounts.models import User


def check_revoke_preview(link: PreviewLink, *, by: User) -> NotAllowed | None:
    """Return a refusal unless `by` made the link, or may share previews of its story."""
    if link.made_by_id == by.pk or permissions.can_share_preview(by, link.story):
        return None
    return NotAllowed(gettext("You may not revoke this preview."))


@transaction.atomic
def revoke_preview(link: PreviewLink, *, by: User) -> PreviewLink:
    """Revoke the link; it stays as it is if it was revoked. Raise `NotAllowed` and `Gone`."""
    story = locked(link.story)
    link = locked(link)
    refuse(check_revoke_preview(link, by=by))
    if link.revoked_at is None:
        link.revoked_at, link.revoked_by = clock.now(), by
        link.save(update_fields=["revoked_at", "revoked_by"])
        detail = {"link": link.pk, "text": link.for_whom}
        audit_log.record(story, actions.REVOKED, by=by, detail=detail)
    return link
