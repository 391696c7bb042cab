"""The states of a related link, and what each of them says of target and decision."""

from dataclasses import dataclass

from articles.core import clock
from articles.models import LinkState, RelatedLink
from newsroom.accounts.models import User


@dataclass(frozen=True, slots=True)
class Display:
    """How readers see an approved link, where that differs from its story.

    Empty words are the story's. `after_body` moves an inline link below the text; `order` is its
    place among the links there, from 1 on.
    """

    label: str = ""
    headline: str = ""
    after_body: bool = False
    order: int | None = None


AS_WRITTEN = Display()
#: The columns that a decision writes.
DECIDED = (
    *("state", "decided_by", "decided_at", "reason"),
    *("decided_label", "decided_headline", "decided_after_body", "decided_order"),
)


def mark_waiting(link: RelatedLink) -> None:
    """Let the link wait for its story, without target, suggestion or decision; unsaved."""
    link.target, link.score, link.suggested_by = None, None, None
    _set_state(link, LinkState.WAITING)


def mark_suggested(link: RelatedLink) -> None:
    """Let the link wait for a moderator's decision; unsaved."""
    _set_state(link, LinkState.SUGGESTED)


def mark_decided(
    link: RelatedLink,
    *,
    by: User,
    state: LinkState = LinkState.APPROVED,
    reason: str = "",
    display: Display = AS_WRITTEN,
) -> None:
    """Note that `by` approved or rejected the link now, why, and how readers see it; unsaved."""
    _set_state(link, state, display)
    link.decided_by, link.decided_at, link.reason = by, clock.now(), reason


def _set_state(link: RelatedLink, state: LinkState, display: Display = AS_WRITTEN) -> None:
    link.state, link.decided_by, link.decided_at, link.reason = state, None, None, ""
    link.decided_label, link.decided_headline = display.label, display.headline
    link.decided_after_body, link.decided_order = display.after_body, display.order
