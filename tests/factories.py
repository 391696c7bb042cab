"""Rows as they stand in the database, with any times: what the verbs make only as time passes."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from articles.models import Correction, Picture, PublishedVersion, RelatedLink, Revision, Story
from articles.stories import working_copy_of
from articles.text import normalise
from articles.writing.revisions.record import record_save
from newsroom.accounts.models import User

#: The hour at which the `clock` of the tests stands still.
NOON = datetime(2025, 9, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
SAMPLES = Path(__file__).parent / "samples"
PICTURE = SAMPLES / "picture.jpg"
_numbers = count(1)


def make_user(username: str = "desk") -> User:
    """Give the user of this name."""
    return User.objects.get_or_create(username=username, defaults={"is_staff": True})[0]


def build_story(by: User, **fields: Any) -> Story:
    """Give an unsaved story of this user, a draft unless the fields say otherwise."""
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
    """Give a story in the database, a draft unless the fields say otherwise."""
    story = build_story(make_user(), **fields)
    story.save(force_insert=True)
    return story


def build_version(story: Story, by: User, **fields: Any) -> PublishedVersion:
    """Give an unsaved version of this user; its slug, headline and summary are the story's.

    Readers see it from an hour before noon on, unless the fields say otherwise.
    """
    start = fields.setdefault("visible_from", NOON - HOUR)
    defaults = {
        "slug": story.slug,
        "headline": story.headline,
        "summary": story.summary,
        "content": {"dateline": "", "authors": [], "tags": [], "picture": None, "blocks": []},
        "body_html": "<p>The harvest has begun.</p>",
        "published_at": start,
        "made_at": start,
        "made_by": by,
    }
    return PublishedVersion(story=story, **{**defaults, **fields})


def make_version(story: Story | None = None, **fields: Any) -> PublishedVersion:
    """Give an version in the database, otherwise as `build_version` does."""
    version = build_version(story or make_story(), make_user(), **fields)
    version.save(force_insert=True)
    return version


def make_link(story: Story, **fields: Any) -> RelatedLink:
    """Give a related link of the story in the database; a decided one was decided at noon."""
    if fields.get("state") in {"approved", "rejected"}:
        fields = {"decided_by": make_user(), "decided_at": NOON, **fields}
    return RelatedLink.objects.create(story=story, **fields)


def make_correction(story: Story, **fields: Any) -> Correction:
    """Give a correction of the story in the database, added at noon."""
    defaults = {"kind": "correction", "text": "It was wrong.", "at": NOON, "by": make_user()}
    return Correction.objects.create(story=story, **{**defaults, **fields})


def make_picture(**words: str) -> Picture:
    """Give a picture in the database, with its file and these words."""
    image = SimpleUploadedFile("flags.jpg", PICTURE.read_bytes())
    return Picture.objects.create(image=image, **words)


def make_revision(story: Story, number: int = 0, **fields: Any) -> Revision:
    """Give a revision of the story in the database, its copy with these fields."""
    then = Story.objects.get(pk=story.pk)
    then.version = number
    record_save(then, replace(working_copy_of(story), **fields), None)
    return then.revisions.get(number=number)
