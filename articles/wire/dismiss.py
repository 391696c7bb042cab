"""What an editor does with wire copy that is not to change the story at which it is offered."""

from django.db import transaction
from django.utils.translation import gettext

from articles.core import NewsroomError, NotAllowed, NotPossible, locked, refuse
from articles.links import lock_matching
from articles.models import Story, WireCopy, WireOutcome
from articles.people import permissions
from articles.stories import audit_log
from articles.wire import actions
from articles.wire.as_story import as_working_copy, newsroom_gazetteer
from articles.wire.ingest import check_import
from articles.wire.parse.parse import parse
from articles.wire.update import check_accept_update
from articles.writing import create
from newsroom.accounts.models import User


def check_dismiss(wire_copy: WireCopy, *, by: User) -> NewsroomError | None:
    """Return why `by` cannot dismiss this offer or withdrawal; None if it is possible."""
    if wire_copy.outcome != WireOutcome.KILL:
        return check_accept_update(wire_copy, by=by)
    if wire_copy.story and not permissions.can_publish(by, wire_copy.story):
        return NotAllowed(
            gettext("You may not decide whether the story “%(story)s” is kept.")
            % {"story": wire_copy.story}
        )
    if wire_copy.story is None:
        return NotPossible(
            gettext("“%(wire_copy)s” does not concern any story.") % {"wire_copy": wire_copy}
        )
    return None


@transaction.atomic
def dismiss(wire_copy: WireCopy, *, by: User) -> None:
    """Leave the story as it is: the copy is no longer offered, or no longer warns.

    Raise `NotAllowed` and `NotPossible`.
    """
    lock_matching()
    wire_copy = locked(wire_copy)
    refuse(check_dismiss(wire_copy, by=by))
    story = Story.objects.get(wire_copies=wire_copy)
    withdraws = wire_copy.outcome == WireOutcome.KILL
    wire_copy.outcome = WireOutcome.DISMISSED
    wire_copy.save(update_fields=["outcome"])
    action = actions.KILL_DISMISSED if withdraws else actions.UPDATE_DISMISSED
    audit_log.record(story, action, by=by, detail={"wire_copy": wire_copy.pk})


def check_make_own_story(wire_copy: WireCopy, *, by: User) -> NewsroomError | None:
    """Return why `by` cannot make a story of its own of this offer; None if it is possible."""
    return check_accept_update(wire_copy, by=by) or check_import(by=by)


def make_own_story(wire_copy: WireCopy, *, by: User) -> Story:
    """Make a story of its own of copy that is offered as an update, and return the new story.

    The story at which it was offered stays as it is. Raise `NotAllowed` and `NotPossible`.
    """
    refuse(check_make_own_story(wire_copy, by=by))
    # Reading takes time, so it is done before the transaction: others wait for it.
    copy = as_working_copy(parse(bytes(wire_copy.source), gazetteer=newsroom_gazetteer()))
    with transaction.atomic():
        lock_matching()
        wire_copy = locked(wire_copy)
        refuse(check_make_own_story(wire_copy, by=by))
        old = Story.objects.get(wire_copies=wire_copy)
        story = create(copy, by=by, action=actions.IMPORTED)
        wire_copy.story, wire_copy.outcome = story, WireOutcome.CREATED
        wire_copy.save(update_fields=["story", "outcome"])
        detail = {"wire_copy": wire_copy.pk, "story": story.pk}
        audit_log.record(old, actions.UPDATE_DISMISSED, by=by, detail=detail)
    return story
