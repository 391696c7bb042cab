"""Rows that belong to blocks of a body: kept in step with the document by their keys."""

from collections.abc import Iterable
from dataclasses import replace

from django.contrib.auth.models import User
from django.utils import timezone

from articles import body, events, permissions
from articles.enums import Act, LinkState
from articles.models import Figure, Picture, PullQuote, RelatedLink, Story


def with_keys_of_targets(
    story: Story, old: Iterable[body.Block], new: Iterable[body.Block]
) -> tuple[body.Block, ...]:
    """Give the new document, each also-read line under the key of a row with its target.

    Readers of an edition keep the target that it was published with, and what moderators
    decide on that. So in a story that has editions a line with another target gets another
    row: the one that it had with this target before, or a new one.
    """
    blocks = tuple(new)
    if not story.editions.exists():
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


def keep_in_step(
    story: Story, old: Iterable[body.Block], new: Iterable[body.Block], *, by: User | None
) -> list[RelatedLink]:
    """Bring the story's keyed rows from the old document to the new one.

    A moved or edited block keeps its row, a removed one is marked and noted in the event
    log, one that comes back finds its row again. Gives the rows of the also-read lines that
    are new or other than before. Must run inside a transaction.
    """
    lines: list[RelatedLink] = []
    before = {block.key: block for block in old if isinstance(block, body.Keyed)}
    after = {block.key: block for block in new if isinstance(block, body.Keyed)}
    quotes = {row.key: row for row in story.pull_quotes.all()}
    links = {row.key: row for row in story.related_links.exclude(key="")}
    figures = {row.key: row for row in story.figures.all()}
    for position, (key, block) in enumerate(after.items()):
        match block:
            case body.PullQuote():
                _pull_quote(story, quotes.pop(key, None), block)
            case body.AlsoRead():
                row = links.pop(key, None)
                lines += _also_read(story, row, before.get(key), block, position, by)
            case body.Figure():
                _figure(story, figures.pop(key, None), block)
    gone: list[PullQuote | RelatedLink | Figure] = [
        *quotes.values(),
        *links.values(),
        *figures.values(),
    ]
    for left in gone:
        if left.removed_at is None:
            left.removed_at = timezone.now()
            left.save(update_fields=["removed_at"])
            detail = {"key": left.key, "kind": left._meta.verbose_name, "text": str(left)}
            events.record(story, Act.BLOCK_REMOVED, by=by, from_state=story.state, detail=detail)
    return lines


def _pull_quote(story: Story, row: PullQuote | None, block: body.PullQuote) -> None:
    if row is None:
        row = PullQuote(story=story, key=block.key)
    wanted = (block.words, block.speaker, None)
    if row._state.adding or (row.words, row.speaker, row.removed_at) != wanted:
        row.words, row.speaker, row.removed_at = wanted
        row.save()


def _figure(story: Story, row: Figure | None, block: body.Figure) -> None:
    if row and row.picture_id == block.picture and not row.removed_at:
        return
    # A number that no picture has simply has no row.
    if not Picture.objects.filter(pk=block.picture).exists():
        return
    if row is None:
        row = Figure(story=story, key=block.key)
    row.picture_id, row.removed_at = block.picture, None
    row.save()


def _also_read(
    story: Story,
    row: RelatedLink | None,
    before: body.Block | None,
    block: body.AlsoRead,
    position: int,
    by: User | None,
) -> list[RelatedLink]:
    row = row or RelatedLink(story=story, key=block.key, state=LinkState.WAITING)
    headline, label = block.headline[:500], block.label[:60]
    was = before.story if isinstance(before, body.AlsoRead) else None
    target = (
        None
        if block.story in (None, was)
        else Story.objects.filter(pk=block.story).exclude(pk=story.pk).first()
    )
    wanted = (headline, label, position, None)
    let_go = was is not None and block.story is None
    if (
        row.pk
        and target is None
        and not let_go
        and wanted == (row.headline, row.label, row.position, row.removed_at)
    ):
        return []
    guessed = row.score is not None
    if let_go or (not target and guessed and headline != row.headline):
        # The matcher's guess was about other words.
        _wait(row)
    row.headline, row.label, row.position, row.removed_at = wanted
    row.headline_key = RelatedLink.key_of(headline)
    if target and (target != row.target or (guessed and row.state == LinkState.SUGGESTED)):
        row.target, row.score = target, None
        row.suggested_by = by
        _decide_or_suggest(row, by)
    row.save()
    return [row]


def _wait(row: RelatedLink) -> None:
    row.target, row.score, row.state = None, None, LinkState.WAITING
    row.suggested_by, row.decided_by, row.decided_at = None, None, None


def _decide_or_suggest(row: RelatedLink, by: User | None) -> None:
    """A link that somebody chose who may decide on links is approved by that."""
    if by and permissions.can_moderate(by):
        row.state, row.decided_by, row.decided_at = LinkState.APPROVED, by, timezone.now()
    else:
        row.state, row.decided_by, row.decided_at = LinkState.SUGGESTED, None, None
