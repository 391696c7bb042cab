"""Rows as they are in the database, with any times: what the verbs make only as time passes."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from articles import body
from articles.links.periods import keep_decisions
from articles.models import (
    Author,
    Change,
    Correction,
    Embargo,
    EntryVersion,
    LiveCoverage,
    LiveEntry,
    Picture,
    PublishedVersion,
    RelatedLink,
    Revision,
    Section,
    Story,
    Term,
    VersionKind,
)
from articles.pictures import PictureForm
from articles.pictures.files import note_files
from articles.publishing import save_author, save_section, terms_of
from articles.search import index_entry, index_entry_version, index_story, index_version
from articles.stories import working_copy_of
from articles.text import make_slug, normalise
from articles.writing.revisions import record_save
from newsroom.accounts.models import User

#: The hour at which the `clock` of the tests stands still.
NOON = datetime(2025, 9, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
SAMPLES = Path(__file__).parent / "samples"
PICTURE = SAMPLES / "picture.jpg"
_numbers = count(1)


def make_user(username: str = "desk") -> User:
    """Return the user with this name."""
    return User.objects.get_or_create(username=username, defaults={"is_staff": True})[0]


def make_section(name: str = "Land", **fields: Any) -> Section:
    """Return a section in the database, as readers know it from now on."""
    return save_section(Section(name=name, **{"slug": make_slug(name, 60), **fields}))


def make_author(name: str, **fields: Any) -> Author:
    """Return an author in the database, as readers know them from now on."""
    return save_author(Author(name=name, **fields))


def build_story(by: User, **fields: Any) -> Story:
    """Return an unsaved story of this user, a draft unless the fields say otherwise."""
    number = next(_numbers)
    headline = fields.setdefault("headline", f"Story number {number}")
    defaults = {
        "headline_key": normalise(headline),
        "slug": f"story-{number}",
        "created_at": NOON - 24 * HOUR,
        "created_by": by,
        "changed_at": NOON - 24 * HOUR,
        "changed_by": by,
    }
    return Story(**{**defaults, **fields})


def make_story(**fields: Any) -> Story:
    """Return a story in the database, a draft unless the fields say otherwise."""
    story = build_story(make_user(), **fields)
    story.save(force_insert=True)
    copy, blocks = working_copy_of(story), body.read(story.body)
    index_story(story, copy, blocks)
    return story


def make_embargo(story: Story, until: datetime, set_at: datetime = NOON) -> Embargo:
    """Return an embargo of the story in the database."""
    return Embargo.objects.create(story=story, until=until, set_at=set_at)


def build_version(story: Story, by: User, **fields: Any) -> PublishedVersion:
    """Return an unsaved published version; its slug, headline and summary are the story's.

    Readers see it from an hour before noon on, unless the fields say otherwise. It is the first
    publication, or an update where `published_at` is before its start.
    """
    start = fields.setdefault("visible_from", NOON - HOUR)
    published_at = fields.setdefault("published_at", start)
    if fields.get("kind") == VersionKind.WITHDRAWAL:
        change = ""
    elif published_at == start and not fields.get("modified_at"):
        change = Change.FIRST
    else:
        change = Change.UPDATE
    defaults = {
        "slug": story.slug,
        "headline": story.headline,
        "summary": story.summary,
        "change": change,
        "content": {"dateline": "", "authors": [], "tags": [], "picture": None, "blocks": []},
        "body_html": "<p>The harvest has begun.</p>",
        "made_at": start,
        "made_by": by,
    }
    return PublishedVersion(story=story, **{**defaults, **fields})


def make_version(story: Story | None = None, **fields: Any) -> PublishedVersion:
    """Return a published version in the database, otherwise as `build_version` does."""
    version = build_version(story or make_story(), make_user(), **fields)
    version.save(force_insert=True)
    Term.objects.bulk_create(terms_of(version))
    if not version.is_withdrawal:
        index_version(version)
    return version


def make_link(story: Story, **fields: Any) -> RelatedLink:
    """Return a related link of the story in the database; a decided one was decided at noon.

    Readers see an approved one in whatever version of the story.
    """
    if fields.get("state") == "approved" and not fields.get("key"):
        fields = {
            "released_at": NOON + 1000 * HOUR,
            "released_headline": fields.get("headline", ""),
            **fields,
        }
    if fields.get("state") in {"approved", "rejected"}:
        fields = {"decided_by": make_user(), "decided_at": NOON, **fields}
    link = RelatedLink.objects.create(story=story, **fields)
    keep_decisions([link])
    return link


def make_correction(story: Story, **fields: Any) -> Correction:
    """Return a correction of the story in the database, added at noon."""
    defaults = {"kind": "correction", "text": "It was wrong.", "at": NOON, "by": make_user()}
    return Correction.objects.create(story=story, **{**defaults, **fields})


def make_picture(**words: str) -> Picture:
    """Return a picture in the database, with its files and these words."""
    image = SimpleUploadedFile("flags.jpg", PICTURE.read_bytes())
    form = PictureForm(words, {"image": image})
    assert form.is_valid(), form.errors
    picture = form.save()
    note_files(picture)
    return picture


def make_revision(story: Story, number: int = 0, **fields: Any) -> Revision:
    """Return a revision of the story in the database, its copy with these fields."""
    then = Story.objects.get(pk=story.pk)
    then.version = number
    record_save(then, replace(working_copy_of(story), **fields), None)
    return then.revisions.get(number=number)


def make_coverage(story: Story, **fields: Any) -> LiveCoverage:
    """Return a period of live coverage in the database: it runs since an hour before noon."""
    defaults = {"is_running": True, "valid_from": NOON - HOUR}
    return LiveCoverage.objects.create(story=story, **{**defaults, **fields})


def make_entry(story: Story, **fields: Any) -> LiveEntry:
    """Return an entry of a live blog in the database, which readers do not see."""
    by, number = make_user(), next(_numbers)
    defaults = {
        "key": f"entry{number:06}",
        "body": f"<p>It is minute {number}.</p>",
        "created_at": NOON - HOUR,
        "created_by": by,
        "changed_at": NOON - HOUR,
        "changed_by": by,
    }
    entry = LiveEntry.objects.create(story=story, **{**defaults, **fields})
    index_entry(entry)
    return entry


def make_entry_version(entry: LiveEntry, **fields: Any) -> EntryVersion:
    """Return a published form of the entry, which readers see from half an hour before noon on."""
    start = fields.setdefault("visible_from", NOON - HOUR / 2)
    published_at = fields.setdefault("published_at", start)
    defaults = {
        "story_id": entry.story_id,
        "key": entry.key,
        "headline": entry.headline,
        "body": entry.body,
        "body_html": entry.body,
        "is_key": entry.is_key,
        "at": published_at,
        "made_at": start,
        "made_by": make_user(),
    }
    version = EntryVersion.objects.create(entry=entry, **{**defaults, **fields})
    index_entry_version(version)
    return version


def make_live_entry(story: Story, **fields: Any) -> EntryVersion:
    """Return an entry that readers see; `headline`, `body` and `is_key` are its words too."""
    words = {name: fields[name] for name in ("headline", "body", "is_key") if name in fields}
    return make_entry_version(make_entry(story, **words), **fields)
