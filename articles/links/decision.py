"""The states of a related link, and what each of them says of target and decision."""

from django.utils import timezone

from articles.models import LinkState, RelatedLink
from newsroom.accounts.models import User


def mark_waiting(link: RelatedLink) -> None:
    """Let the link wait for its story, without target, suggestion or decision; unsaved."""
    link.target, link.score, link.suggested_by = None, None, None
    _set_state(link, LinkState.WAITING)


def mark_suggested(link: RelatedLink) -> None:
    """Let the link wait for a moderator's decision; unsaved."""
    _set_state(link, LinkState.SUGGESTED)


def mark_decided(
    link: RelatedLink, *, by: User, state: LinkState = LinkState.APPROVED, reason: str = ""
) -> None:
    """Note that `by` approved or rejected the link now, and why; unsaved."""
    _set_state(link, state)
    link.decided_by, link.decided_at, link.reason = by, timezone.now(), reason


def _set_state(link: RelatedLink, state: LinkState) -> None:
    link.state, link.decided_by, link.decided_at = state, None, None
