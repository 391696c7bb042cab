"""Wire copy in: each piece in one transaction, its source kept byte for byte."""

import hashlib
from dataclasses import dataclass, replace

from django.conf import settings
from django.contrib.auth.models import User
from django.db import DataError, transaction
from django.utils import timezone

from articles import body, events, matching, permissions, working_copy, writing
from articles.enums import Act, WireOutcome
from articles.exceptions import IllegalMove, NewsroomError, NotAllowed
from articles.matching import Headlines
from articles.models import Place, Story, WireItem
from articles.text import normalise
from articles.wire.gazetteer import Gazetteer
from articles.wire.parse import Copy, UnreadableCopy, as_json, decode, parse
from articles.working_copy import WorkingCopy

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
    item: WireItem | None = None
    copy: Copy | None = None


def newsroom_gazetteer() -> Gazetteer:
    """Give the gazetteer with the newsroom's own places, as they are now."""
    return Gazetteer(extra=Place.objects.values_list("name", flat=True))


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


def line_of(text: str, source: bytes, *, last: bool = False) -> int | None:
    """Give the number of the first (or last) line of the source that `text` begins with."""
    found = [
        number
        for number, line in enumerate(decode(source).splitlines(), start=1)
        if line.strip() and text.startswith(line.strip())
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
            matching.one_at_a_time()
            headlines.refresh()
            return _take_in(source, copy, name, by, headlines)
    except (UnreadableCopy, NewsroomError) as error:
        return Receipt(name, "failed", str(error))
    except DataError as error:
        return Receipt(name, "failed", f"The copy holds something that cannot be stored: {error}")


def _take_in(source: bytes, copy: Copy, name: str, by: User, headlines: Headlines) -> Receipt:
    if not permissions.can_write(by):
        raise NotAllowed("You may not import copy. Ask your chief for the permission.")
    digest = hashlib.sha256(source).hexdigest()
    item = WireItem.objects.filter(sha256=digest).first()
    if item and item.story:
        said = f"These bytes are known: they {BECAME[WireOutcome(item.outcome)]} the story"
        said += f" “{item.story}” (number {item.story.pk})."
        return Receipt(name, "known", said, item.story, item, copy)
    item = item or WireItem(sha256=digest, source=source)
    item.name, item.headline, item.report = name[:255], copy.headline, as_json(copy)
    item.received_at, item.received_by = timezone.now(), by
    known = Story.objects.filter(headline_key=Story.key_of(copy.headline)).first()
    if known:
        item.story, item.outcome = known, WireOutcome.OFFERED
        item.save()
        events.record(
            known, Act.UPDATE_OFFERED, by=by, from_state=known.state, detail={"item": item.pk}
        )
        said = f"Another version of the story “{known}” (number {known.pk}): offered as an update."
        return Receipt(name, "offered", said, known, item, copy)
    story = writing.create(as_working_copy(copy), by=by, act=Act.IMPORTED, headlines=headlines)
    item.story, item.outcome = story, WireOutcome.CREATED
    item.save()
    said = f"New story “{story}” (number {story.pk})."
    return Receipt(name, "created", said, story, item, copy)


def as_working_copy(copy: Copy) -> WorkingCopy:
    """Give the working copy that parsed copy becomes; a dateline that is not sure stays text."""
    blocks = tuple(
        body.AlsoRead(body.new_key(), block.headline, block.label)
        if block.kind == "also-read"
        else body.paragraph(block.text)
        for block in copy.blocks
    )
    dateline = copy.dateline if copy.dateline and copy.dateline.sure else None
    return WorkingCopy(
        headline=copy.headline,
        summary=copy.summary,
        body=body.write(blocks),
        places=dateline.places if dateline else (),
        date=dateline.date if dateline else "",
        agency=dateline.agency if dateline else "",
    )


def offered_copy(item: WireItem) -> WorkingCopy:
    """Give the working copy that a stored item becomes, whatever the limits are by now."""
    return as_working_copy(parse(bytes(item.source), gazetteer=newsroom_gazetteer()))


@transaction.atomic
def take_over(item: WireItem, *, by: User) -> Story:
    """Put the words of an offered version into its story's working copy, as a save by `by`.

    What the copy does not hold (section, authors, tags, lead picture, address) stays, and an
    also-read line with the same headline keeps its link. Raises `IllegalMove` if the item is
    not an offer, and what `writing.save` raises.
    """
    item = WireItem.objects.select_for_update().get(pk=item.pk)
    if item.outcome != WireOutcome.OFFERED or item.story is None:
        raise IllegalMove("This copy is not an update on offer, so it cannot be taken over.")
    old = working_copy.of(item.story)
    new = offered_copy(item)
    taken = replace(
        old,
        headline=new.headline,
        summary=new.summary,
        body=_with_lines_of(old.body, new.body),
        places=new.places,
        date=new.date,
        agency=new.agency,
    )
    story = writing.save(item.story, taken, by=by)
    item.outcome = WireOutcome.TAKEN
    item.save(update_fields=["outcome"])
    events.record(story, Act.UPDATE_TAKEN, by=by, detail={"item": item.pk})
    return story


def _with_lines_of(old: str, new: str) -> str:
    """Give the new body, its also-read lines with the key and story of the same line in the old."""
    known = {
        normalise(block.headline): block
        for block in body.read(old)
        if isinstance(block, body.AlsoRead)
    }
    return body.write(
        replace(block, key=before.key, story=before.story)
        if isinstance(block, body.AlsoRead)
        and (before := known.pop(normalise(block.headline), None))
        else block
        for block in body.read(new)
    )
