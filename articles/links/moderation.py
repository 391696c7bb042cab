"""Decisions on related links: they take effect with the reader's next page."""

from django.db import transaction
from django.utils.translation import gettext

from articles.core import Action, NewsroomError, NotAllowed, NotPossible, locked, refuse
from articles.links import actions
from articles.links.decision import mark_decided
from articles.models import LinkState, RelatedLink, Story
from articles.people import permissions
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


def approve(link: RelatedLink, *, by: User, reason: str = "") -> RelatedLink:
    """Let readers see the link. Raise `NotAllowed`, and `NotPossible` if it has no target."""
    return _decide(link, LinkState.APPROVED, actions.APPROVED, by, reason)


def reject(link: RelatedLink, *, by: User, reason: str = "") -> RelatedLink:
    """Keep the link from readers. Raise `NotAllowed`, and `NotPossible` if it has no target."""
    return _decide(link, LinkState.REJECTED, actions.REJECTED, by, reason)


def check_suggest(
    story: Story, *, by: User, target: Story | None, url: str
) -> NewsroomError | None:
    """Return why `by` cannot add such a link after the body; None if it is possible."""
    if not permissions.can_edit(by, story):
        return NotAllowed(
            gettext("You may not add links to the story “%(story)s”.") % {"story": story}
        )
    if (target is None) == (url == ""):
        return NewsroomError(
            gettext("Choose either a story or an external URL for the related link.")
        )
    if target == story:
        return NewsroomError(gettext("A story cannot be related to itself. Choose another one."))
    return None


@transaction.atomic
def suggest(
    story: Story,
    *,
    by: User,
    target: Story | None = None,
    url: str = "",
    headline: str = "",
) -> RelatedLink:
    """Add a link after the body and return it; it is approved at once if `by` moderates links.

    Raise `NotAllowed`, and `NewsroomError` unless there is exactly one target.
    """
    refuse(check_suggest(story, by=by, target=target, url=url))
    last = story.related_links.order_by("position").last()
    link = RelatedLink.objects.create(
        story=story,
        target=target,
        url=url,
        headline=headline,
        headline_key=RelatedLink.key_of(headline),
        position=last.position + 1 if last else 0,
        suggested_by=by,
    )
    return approve(link, by=by) if permissions.can_moderate(by) else link


@transaction.atomic
def _decide(
    link: RelatedLink, state: LinkState, action: Action, by: User, reason: str
) -> RelatedLink:
    link = locked(link)
    refuse(check_decide(link, by=by))
    mark_decided(link, by=by, state=state, reason=reason)
    link.save(update_fields=["state", "decided_by", "decided_at", "reason"])
    detail = {"link": link.pk, "text": str(link)}
    audit_log.record(link.story, action, by=by, reason=reason, detail=detail)
    return link
