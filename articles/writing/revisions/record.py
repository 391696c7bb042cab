"""Record each save of a story."""

import json
import zlib
from dataclasses import fields

from articles.core import compress, expand
from articles.models import Revision, Story
from articles.stories import WorkingCopy
from articles.writing.revisions.data import as_data
from articles.writing.revisions.schema import SCHEMA

#: At least one in this many revisions is stored in full, so damage reaches no further than that.
FULL_ONE_OF = 25


def record_first(story: Story, copy: WorkingCopy) -> None:
    """Record the stored copy of a story that has no revision, as whoever saved it last.

    Must run before the story changes. Rows that did not come through `create` are such stories.
    """
    if not story.revisions.exists():
        _add(story, copy, [])


def record_save(story: Story, copy: WorkingCopy, old: WorkingCopy | None) -> None:
    """Record the copy that was just saved; `old` is the one before, None if there was none."""
    names = [field.name for field in fields(WorkingCopy)]
    changed = [name for name in names if old and getattr(old, name) != getattr(copy, name)]
    _add(story, copy, changed)


def _add(story: Story, copy: WorkingCopy, changed: list[str]) -> None:
    text = json.dumps(as_data(copy), ensure_ascii=False, separators=(",", ":")).encode()
    data = based = compress(text)
    base, dictionary = _base(story)
    if base:
        based = compress(text, dictionary)
    is_small = len(based) * 2 < len(data)
    Revision.objects.create(
        story=story,
        number=story.version,
        at=story.changed_at,
        by=story.changed_by,
        changed=changed,
        base=base if is_small else None,
        schema=SCHEMA,
        data=based if is_small else data,
    )


def _base(story: Story) -> tuple[Revision | None, bytes]:
    """Return the newest full revision and its text, unless enough depend on it already."""
    if story.version == 1:
        return None, b""
    near = story.revisions.filter(base=None, number__gt=story.version - FULL_ONE_OF).first()
    try:
        return near, expand(near.data) if near else b""
    except zlib.error:
        # Damage to the past stops no save.
        return None, b""
