"""Take wire copy in: each piece in one transaction, its source kept byte for byte."""

import hashlib
from dataclasses import replace

from django.db import DataError, transaction
from django.db.models import F, Q
from django.utils.translation import gettext

from articles.core import Action, NewsroomError, NotAllowed, clock, refuse, translate
from articles.links import Headlines, lock_matching
from articles.models import Story, WireCopy, WireOutcome
from articles.people import permissions
from articles.search import index_wire_copy
from articles.stories import audit_log
from articles.text import isolated
from articles.wire import actions
from articles.wire.as_story import as_working_copy
from articles.wire.fingerprint import fingerprint, fingerprint_of
from articles.wire.parse.copy_parts import Copy, as_json
from articles.wire.parse.decode import UnreadableCopy, decode
from articles.wire.parse.gazetteer import Gazetteer
from articles.wire.read_copy import read_copy
from articles.wire.receipt import ImportResult, Receipt, known
from articles.wire.story_of import story_of
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

    The same text again makes no second story, whatever its encoding and spaces. Another version of
    a known story is offered as its update and changes nothing in it; an agency's notice that
    withdraws a story becomes a warning on it. Whoever takes in many pieces hands in the same
    gazetteer and headlines for all of them, so that these are read once.
    """
    headlines = headlines or Headlines()
    try:
        refuse(check_import(by=by))
        # All that takes time is done before the transaction: others wait for it.
        copy = read_copy(source, gazetteer)
        text = decode(source)
        wire_copy = _wire_copy(source, text, copy, name, by)
        # Copy that arrived before has the fingerprint of all its text.
        former = fingerprint(text)
        with transaction.atomic():
            lock_matching()
            headlines.refresh()
            receipt = _take_in(wire_copy, copy, by, headlines, former)
    except UnreadableCopy as error:
        return Receipt(name, ImportResult.FAILED, translate(error.message))
    except NewsroomError as error:
        return Receipt(name, ImportResult.FAILED, str(error))
    except DataError as error:
        message = gettext("The database cannot store this copy: %(error)s") % {"error": error}
        return Receipt(name, ImportResult.FAILED, message)
    return _with_notes(receipt)


def _wire_copy(source: bytes, text: str, copy: Copy, name: str, by: User) -> WireCopy:
    """Return the copy as it will be stored, without what it becomes."""
    return WireCopy(
        source=source,
        sha256=hashlib.sha256(source).hexdigest(),
        text_sha256=fingerprint_of(text, copy),
        name=name[:255],
        headline=copy.headline,
        headline_key=Story.key_of(copy.headline),
        report=as_json(copy),
        embargo_open=bool(copy.embargo),
        received_by=by,
    )


def _take_in(
    wire_copy: WireCopy, copy: Copy, by: User, headlines: Headlines, former: str
) -> Receipt:
    same = Q(sha256=wire_copy.sha256) | Q(text_sha256__in=(wire_copy.text_sha256, former))
    before = WireCopy.objects.filter(same).defer("source", "report")
    for old in before.order_by(F("story").asc(nulls_last=True), "pk"):
        if old.story or old.outcome == WireOutcome.KILL:
            message = known(old)
            return Receipt(wire_copy.name, ImportResult.KNOWN, message, old.story, old, copy)
        if old.sha256 == wire_copy.sha256:
            # Its draft was deleted: the same bytes are kept once.
            wire_copy.pk = old.pk
    wire_copy.received_at = clock.now()
    kind, story = story_of(copy)
    if kind == "kill":
        return _withdraw(wire_copy, story, copy, by)
    if story:
        return _offer(wire_copy, story, copy, by)
    story = create(as_working_copy(copy), by=by, action=actions.IMPORTED, headlines=headlines)
    _save(wire_copy, story, WireOutcome.CREATED)
    # The notice may have come first.
    for kill in WireCopy.objects.withdrawing().filter(
        story=None, headline_key=wire_copy.headline_key
    ):
        kill.story = story
        kill.save(update_fields=["story"])
        _record(kill, story, actions.KILL_RECEIVED, by)
    message = gettext("New story “%(story)s” (number %(number)s).") % _named(story)
    return Receipt(wire_copy.name, ImportResult.CREATED, message, story, wire_copy, copy)


def _offer(wire_copy: WireCopy, story: Story, copy: Copy, by: User) -> Receipt:
    _save(wire_copy, story, WireOutcome.OFFERED)
    _record(wire_copy, story, actions.UPDATE_OFFERED, by)
    message = gettext(
        "Another version of the story “%(story)s” (number %(number)s): offered as an update."
    ) % _named(story)
    return Receipt(wire_copy.name, ImportResult.OFFERED, message, story, wire_copy, copy)


def _withdraw(wire_copy: WireCopy, story: Story | None, copy: Copy, by: User) -> Receipt:
    _save(wire_copy, story, WireOutcome.KILL)
    if story:
        _record(wire_copy, story, actions.KILL_RECEIVED, by)
        message = gettext(
            "The agency withdraws the story “%(story)s” (number %(number)s): whoever opens it is"
            " warned."
        ) % _named(story)
    else:
        message = gettext(
            "The agency withdraws “%(headline)s”, but no story has this headline. Look for the"
            " story under another one; if it arrives later, it will carry the warning."
        ) % {"headline": isolated(copy.headline)}
    return Receipt(wire_copy.name, ImportResult.WITHDRAWAL, message, story, wire_copy, copy)


def _save(wire_copy: WireCopy, story: Story | None, outcome: WireOutcome) -> None:
    wire_copy.story, wire_copy.outcome = story, outcome
    wire_copy.save()
    index_wire_copy(wire_copy)


def _record(wire_copy: WireCopy, story: Story, action: Action, by: User) -> None:
    audit_log.record(story, action, by=by, detail={"wire_copy": wire_copy.pk})


def _with_notes(receipt: Receipt) -> Receipt:
    """Return the receipt of an update with what accepting it would not keep."""
    if receipt.outcome != ImportResult.OFFERED or not (receipt.story and receipt.wire_copy):
        return receipt
    update = update_of(receipt.story, receipt.wire_copy, receipt.copy)
    return replace(receipt, notes=tuple(translate(note) for note in update.notes))


def _named(story: Story) -> dict[str, object]:
    return {"story": story, "number": story.pk}
