"""Decisions on links kept as periods: what the row of a link says now, from when on."""

from collections.abc import Iterable

from articles.core import clock
from articles.models import LinkDecision, LinkState, RelatedLink

_SAME = (
    *("key", "target_id", "url", "state", "label", "headline", "after_body", "position"),
    *("is_release", "released_headline", "by_id", "reason"),
)


def save_link(link: RelatedLink, *, fields: Iterable[str] | None = None) -> None:
    """Save the link, or these fields of it, and keep what holds of it as a period.

    Must run inside a transaction that has locked the link or its story.
    """
    link.save(update_fields=list(fields) if fields else None)
    keep_decisions([link])


def keep_decisions(links: Iterable[RelatedLink]) -> None:
    """End what held of each link if its row says something else, and begin that.

    It takes a query for all that holds, one for what ends and one for what begins.
    """
    made = {link.pk: decision_of(link) for link in links}
    holding = LinkDecision.objects.filter(link__in=made, valid_until__isnull=True)
    held = {decision.link_id: decision for decision in holding}
    ended, begun = [], []
    for pk, decision in made.items():
        holds = held.get(pk)
        if holds and decision and _is_same(holds, decision):
            continue
        if holds:
            start = decision.valid_from if decision else clock.now()
            # A clock that was set back neither ends a decision before it began nor lets two hold.
            holds.valid_until = max(start, holds.valid_from)
            ended.append(holds)
            if decision:
                decision.valid_from = holds.valid_until
        if decision:
            begun.append(decision)
    LinkDecision.objects.bulk_update(ended, ["valid_until"])
    LinkDecision.objects.bulk_create(begun)


def _is_same(held: LinkDecision, made: LinkDecision) -> bool:
    same = all(getattr(held, name) == getattr(made, name) for name in _SAME)
    # A suggestion has no time of its own; a decision that is made again begins again.
    return same and (made.by is None or held.valid_from >= made.valid_from)


def decision_of(link: RelatedLink) -> LinkDecision | None:
    """Return what holds of the link as its row says, unsaved; None if there is nothing to keep."""
    if link.decided_at is None and (not link.key or link.target_id is None):
        return None
    is_approved = link.state == LinkState.APPROVED
    is_release = is_approved and link.released_at is not None
    return LinkDecision(
        link=link,
        story_id=link.story_id,
        key=link.key,
        target_id=link.target_id,
        url=link.url,
        state=link.state,
        label=link.decided_label,
        headline=link.decided_headline,
        after_body=link.decided_after_body,
        position=link.decided_order,
        is_release=is_release,
        released_headline=link.released_headline if is_release else "",
        by=link.decided_by,
        reason=link.reason,
        valid_from=link.decided_at or clock.now(),
    )
