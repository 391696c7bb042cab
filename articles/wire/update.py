"""Changed versions of a story's copy: what one would become, and taking it over."""

from dataclasses import dataclass, replace

from django.db import transaction

from articles import body
from articles.comparison import merge
from articles.core import NotPossible, locked
from articles.models import Story, WireCopy, WireOutcome
from articles.stories import WorkingCopy, audit_log, working_copy_of
from articles.wire import actions
from articles.wire.as_story import as_working_copy, newsroom_gazetteer
from articles.wire.dateline_answer import with_dateline
from articles.wire.parse.parse import parse
from articles.writing import save
from newsroom.accounts.models import User


@dataclass(frozen=True, slots=True)
class Update:
    """The working copy that a story would have, and what of the editors' work would not stay."""

    copy: WorkingCopy
    notes: tuple[str, ...]


def update_of(story: Story, item: WireCopy) -> Update:
    """Give what the story becomes by the copy of the item, whatever the limits are by now.

    What copy cannot hold (section, authors, tags, lead picture, address) stays, and so do the
    pull quotes, pictures and also-read lines that editors placed, as far as they can.
    """
    old = working_copy_of(story)
    parsed = parse(bytes(item.source), gazetteer=newsroom_gazetteer())
    new = as_working_copy(parsed)
    if parsed.dateline and parsed.dateline.places == old.places:
        # An editor has answered before that it is one.
        new = with_dateline(new, parsed.dateline) if not parsed.dateline.sure else new
    merged = merge(old.body, new.body, _copied_lines(story))
    copy = replace(
        old,
        headline=new.headline,
        summary=new.summary,
        body=body.write(merged.blocks),
        places=new.places,
        date=new.date,
        agency=new.agency,
    )
    return Update(copy, merged.notes)


def _copied_lines(story: Story) -> list[str]:
    """Give the also-read lines of the copy that the story was made of."""
    reports = story.wire_copies.exclude(outcome=WireOutcome.OFFERED).values_list(
        "report", flat=True
    )
    return [
        block["text"]
        for report in reports
        for block in report.get("blocks", [])
        if block["kind"] == "also-read"
    ]


@transaction.atomic
def accept_update(item: WireCopy, *, by: User, version: int | None = None) -> Story:
    """Put the words of an offered version into its story's working copy, as a save by `by`.

    `version` is the one of the story that the editor saw. Raises `NotPossible` if the item is
    not an offer, and what `writing.save` raises.
    """
    item = locked(item)
    if item.outcome != WireOutcome.OFFERED or item.story is None:
        raise NotPossible("This copy is not an update on offer, so it cannot be taken over.")
    update = update_of(item.story, item)
    seen = item.story.version if version is None else version
    story = save(item.story, update.copy, by=by, version=seen)
    item.outcome = WireOutcome.TAKEN
    item.save(update_fields=["outcome"])
    reason = " ".join(update.notes)
    audit_log.record(story, actions.UPDATE_ACCEPTED, by=by, reason=reason, detail={"item": item.pk})
    return story
