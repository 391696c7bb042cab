"""Rows that belong to blocks of a body: kept in step with the document by the blocks' keys."""

from collections.abc import Iterable
from typing import TypeVar

from django.utils import timezone

from articles import body
from articles.links import sync_inline_links
from articles.models import Figure, Picture, PullQuote, RelatedLink, Story
from articles.stories import audit_log
from articles.writing import actions
from newsroom.accounts.models import User

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
    removed: list[PullQuote | RelatedLink | Figure] = [
        *_sync_pull_quotes(story, blocks),
        *removed_links,
        *_sync_figures(story, blocks),
    ]
    for row in removed:
        detail = {"key": row.key, "kind": str(row._meta.verbose_name), "text": str(row)}
        audit_log.record(story, actions.BLOCK_REMOVED, by=by, detail=detail)
    return links


def _sync_pull_quotes(story: Story, blocks: Iterable[body.Block]) -> list[PullQuote]:
    rows = {row.key: row for row in story.pull_quotes.all()}
    for block in blocks:
        if isinstance(block, body.PullQuote):
            row = rows.pop(block.key, None) or PullQuote(story=story, key=block.key)
            wanted = (block.words, block.speaker, None)
            if not row.pk or (row.words, row.speaker, row.removed_at) != wanted:
                row.words, row.speaker, row.removed_at = wanted
                row.save()
    return _mark_removed(rows.values())


def _sync_figures(story: Story, blocks: Iterable[body.Block]) -> list[Figure]:
    rows = {row.key: row for row in story.figures.all()}
    for block in blocks:
        if not isinstance(block, body.Figure):
            continue
        row = rows.pop(block.key, None) or Figure(story=story, key=block.key)
        known = row.pk and (row.picture_id, row.removed_at) == (block.picture, None)
        # A number that no picture has simply has no row.
        if not known and Picture.objects.filter(pk=block.picture).exists():
            row.picture_id, row.removed_at = block.picture, None
            row.save()
    return _mark_removed(rows.values())


def _mark_removed(rows: Iterable[Row]) -> list[Row]:
    """Mark the rows whose block is gone, and return those that were not marked before."""
    removed = [row for row in rows if row.removed_at is None]
    for row in removed:
        row.removed_at = timezone.now()
        row.save(update_fields=["removed_at"])
    return removed
