"""Entries as they are written and published, and as readers see them."""

from articles import live
from articles.live import EntryCopy
from articles.models import EntryVersion, LiveEntry, Story
from tests.factories import NOON
from tests.helpers import managing_editor


def write(story: Story, text: str = "<p>Water rises.</p>", **fields: object) -> LiveEntry:
    copy = EntryCopy(text, **fields)  # type: ignore[arg-type]
    return live.write_entry(story, copy, by=managing_editor())


def publish(entry: LiveEntry, **more: object) -> EntryVersion:
    return live.publish_entry(entry, by=managing_editor(), **more)  # type: ignore[arg-type]


def seen(at: object = None) -> list[str]:
    """Return the text of the entries that readers see at the time, newest first."""
    found = EntryVersion.objects.visible(at or NOON).newest_first()  # type: ignore[arg-type]
    return [version.body_html for version in found]
