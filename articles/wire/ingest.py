"""Wire copy in: each piece in one transaction, its source kept byte for byte."""

import hashlib
from dataclasses import dataclass

from django.conf import settings
from django.db import DataError, transaction
from django.utils import timezone

from articles.core import NewsroomError, NotAllowed
from articles.links import Headlines, one_at_a_time
from articles.models import Story, WireCopy, WireOutcome
from articles.people import permissions
from articles.stories import audit_log
from articles.wire import actions
from articles.wire.as_story import as_working_copy, newsroom_gazetteer
from articles.wire.parse.copy_parts import Copy, as_json
from articles.wire.parse.decode import UnreadableCopy, decode
from articles.wire.parse.gazetteer import Gazetteer
from articles.wire.parse.parse import parse
from articles.wire.update import update_of
from articles.writing import create
from newsroom.accounts.models import User

LONGEST_HEADLINE = 300
BECAME = {
    WireOutcome.CREATED: "became",
    WireOutcome.OFFERED: "are on offer as an update of",
    WireOutcome.TAKEN: "were taken over into",
}


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of one piece of copy: created, known, offered or failed, and why."""

    name: str
    outcome: str
    message: str
    story: Story | None = None
    item: WireCopy | None = None
    copy: Copy | None = None
    #: What an update on offer would not keep of the editors' work, or not at its place.
    notes: tuple[str, ...] = ()


def read_copy(source: bytes, gazetteer: Gazetteer | None = None) -> Copy:
    """Parse copy within the newsroom's limits. Raises `UnreadableCopy`; writes nothing."""
    most = settings.NEWSROOM_WIRE_MAX_BYTES
    if len(source) > most:
        raise UnreadableCopy(
            f"The copy has more than the {most:,} bytes that are allowed:"
            " split it, or raise NEWSROOM_WIRE_MAX_BYTES."
        )
    copy = parse(source, gazetteer=gazetteer or newsroom_gazetteer())
    if len(copy.headline) > LONGEST_HEADLINE:
        raise UnreadableCopy(
            f"Line {line_of(copy.headline, source)}: the headline has {len(copy.headline)}"
            f" characters, more than {LONGEST_HEADLINE}."
            " Does the copy begin with its headline, on a line of its own?"
        )
    return copy


def line_of(text: str, source: bytes, *, after: int = 0, last: bool = False) -> int | None:
    """Give the number of the first (or last) line, after one, that `text` begins with."""
    found = [
        number
        for number, line in enumerate(decode(source).splitlines(), start=1)
        if number > after and line.strip() and text.startswith(line.strip())
    ]
    return found[-1 if last else 0] if found else None


def ingest(
    source: bytes,
    *,
    name: str,
    by: User,
    gazetteer: Gazetteer | None = None,
    headlines: Headlines | None = None,
) -> Receipt:
    """Take in one piece of copy; errors are told in the receipt, and then nothing is written.

    The same bytes again make no second story. Another version of a known headline is
    offered as an update of that story and changes nothing in it. A run over many pieces
    hands in the same gazetteer and headlines for all, so that they are read once.
    """
    headlines = headlines or Headlines()
    try:
        copy = read_copy(source, gazetteer)
        with transaction.atomic():
            one_at_a_time()
            headlines.refresh()
            return _take_in(source, copy, name, by, headlines)
    except (UnreadableCopy, NewsroomError) as error:
        return Receipt(name, "failed", str(error))
    except DataError as error:
        return Receipt(name, "failed", f"The copy holds something that cannot be stored: {error}")


def _take_in(source: bytes, copy: Copy, name: str, by: User, headlines: Headlines) -> Receipt:
    if not permissions.can_write(by):
        raise NotAllowed("You may not import copy. Ask a managing editor for the permission.")
    digest = hashlib.sha256(source).hexdigest()
    item = WireCopy.objects.filter(sha256=digest).first()
    if item and item.story:
        said = f"These bytes are known: they {BECAME[WireOutcome(item.outcome)]} the story"
        said += f" “{item.story}” (number {item.story.pk})."
        return Receipt(name, "known", said, item.story, item, copy)
    item = item or WireCopy(sha256=digest, source=source)
    item.name, item.headline, item.report = name[:255], copy.headline, as_json(copy)
    item.received_at, item.received_by = timezone.now(), by
    known = Story.objects.filter(headline_key=Story.key_of(copy.headline)).first()
    if known:
        item.story, item.outcome = known, WireOutcome.OFFERED
        item.save()
        audit_log.record(known, actions.UPDATE_OFFERED, by=by, detail={"item": item.pk})
        said = f"Another version of the story “{known}” (number {known.pk}): offered as an update."
        return Receipt(name, "offered", said, known, item, copy, update_of(known, item).notes)
    story = create(as_working_copy(copy), by=by, action=actions.IMPORTED, headlines=headlines)
    item.story, item.outcome = story, WireOutcome.CREATED
    item.save()
    said = f"New story “{story}” (number {story.pk})."
    return Receipt(name, "created", said, story, item, copy)
