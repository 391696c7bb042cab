"""The entries of a live blog in the demo, published, corrected and withdrawn at their times."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from articles import body, live
from articles.core import clock
from articles.demo.body_text import blocks_of, figures_in
from articles.demo.newsroom import Newsroom
from articles.demo.people import account_of
from articles.demo.story_file import StoryFile, read_fields
from articles.demo.timetable import duration
from articles.models import Story
from newsroom.accounts.models import User


@dataclass(frozen=True, slots=True)
class EntryFile:
    """An entry: the fields above its text, and the text. docs/demo.md says what they mean."""

    fields: Mapping[str, str]
    text: str


def entries_of(file: StoryFile) -> Iterator[EntryFile]:
    """Yield the entries of the story, in the order in which they were written."""
    for part in file.entries.split("\n---\n") if file.entries else ():
        head, _, text = part.partition("\n\n")
        yield EntryFile(read_fields(head), text.strip())


def cover(story: Story, file: StoryFile, newsroom: Newsroom, *, start: datetime, by: User) -> None:
    """Let the story be a live blog from `start` on, whose coverage still runs; `by` publishes."""
    entries = list(entries_of(file))
    if not entries:
        return
    with clock.standing_at(start):
        live.start_coverage(story, by=by)
    for entry in entries:
        _add(story, entry, newsroom, start + duration(entry.fields["after"]), by)


def _add(story: Story, file: EntryFile, newsroom: Newsroom, at: datetime, editor: User) -> None:
    fields, author = file.fields, file.fields.get("by", "")
    writer = newsroom.people[account_of(author)]
    keys = {name: newsroom.pictures.get(name, by=writer).pk for name, _, _ in figures_in(file.text)}
    right = body.write(blocks_of(file.text, keys))
    later, wrong, words, note = _corrected(fields)
    copy = live.EntryCopy(
        right.replace(words, wrong) if wrong else right,
        headline=fields.get("headline", ""),
        author=newsroom.authors.get(author),
        is_key="key" in fields,
    )
    with clock.standing_at(min(at, newsroom.now)):
        entry = live.write_entry(story, copy, by=writer)
        if fields.get("state") == "draft":
            return
        live.publish_entry(entry, by=editor, at=at if at > newsroom.now else None)
    if wrong:
        with clock.standing_at(at + duration(later)):
            live.save_entry(entry, replace(copy, body=right, note=note), by=editor)
            live.publish_entry(entry, by=editor)
    if withdrawn := fields.get("withdrawn"):
        later, _, reason = withdrawn.partition(" | ")
        with clock.standing_at(at + duration(later)):
            live.withdraw_entry(entry, by=editor, reason=reason)


def _corrected(fields: Mapping[str, str]) -> tuple[str, str, str, str]:
    """Return how long after it was corrected, what was wrong, what is right, and the note."""
    if "corrected" not in fields:
        return "", "", "", ""
    later, wrong, right, note = fields["corrected"].split(" | ")
    return later, wrong, right, note
