"""Remove what the demo added, except what somebody has worked on since."""

from __future__ import annotations

from typing import NamedTuple

from django.conf import settings
from django.db import transaction
from django.db.models import ProtectedError, QuerySet

from articles.core import NotPossible, Subject, refuse, registered_actions
from articles.database import erase_fronts, erase_stories, without_rules
from articles.links import firm_links_to, release_links_to
from articles.models import AuditEntry, Author, Picture, Place, Section, Story
from articles.pictures import delete_picture
from articles.publishing import delete_author, delete_section
from articles.stories import DEMO_FILLED
from newsroom.accounts.create_account import delete_account
from newsroom.accounts.models import User


class Removed(NamedTuple):
    """How much was removed, and the headlines of the stories that stay."""

    stories: int
    pictures: int
    people: int
    kept: tuple[str, ...]


def check_remove() -> NotPossible | None:
    """Return why the demo cannot be removed; None if it can."""
    if not settings.NEWSROOM_DEVELOPMENT:
        return NotPossible("The demo newsroom is for development only.")
    if not AuditEntry.objects.filter(action=DEMO_FILLED.code).exists():
        return NotPossible("There is no demo newsroom here.")
    return None


def remove() -> Removed:
    """Remove the demo, all or nothing, and return what was removed.

    A story stays if somebody has done anything with it since, other than decide on its links. So do
    the stories to which those that stay link, and everything that they use. Raise `NotPossible`.
    """
    refuse(check_remove())
    filled = AuditEntry.objects.filter(action=DEMO_FILLED.code).latest("pk")
    with without_rules():
        stories = Story.objects.filter(pk__in=filled.detail["stories"])
        staying = _staying(stories, filled)
        going = stories.exclude(pk__in=staying)
        keys, kept = set(going.values_list("pk", flat=True)), stories.filter(pk__in=staying)
        headlines = tuple(kept.values_list("headline", flat=True))
        for story in going:
            release_links_to(story)
        erase_stories(keys)
        kinds = ("fronts", "breaking_news", "front_entries")
        erase_fronts(*(filled.detail.get(kind, []) for kind in kinds))
        _delete(Section.objects.filter(pk__in=filled.detail["sections"]))
        _delete(Author.objects.filter(pk__in=filled.detail["authors"]))
        pictures = _delete(Picture.objects.filter(pk__in=filled.detail["pictures"]))
        _delete(Place.objects.filter(pk__in=filled.detail["places"]))
        people = User.objects.filter(pk__in=filled.detail["people"])
        deleted = sum(delete_account(person) for person in people)
    return Removed(len(keys), pictures, deleted, headlines)


def _staying(stories: QuerySet[Story], filled: AuditEntry) -> set[int]:
    """Return the primary keys of the demo's stories that are somebody's by now."""
    links = [one.code for one in registered_actions() if one.subject is Subject.RELATED_LINK]
    since = AuditEntry.objects.filter(pk__gt=filled.pk).exclude(action__in=links)
    added = set(stories.values_list("pk", flat=True))
    staying = added & set(since.values_list("story", flat=True))
    while True:
        going = added - staying
        linked = {
            story.pk
            for story in stories.filter(pk__in=going)
            if firm_links_to(story).exclude(story__in=going).exists()
        }
        if not linked:
            return staying
        staying |= linked


def _delete(
    rows: QuerySet[Picture] | QuerySet[Section] | QuerySet[Author] | QuerySet[Place],
) -> int:
    """Delete the rows that nothing uses any more, and return how many."""
    deleted = 0
    for row in rows:
        try:
            with transaction.atomic():
                _delete_one(row)
        except ProtectedError:
            continue
        deleted += 1
    return deleted


def _delete_one(row: Picture | Section | Author | Place) -> None:
    match row:
        case Picture():
            delete_picture(row)
        case Section():
            delete_section(row)
        case Author():
            delete_author(row)
        case Place():
            row.delete()
