"""Related links inside a body: each has a row, kept in step with its block by the block's key."""

from collections.abc import Iterable
from dataclasses import replace

from articles import body
from articles.core import clock
from articles.links.decision import DECIDED, mark_decided, mark_suggested, mark_waiting
from articles.links.periods import keep_decisions
from articles.links.rules import Approved, approved_links, check_approve
from articles.models import LinkState, RelatedLink, Story
from articles.people import permissions
from newsroom.accounts.models import User

#: The columns of a row that a save of its story may change.
WRITTEN = (
    *("position", "label", "headline", "headline_key", "target", "score", "suggested_by"),
    *("removed_at", *DECIDED),
)


def with_keys_of_targets(
    story: Story, old: Iterable[body.Block], new: Iterable[body.Block]
) -> tuple[body.Block, ...]:
    """Return the new document, each inline link under the key of a row with its target.

    Readers of a published version keep the target that it was published with, and what moderators
    decide on that. So in a story that has versions, a link with another target gets another row:
    the one that it had with this target before, or a new one.
    """
    blocks = tuple(new)
    if not story.published_versions.exists():
        return blocks
    before = {block.key: block for block in old if isinstance(block, body.AlsoRead)}
    rows = {row.key: row for row in story.related_links.exclude(key="")}
    taken = {block.key for block in blocks if isinstance(block, body.Keyed)}
    free = {row.target_id: row.key for row in rows.values() if row.key not in taken}
    return tuple(
        replace(block, key=free.pop(block.story, "") or body.new_key())
        if isinstance(block, body.AlsoRead)
        and block.key in rows
        and _has_another_target(rows[block.key], before.get(block.key), block)
        else block
        for block in blocks
    )


def _has_another_target(
    row: RelatedLink, before: body.AlsoRead | None, block: body.AlsoRead
) -> bool:
    if before and before.story != block.story:
        return block.story != row.target_id
    # The matcher's guess was about other words.
    return bool(row.target_id) and row.score is not None and block.headline[:500] != row.headline


def sync_inline_links(
    story: Story,
    old: Iterable[body.Block],
    new: Iterable[body.Block],
    *,
    by: User | None,
) -> tuple[list[RelatedLink], list[RelatedLink]]:
    """Bring the rows of the story's inline links from the old document to the new one.

    Return the rows that are new or have changed, and those whose block was removed just now.
    Must run inside a transaction.
    """
    before = {block.key: block for block in old if isinstance(block, body.AlsoRead)}
    rows = {row.key: row for row in story.related_links.exclude(key="")}
    keyed = [block for block in new if isinstance(block, body.Keyed)]
    targets = _chosen(story, before, keyed)
    may_approve = bool(targets) and by is not None and permissions.can_moderate(by)
    approved = approved_links(story) if may_approve else None
    changed = [
        row
        for position, block in enumerate(keyed)
        if isinstance(block, body.AlsoRead)
        and (
            row := _sync(
                story, rows.pop(block.key, None), before, block, position, by, targets, approved
            )
        )
    ]
    removed = [row for row in rows.values() if row.removed_at is None]
    now = clock.now() if removed else None
    for row in removed:
        row.removed_at = now
    known, new_rows = ([row for row in changed if bool(row.pk) is had] for had in (True, False))
    RelatedLink.objects.bulk_update(known, WRITTEN)
    # Nothing else: a moderator may have decided in the meantime.
    RelatedLink.objects.bulk_update(removed, ["removed_at"])
    RelatedLink.objects.bulk_create(new_rows)
    keep_decisions([*known, *(row for row in new_rows if row.target_id)])
    return changed, removed


def _chosen(
    story: Story, before: dict[str, body.AlsoRead], blocks: Iterable[body.Block]
) -> dict[int, Story]:
    """Return the stories that somebody has chosen in this save, by primary key."""
    chosen = {
        block.story
        for block in blocks
        if isinstance(block, body.AlsoRead) and block.story != _story_before(before, block)
    }
    found = Story.objects.exclude(pk=story.pk).defer("body")
    return found.in_bulk(chosen - {None}) if chosen - {None} else {}


def _story_before(before: dict[str, body.AlsoRead], block: body.AlsoRead) -> int | None:
    return before[block.key].story if block.key in before else None


def _sync(
    story: Story,
    row: RelatedLink | None,
    before: dict[str, body.AlsoRead],
    block: body.AlsoRead,
    position: int,
    by: User | None,
    targets: dict[int, Story],
    approved: list[Approved] | None,
) -> RelatedLink | None:
    """Bring one row up to date, unsaved; return it if it is new or has changed.

    `approved` are the story's approved links, None if `by` may not approve one.
    """
    if row is None:
        row = RelatedLink(story=story, key=block.key)
        mark_waiting(row)
    headline, label = block.headline[:500], block.label[:60]
    was = _story_before(before, block)
    target = targets.get(block.story) if block.story not in (None, was) else None
    wanted = (headline, label, position, None)
    let_go = was is not None and block.story is None
    same = wanted == (row.headline, row.label, row.position, row.removed_at)
    if row.pk and target is None and not let_go and same:
        return None
    guessed = row.score is not None
    if let_go or (not target and guessed and headline != row.headline):
        # The matcher's guess was about other words.
        mark_waiting(row)
    row.headline, row.label, row.position, row.removed_at = wanted
    row.headline_key = RelatedLink.key_of(headline)
    if target and (target.pk != row.target_id or (guessed and row.state == LinkState.SUGGESTED)):
        row.target, row.score, row.suggested_by = target, None, by
        if by and approved is not None and check_approve(row, approved) is None:
            mark_decided(row, by=by)
            approved.append(Approved(row.pk, row.target_id, row.url))
        else:
            mark_suggested(row)
    return row
