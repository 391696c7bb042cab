"""Decisions on related links: they take effect with the reader's next page."""

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from articles import events, permissions
from articles.enums import Act, LinkState
from articles.exceptions import IllegalMove, NewsroomError, NotAllowed
from articles.locking import locked
from articles.models import RelatedLink, Story


def approve(link: RelatedLink, *, by: User, reason: str = "") -> RelatedLink:
    """Let readers see the link. Raises `NotAllowed`, and `IllegalMove` if it has no target."""
    return _decide(link, LinkState.APPROVED, Act.LINK_APPROVED, by, reason)


def reject(link: RelatedLink, *, by: User, reason: str = "") -> RelatedLink:
    """Keep the link from readers. Raises `NotAllowed`, and `IllegalMove` if it has no target."""
    return _decide(link, LinkState.REJECTED, Act.LINK_REJECTED, by, reason)


@transaction.atomic
def suggest(
    story: Story,
    *,
    by: User,
    target: Story | None = None,
    address: str = "",
    headline: str = "",
) -> RelatedLink:
    """Add a link after the body; approved at once if `by` may decide on links.

    Raises `NotAllowed`, and `NewsroomError` unless there is exactly one target.
    """
    if not permissions.can_edit(by, story):
        raise NotAllowed(f"You may not add links to the story “{story}”.")
    if (target is None) == (address == ""):
        raise NewsroomError("Choose either a story or an address outside for the related link.")
    if target == story:
        raise NewsroomError("A story cannot be related to itself. Choose another one.")
    last = story.related_links.order_by("position").last()
    link = RelatedLink.objects.create(
        story=story,
        target=target,
        address=address,
        headline=headline,
        headline_key=RelatedLink.key_of(headline),
        position=last.position + 1 if last else 0,
        suggested_by=by,
    )
    return approve(link, by=by) if permissions.can_moderate(by) else link


@transaction.atomic
def _decide(link: RelatedLink, state: LinkState, act: Act, by: User, reason: str) -> RelatedLink:
    if not permissions.can_moderate(by):
        raise NotAllowed("You may not decide on related links.")
    link = locked(link)
    if link.state == LinkState.WAITING:
        raise IllegalMove(
            f"“{link}” waits for its story: there is nothing to decide yet."
            " Choose its story in the body first, or take the line out there."
        )
    link.state = state
    link.decided_by = by
    link.decided_at = timezone.now()
    link.reason = reason
    link.save(update_fields=["state", "decided_by", "decided_at", "reason"])
    detail = {"link": link.pk, "text": str(link)}
    events.record(link.story, act, by=by, from_state=link.story.state, why=reason, detail=detail)
    return link
