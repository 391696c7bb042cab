"""Rows that belong to blocks of a body: kept in step with the document by the blocks' keys."""

from collections.abc import Iterable
from typing import TypeVar

from articles import body
from articles.core import clock
from articles.links import sync_inline_links
from articles.models import Figure, Picture, PullQuote, RelatedLink, Story
from articles.stories import audit_log
from articles.writing import actions
from newsroom.accounts.models import User

Removed = PullQuote | RelatedLink | Figure
Row = TypeVar("Row", bound=PullQuote | Figure)


def sync_blocks(
    story: Story, old: Iterable[body.Block], new: Iterable[body.Block], *, by: User | None
) -> list[RelatedLink]:
    """Bring the story's keyed rows from the old document to the new one.

    A moved or edited block keeps its row, a removed one is marked and recorded in the audit log,
    one that comes back finds its row again. Return the rows of the inline links that are new or
    have changed. Must run inside a transaction.
    """
    blocks = tuple(new)
    links, removed_links = sync_inline_links(story, old, blocks, by=by)
    removed: list[Removed] = [
        *_sync_pull_quotes(story, blocks),
        *removed_links,
        *_sync_figures(story, blocks),
    ]
    record_removed(story, removed, by=by)
    return links


def record_removed(story: Story, rows: Iterable[Removed], *, by: User | None) -> None:
    """Record in the audit log that these rows were removed from the working copy."""
    details = [
        {"key": row.key, "kind": str(row._meta.verbose_name), "text": str(row)} for row in rows
    ]
    audit_log.record_each(story, actions.BLOCK_REMOVED, details, by=by)


def _sync_pull_quotes(story: Story, blocks: Iterable[body.Block]) -> list[PullQuote]:
    rows = {row.key: row for row in story.pull_quotes.all()}
    new: list[PullQuote] = []
    changed: list[PullQuote] = []
    for block in blocks:
        if isinstance(block, body.PullQuote):
            row = rows.pop(block.key, None) or PullQuote(story=story, key=block.key)
            wanted = (block.words, block.speaker, None)
            if not row.pk or (row.words, row.speaker, row.removed_at) != wanted:
                row.words, row.speaker, row.removed_at = wanted
                (changed if row.pk else new).append(row)
    removed = _mark_removed(rows.values())
    PullQuote.objects.bulk_create(new)
    PullQuote.objects.bulk_update([*changed, *removed], ["words", "speaker", "removed_at"])
    return removed


def _sync_figures(story: Story, blocks: Iterable[body.Block]) -> list[Figure]:
    rows = {row.key: row for row in story.figures.select_related("picture")}
    new: list[Figure] = []
    changed: list[Figure] = []
    for block in blocks:
        if not isinstance(block, body.Figure):
            continue
        row = rows.pop(block.key, None) or Figure(story=story, key=block.key)
        if not row.pk or (row.picture_id, row.removed_at) != (block.picture, None):
            row.picture_id, row.removed_at = block.picture, None
            (changed if row.pk else new).append(row)
    removed = _mark_removed(rows.values())
    # A number that no picture has simply has no row.
    named = {row.picture_id for row in (*new, *changed)}
    there = set(Picture.objects.filter(pk__in=named).values_list("pk", flat=True))
    Figure.objects.bulk_create(row for row in new if row.picture_id in there)
    kept = [row for row in changed if row.picture_id in there]
    Figure.objects.bulk_update([*kept, *removed], ["picture", "removed_at"])
    return removed


def _mark_removed(rows: Iterable[Row]) -> list[Row]:
    """Mark the rows whose block is gone, unsaved; return those that were not marked before."""
    removed = [row for row in rows if row.removed_at is None]
    now = clock.now() if removed else None
    for row in removed:
        row.removed_at = now
    return removed
