"""Decisions on related links: they take effect with the reader's next page."""

from dataclasses import asdict
from hashlib import blake2b
from typing import Any

from django.db import transaction
from django.utils.translation import gettext

from articles.core import (
    Action,
    NewsroomError,
    NotAllowed,
    NotPossible,
    clock,
    format_time,
    locked,
    refuse,
)
from articles.links import actions
from articles.links.decision import AS_WRITTEN, DECIDED, Display, mark_decided, mark_suggested
from articles.links.periods import save_link
from articles.links.rules import check_approve
from articles.models import LinkState, RelatedLink
from articles.people import name_of, permissions
from articles.stories import audit_log
from newsroom.accounts.models import User


def check_decide(link: RelatedLink, *, by: User) -> NewsroomError | None:
    """Return why `by` cannot approve or reject the link; None if it is possible."""
    if not permissions.can_moderate(by):
        return NotAllowed(gettext("You may not decide on related links."))
    if link.state == LinkState.WAITING:
        return NotPossible(
            gettext(
                "“%(link)s” is waiting for its story, so there is nothing to decide yet. Choose its"
                " story in the body first, or remove the link there."
            )
            % {"link": link}
        )
    return None


def check_reopen(link: RelatedLink, *, by: User) -> NewsroomError | None:
    """Return why `by` cannot undo the decision on the link; None if it is possible."""
    if refusal := check_decide(link, by=by):
        return refusal
    if link.decided_by is None:
        return NotPossible(
            gettext("“%(link)s” is already waiting for a decision.") % {"link": link}
        )
    return None


class LinkChanged(NewsroomError):
    """The link is no longer what the page showed when somebody decided on it."""


def shown_of_link(link: RelatedLink) -> str:
    """Return what a page that shows the link has to carry: two digests of what it says.

    The second is of what readers got of its target then. It takes no query where
    `with_target_shown` has found that out.
    """
    row = (
        *(link.target_id, link.url, link.label, str(link), link.state),
        *(link.decided_by_id, link.decided_at),
    )
    return "-".join(map(_digest, (row, _target_shown(link))))


def _digest(told: tuple[Any, ...]) -> str:
    return blake2b(repr(told).encode(), digest_size=12).hexdigest()


def _target_shown(link: RelatedLink) -> tuple[Any, ...]:
    if not hasattr(link, "target_live"):
        link = RelatedLink.objects.with_target_shown(clock.now()).get(pk=link.pk)
    return tuple(getattr(link, name) for name in ("target_live", "target_note", "page_since"))


def approve(
    link: RelatedLink,
    *,
    by: User,
    reason: str = "",
    shown: str | None = None,
    display: Display = AS_WRITTEN,
) -> RelatedLink:
    """Let readers see the link, now, in these words and at this place.

    `shown` is what the page with the decision carried, None if there was no page. Raise
    `NotAllowed`, `NotPossible` if it has no target, and `LinkChanged`.
    """
    return _decide(link, LinkState.APPROVED, actions.APPROVED, by, reason, shown, display)


def reject(
    link: RelatedLink, *, by: User, reason: str = "", shown: str | None = None
) -> RelatedLink:
    """Keep the link from readers. Takes and raises what `approve` does."""
    return _decide(link, LinkState.REJECTED, actions.REJECTED, by, reason, shown)


@transaction.atomic
def reopen(link: RelatedLink, *, by: User, shown: str | None = None) -> RelatedLink:
    """Undo the decision on the link: it waits for one again. Takes and raises what `approve` does.

    Raise `NotPossible` too if nobody has decided.
    """
    locked(link.story)
    link = locked(link)
    refuse(check_reopen(link, by=by) or _check_shown(link, shown, by=by))
    mark_suggested(link)
    save_link(link, fields=DECIDED)
    detail = {"link": link.pk, "text": str(link)}
    audit_log.record(link.story, actions.REOPENED, by=by, detail=detail)
    return link


@transaction.atomic
def _decide(
    link: RelatedLink,
    state: LinkState,
    action: Action,
    by: User,
    reason: str,
    shown: str | None,
    display: Display = AS_WRITTEN,
) -> RelatedLink:
    # Two moderators at once would not see what the other adds to the story. As those who save it
    # do, they lock the story first.
    locked(link.story)
    link = locked(link)
    refuse(check_decide(link, by=by) or _check_shown(link, shown, by=by))
    if state == LinkState.APPROVED:
        refuse(check_approve(link))
    mark_decided(link, by=by, state=state, reason=reason, display=display)
    if state == LinkState.APPROVED and not link.key:
        link.released_at, link.released_headline = link.decided_at, link.headline
    save_link(link, fields=[*DECIDED, "released_at", "released_headline"])
    detail: dict[str, Any] = {"link": link.pk, "text": str(link)}
    if display != AS_WRITTEN:
        detail["display"] = asdict(display)
    audit_log.record(link.story, action, by=by, reason=reason, detail=detail)
    return link


def _check_shown(link: RelatedLink, shown: str | None, *, by: User) -> LinkChanged | None:
    now = shown_of_link(link)
    if shown is None or shown == now:
        return None
    if shown.partition("-")[0] == now.partition("-")[0]:
        return LinkChanged(
            gettext(
                "The page to which “%(link)s” leads has changed since this page was opened. Your"
                " decision was not saved; look at it again."
            )
            % {"link": link}
        )
    if link.decided_by and link.decided_by != by:
        return LinkChanged(_said_by_whom(link))
    return LinkChanged(
        gettext(
            "“%(link)s” has changed since this page was opened: it leads to “%(target)s” and is"
            " %(state)s. Your decision was not saved; look at it again."
        )
        % {
            "link": link,
            "target": link.target or link.url,
            "state": LinkState(link.state).label,
        }
    )


def _said_by_whom(link: RelatedLink) -> str:
    if link.state == LinkState.APPROVED:
        told = gettext("%(person)s approved “%(link)s” on %(time)s. Your decision was not saved.")
    else:
        told = gettext("%(person)s rejected “%(link)s” on %(time)s. Your decision was not saved.")
    values = {"person": name_of(link.decided_by), "link": link}
    return told % {**values, "time": format_time(link.decided_at or clock.now())}
