"""Take wire copy in: each piece in one transaction, its source kept byte for byte."""

import hashlib

from django.db import DataError, transaction
from django.utils import timezone
from django.utils.translation import gettext

from articles.core import NewsroomError, NotAllowed, refuse, translate
from articles.links import Headlines, lock_matching
from articles.models import Story, WireCopy, WireOutcome
from articles.people import permissions
from articles.stories import audit_log
from articles.wire import actions
from articles.wire.as_story import as_working_copy
from articles.wire.parse.copy_parts import Copy, as_json
from articles.wire.parse.decode import UnreadableCopy
from articles.wire.parse.gazetteer import Gazetteer
from articles.wire.read_copy import read_copy
from articles.wire.receipt import ImportResult, Receipt
from articles.wire.update import update_of
from articles.writing import create
from newsroom.accounts.models import User


def check_import(*, by: User) -> NotAllowed | None:
    """Return a refusal unless `by` may import wire copy."""
    if permissions.can_write(by):
        return None
    return NotAllowed(
        gettext("You may not import wire copy. Ask a managing editor for the permission.")
    )


def ingest(
    source: bytes,
    *,
    name: str,
    by: User,
    gazetteer: Gazetteer | None = None,
    headlines: Headlines | None = None,
) -> Receipt:
    """Take in one piece of copy. If that fails, the receipt says why, and nothing is written.

    The same bytes again make no second story. Another version of a known headline is offered as
    an update of that story and changes nothing in it. Whoever takes in many pieces hands in the
    same gazetteer and headlines for all of them, so that these are read once.
    """
    headlines = headlines or Headlines()
    try:
        copy = read_copy(source, gazetteer)
        with transaction.atomic():
            lock_matching()
            headlines.refresh()
            return _take_in(source, copy, name, by, headlines)
    except UnreadableCopy as error:
        return Receipt(name, ImportResult.FAILED, translate(error.message))
    except NewsroomError as error:
        return Receipt(name, ImportResult.FAILED, str(error))
    except DataError as error:
        message = gettext("The database cannot store this copy: %(error)s") % {"error": error}
        return Receipt(name, ImportResult.FAILED, message)


def _take_in(source: bytes, copy: Copy, name: str, by: User, headlines: Headlines) -> Receipt:
    refuse(check_import(by=by))
    digest = hashlib.sha256(source).hexdigest()
    wire_copy = WireCopy.objects.filter(sha256=digest).first()
    if wire_copy and wire_copy.story:
        message = _known(WireOutcome(wire_copy.outcome), wire_copy.story)
        return Receipt(name, ImportResult.KNOWN, message, wire_copy.story, wire_copy, copy)
    wire_copy = wire_copy or WireCopy(sha256=digest, source=source)
    wire_copy.name, wire_copy.headline = name[:255], copy.headline
    wire_copy.report = as_json(copy)
    wire_copy.received_at, wire_copy.received_by = timezone.now(), by
    if story := Story.objects.filter(headline_key=Story.key_of(copy.headline)).first():
        return _offer(wire_copy, story, copy, name, by)
    story = create(as_working_copy(copy), by=by, action=actions.IMPORTED, headlines=headlines)
    wire_copy.story, wire_copy.outcome = story, WireOutcome.CREATED
    wire_copy.save()
    message = gettext("New story “%(story)s” (number %(number)s).") % _named(story)
    return Receipt(name, ImportResult.CREATED, message, story, wire_copy, copy)


def _offer(wire_copy: WireCopy, story: Story, copy: Copy, name: str, by: User) -> Receipt:
    wire_copy.story, wire_copy.outcome = story, WireOutcome.OFFERED
    wire_copy.save()
    detail = {"wire_copy": wire_copy.pk}
    audit_log.record(story, actions.UPDATE_OFFERED, by=by, detail=detail)
    message = gettext(
        "Another version of the story “%(story)s” (number %(number)s): offered as an update."
    ) % _named(story)
    notes = tuple(translate(note) for note in update_of(story, wire_copy).notes)
    return Receipt(name, ImportResult.OFFERED, message, story, wire_copy, copy, notes)


def _known(outcome: WireOutcome, story: Story) -> str:
    """Return what became of bytes that are imported again."""
    match outcome:
        case WireOutcome.CREATED:
            text = gettext("Imported before: it became the story “%(story)s” (number %(number)s).")
        case WireOutcome.OFFERED:
            text = gettext(
                "Imported before: it is offered as an update of the story “%(story)s”"
                " (number %(number)s)."
            )
        case WireOutcome.ACCEPTED:
            text = gettext(
                "Imported before: it was accepted as an update of the story “%(story)s”"
                " (number %(number)s)."
            )
    return text % _named(story)


def _named(story: Story) -> dict[str, object]:
    return {"story": story, "number": story.pk}
