"""What each save left of a story: recorded as one small value, and read again."""

import json
import zlib
from dataclasses import fields
from typing import Any

from articles.exceptions import Damaged
from articles.models import Author, Picture, Revision, Section, Story
from articles.working_copy import WorkingCopy

#: One of so many revisions is full, at least: damage of that one reaches no further.
FULL_ONE_OF = 25


def begin(story: Story, copy: WorkingCopy) -> None:
    """Record the stored copy of a story that was saved before revisions were kept.

    Must run before the story changes: it is recorded with who saved it last, and when.
    """
    if not story.revisions.exists():
        _add(story, copy, [])


def record(story: Story, copy: WorkingCopy, old: WorkingCopy | None) -> None:
    """Record the copy that was just saved; `old` is the one before, None if there was none."""
    names = [field.name for field in fields(WorkingCopy)]
    changed = [name for name in names if old and getattr(old, name) != getattr(copy, name)]
    _add(story, copy, changed)


def read(revision: Revision) -> dict[str, Any]:
    """Give what the revision holds, as `as_data` gives it. Raises `Damaged`."""
    try:
        base = _expand(revision.base.data) if revision.base else b""
        data: dict[str, Any] = json.loads(_expand(revision.data, base))
    except (zlib.error, ValueError) as error:
        raise Damaged(
            f"{str(revision).capitalize()} of “{revision.story}” cannot be read any more: what the"
            f" database holds of it is damaged ({error}). Take another one, or ask whoever keeps"
            " the backups."
        ) from error
    return data


def as_data(copy: WorkingCopy) -> dict[str, Any]:
    """Give the copy as JSON knows it; rows are told by number and name."""
    return {field.name: _plain(getattr(copy, field.name)) for field in fields(WorkingCopy)}


def _plain(value: Any) -> Any:
    match value:
        case tuple():
            return [_plain(one) for one in value]
        case Author() | Section():
            return [value.pk, value.name]
        case Picture():
            return [value.pk, value.caption or value.alt]
        case _:
            return value


def _add(story: Story, copy: WorkingCopy, changed: list[str]) -> None:
    text = json.dumps(as_data(copy), ensure_ascii=False, separators=(",", ":")).encode()
    data = based = _compress(text)
    base, words = _base(story)
    if base:
        based = _compress(text, words)
    small = len(based) * 2 < len(data)
    Revision.objects.create(
        story=story,
        number=story.version,
        at=story.changed_at,
        by=story.changed_by,
        changed=changed,
        base=base if small else None,
        data=based if small else data,
    )


def _base(story: Story) -> tuple[Revision | None, bytes]:
    """Give the newest full revision and its text, unless enough depend on it already."""
    if story.version == 1:
        return None, b""
    near = story.revisions.filter(base=None, number__gt=story.version - FULL_ONE_OF).first()
    try:
        return near, _expand(near.data) if near else b""
    except zlib.error:
        # Damage of what is past stops no save.
        return None, b""


def _compress(text: bytes, base: bytes = b"") -> bytes:
    # What stands in `base` as well costs next to nothing.
    how = zlib.compressobj(zlib.Z_BEST_COMPRESSION, zdict=base)
    return how.compress(text) + how.flush()


def _expand(data: bytes | memoryview, base: bytes = b"") -> bytes:
    how = zlib.decompressobj(zdict=base)
    text = how.decompress(data)
    if not how.eof:
        raise zlib.error("it is cut short")
    return text
