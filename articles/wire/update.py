"""Updates of a story's wire copy: what the story would become, and how one is accepted."""

from dataclasses import dataclass, replace

from django.db import transaction
from django.utils.translation import gettext

from articles import body
from articles.comparison import merge
from articles.core import NewsroomError, NotPossible, locked, refuse
from articles.links import lock_matching
from articles.models import Story, WireCopy, WireOutcome
from articles.stories import WorkingCopy, audit_log, working_copy_of
from articles.text import Message
from articles.wire import actions
from articles.wire.as_story import as_working_copy, newsroom_gazetteer
from articles.wire.dateline_answer import with_dateline
from articles.wire.parse.copy_parts import Copy
from articles.wire.parse.parse import parse
from articles.writing import check_save, save
from newsroom.accounts.models import User


@dataclass(frozen=True, slots=True)
class Update:
    """The working copy that a story would have, and what of the editors' work it would lose."""

    copy: WorkingCopy
    notes: tuple[Message, ...]


def update_of(story: Story, wire_copy: WireCopy, copy: Copy | None = None) -> Update:
    """Return what the story would become by this wire copy, whatever the limits are by now.

    `copy` is the wire copy as it was parsed, if it was just now.

    What copy cannot hold (section, authors, tags, lead picture, slug) stays, and so do the pull
    quotes, pictures and inline links that editors placed, as far as they can.
    """
    old = working_copy_of(story)
    parsed = copy or parse(bytes(wire_copy.source), gazetteer=newsroom_gazetteer())
    new = as_working_copy(parsed)
    if parsed.dateline and parsed.dateline.places == old.places and not parsed.dateline.sure:
        # An editor has said before that it is one.
        new = with_dateline(new, parsed.dateline)
    merged = merge(old.body, new.body, _copied_lines(story))
    updated = replace(
        old,
        headline=new.headline,
        summary=new.summary,
        body=body.write(merged.blocks),
        places=new.places,
        date=new.date,
        agency=new.agency,
    )
    return Update(updated, merged.notes)


def _copied_lines(story: Story) -> list[str]:
    """Return the also-read lines of the copy that the story came from."""
    reports = story.wire_copies.in_story().values_list("report", flat=True)
    return [
        block["text"]
        for report in reports
        for block in report.get("blocks", [])
        if block["kind"] == "also-read"
    ]


def check_accept_update(wire_copy: WireCopy, *, by: User) -> NewsroomError | None:
    """Return why `by` cannot accept this wire copy as an update; None if it is possible."""
    if wire_copy.outcome != WireOutcome.OFFERED or wire_copy.story is None:
        return NotPossible(
            gettext(
                "“%(wire_copy)s” is not offered as an update: it may have been accepted already."
            )
            % {"wire_copy": wire_copy}
        )
    return check_save(wire_copy.story, by=by)


def accept_update(
    wire_copy: WireCopy, *, by: User, version: int | None = None, update: Update | None = None
) -> Story:
    """Put the words of the update into its story's working copy, and return the story.

    It is a save like any other. `version` is the one of the story that the editor saw, and `update`
    what `update_of` has returned for the story as it is now. Raise `NotPossible` if nothing is on
    offer, and what `save` raises, such as `EditConflict`.
    """
    refuse(check_accept_update(wire_copy, by=by))
    story = Story.objects.get(wire_copies=wire_copy)
    # Reading and comparing take time, so they are done before the transaction: others wait for it.
    update = update or update_of(story, wire_copy)
    seen = story.version if version is None else version
    with transaction.atomic():
        lock_matching()
        wire_copy = locked(wire_copy)
        refuse(check_accept_update(wire_copy, by=by))
        story = save(story, update.copy, by=by, version=seen)
        wire_copy.outcome = WireOutcome.ACCEPTED
        wire_copy.save(update_fields=["outcome"])
        audit_log.record(
            story,
            actions.UPDATE_ACCEPTED,
            by=by,
            reason=" ".join(map(str, update.notes)),
            detail={"wire_copy": wire_copy.pk},
        )
    return story
