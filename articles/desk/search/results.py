"""What the search of the desk finds, with the words marked, for those who may read it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.db.models import Choices
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext, ngettext

from articles.core import clock
from articles.models import PublicationStatus, Story, WireOutcome, WorkflowState
from articles.people import name_of, permissions
from articles.publishing import with_publication_status
from articles.search import (
    Query,
    Span,
    blocks_of,
    excerpt,
    find_entries,
    find_notes,
    find_stories,
    find_wire_copies,
    language_of_copy,
    language_of_entry,
    language_of_note,
    spans,
    texts_of_copy,
    texts_of_entry,
    texts_of_note,
)
from articles.stories import language_of_text
from newsroom.accounts.models import User

#: Of each kind, the newest are shown.
MOST = 20
#: Characters of a text whose headline alone was found.
BEGINNING = 160


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that was found; `words` and `excerpt` are HTML, `at` is timezone-aware."""

    url: str
    words: SafeString
    excerpt: SafeString
    at: datetime
    says: str = ""
    chip: Choices | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """All of one kind: how many there are, and the newest of them."""

    name: str
    title: str
    count: int
    rows: Sequence[Found]
    #: Where all of them are listed; "" if nowhere.
    all_url: str = ""


def parts(query: Query, typed: str, by: User) -> list[Part]:
    """Return what this person may read of what the query, as it was typed, finds."""
    found = []
    if permissions.can_read_drafts(by):
        found += [_stories(query, typed), _entries(query, by), _notes(query)]
    if permissions.can_see_wire_copy(by):
        found.append(_wire(query))
    return found


def beside_stories(query: Query, by: User) -> list[str]:
    """Return how many live entries, notes and pieces of wire copy this person would find."""
    reads, sees = permissions.can_read_drafts(by), permissions.can_see_wire_copy(by)
    entries = find_entries(query).count() if reads else 0
    notes = find_notes(query).count() if reads else 0
    wire = find_wire_copies(query).count() if sees else 0
    said = (
        (entries, ngettext("%(number)s live entry", "%(number)s live entries", entries)),
        (notes, ngettext("%(number)s private note", "%(number)s private notes", notes)),
        (
            wire,
            ngettext(
                "%(number)s piece of wire copy that is no story",
                "%(number)s pieces of wire copy that are no stories",
                wire,
            ),
        ),
    )
    return [words % {"number": number} for number, words in said if number]


def _stories(query: Query, typed: str) -> Part:
    stories = find_stories(with_publication_status(Story.objects.all(), clock.now()), query)
    rows = []
    for story in stories.select_related("changed_by")[:MOST]:
        blocks = blocks_of(story)
        language = story.language or language_of_text(story.headline, story.summary, blocks)
        texts = [story.summary, *(block.text for block in blocks if block.text)]
        rows.append(
            Found(
                reverse("admin:articles_story_change", args=[story.pk]),
                _marked(spans(story.headline, query, language)),
                _excerpt(texts, query, language),
                story.changed_at,
                gettext("saved by %(person)s") % {"person": name_of(story.changed_by)},
                _state(story),
            )
        )
    url = f"{reverse('admin:articles_story_changelist')}?{urlencode({'q': typed})}"
    return Part("stories", gettext("Stories"), stories.count(), rows, url)


def _state(story: Any) -> Choices:
    """Return what readers see of the story, or how far it is."""
    status = PublicationStatus(story.publication_status)
    return WorkflowState(story.state) if status is PublicationStatus.UNPUBLISHED else status


def _entries(query: Query, by: User) -> Part:
    entries, writes = find_entries(query), permissions.can_write_entries(by)
    rows = []
    for entry in entries.select_related("story", "changed_by")[:MOST]:
        language = language_of_entry(entry)
        page, keys = "change", [entry.story_id]
        if writes:
            page, keys = "live_entry", [entry.story_id, entry.pk]
        rows.append(
            Found(
                reverse(f"admin:articles_story_{page}", args=keys),
                _marked(spans(entry.headline or entry.story.headline, query, language)),
                _excerpt([*texts_of_entry(entry.body), entry.note], query, language),
                entry.changed_at,
                gettext("in “%(story)s”, saved by %(person)s")
                % {"story": entry.story, "person": name_of(entry.changed_by)},
            )
        )
    return Part("entries", gettext("Live entries"), entries.count(), rows)


def _notes(query: Query) -> Part:
    notes = find_notes(query)
    rows = [
        Found(
            f"{reverse('admin:articles_story_change', args=[note.story_id])}#story-notes",
            _marked(spans(note.story.headline, query, note.story.language)),
            _excerpt(texts_of_note(note), query, language_of_note(note)),
            note.at,
            gettext("note by %(person)s") % {"person": name_of(note.by)},
        )
        for note in notes.select_related("story", "by")[:MOST]
    ]
    return Part("notes", gettext("Private notes"), notes.count(), rows)


def _wire(query: Query) -> Part:
    copies = find_wire_copies(query)
    rows = []
    for copy in copies[:MOST]:
        language = language_of_copy(copy)
        is_gone = copy.outcome in (WireOutcome.CREATED, WireOutcome.ACCEPTED)
        rows.append(
            Found(
                reverse("admin:articles_wirecopy_change", args=[copy.pk]),
                _marked(spans(copy.headline or copy.name, query, language)),
                _excerpt([copy.report.get("summary", ""), *texts_of_copy(copy)], query, language),
                copy.received_at,
                gettext("Its story was deleted.") if is_gone else "",
                None if is_gone else WireOutcome(copy.outcome),
            )
        )
    return Part("wire", gettext("Wire copy that is no story"), copies.count(), rows)


def _excerpt(texts: Sequence[str], query: Query, language: str) -> SafeString:
    """Return what shows the words; the beginning of the text if only the headline has them."""
    found = excerpt(texts, query, language)
    first = next(filter(None, texts), "")
    return _marked(found or [Span(Truncator(first).chars(BEGINNING), is_hit=False)])


def _marked(found: Iterable[Span]) -> SafeString:
    return format_html_join("", "{}", ((_part(span),) for span in found))


def _part(span: Span) -> str:
    return format_html("<mark>{}</mark>", span.text) if span.is_hit else span.text
