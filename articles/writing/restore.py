"""Restore a revision, as a save of its own."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext

from articles import body
from articles.core import NotPossible
from articles.models import Author, Picture, RelatedLink, Revision, Section, Story
from articles.stories import (
    BylineText,
    LeadWords,
    Related,
    WorkingCopy,
    audit_log,
    is_taken,
    working_copy_of,
)
from articles.writing import actions
from articles.writing.revisions.read import read_revision
from articles.writing.save import save
from newsroom.accounts.models import User


@dataclass(frozen=True, slots=True)
class Restored:
    """The copy that a story would have, and what of the old one no longer exists."""

    copy: WorkingCopy
    notes: tuple[str, ...]


@transaction.atomic
def restore_revision(revision: Revision, *, by: User, version: int | None = None) -> Story:
    """Save the copy of the revision again, as a revision of its own, and return the story.

    `version` is the one of the story that the editor saw. Raise `Damaged`, `NotPossible` where
    the story is that copy already, and what `save` raises.
    """
    story = Story.objects.get(pk=revision.story_id)
    restored = restored_copy(revision)
    before = story.version
    saved = save(story, restored.copy, by=by, version=version)
    if saved.version == before:
        raise NotPossible(
            gettext("The draft is the same as %(revision)s: there is nothing to restore.")
            % {"revision": revision}
        )
    audit_log.record(
        saved,
        actions.RESTORED,
        by=by,
        reason=" ".join(restored.notes),
        detail={"revision": revision.pk, "text": str(revision)},
    )
    return saved


def restored_copy(revision: Revision) -> Restored:
    """Return what the story would become by restoring the revision. Raise `Damaged`.

    What was deleted since is left out, and the present slug stays where another story has the
    old one now.
    """
    data, story, notes = read_revision(revision), revision.story, []
    rows: dict[str, Any] = {}
    for name, model in (("section", Section), ("lead_picture", Picture)):
        rows[name] = model.objects.filter(pk=data[name][0]).first() if data[name] else None
        if data[name] and not rows[name]:
            notes.append(_gone(model, data[name][1]))
    authors, lost = _authors(data["authors"])
    notes += lost
    blocks, lost = _without_lost_pictures(body.read(data["body"]))
    notes += lost
    if is_taken(data["slug"], story):
        notes.append(
            gettext("The slug “%(slug)s” belongs to another story now, so “%(own)s” is kept.")
            % {"slug": data["slug"], "own": story.slug}
        )
        data["slug"] = story.slug
    related, lost = _related(story, data["related"])
    notes += lost
    copy = WorkingCopy(
        **data
        | rows
        | {
            "body": body.write(blocks),
            "authors": authors,
            "tags": tuple(data["tags"]),
            "places": tuple(data["places"]),
            "related": related,
            "lead_words": LeadWords(*data["lead_words"]),
        }
    )
    return Restored(copy, tuple(notes))


def _authors(data: list[list[Any]]) -> tuple[tuple[Author | BylineText, ...], list[str]]:
    """Return the byline, and what to say about authors that are gone."""
    there = Author.objects.in_bulk([pk for pk, _ in data if pk])
    kept = tuple(
        there[pk] if pk else BylineText(name) for pk, name in data if pk is None or pk in there
    )
    return kept, [_gone(Author, name) for pk, name in data if pk and pk not in there]


def _related(story: Story, data: list[list[Any]] | None) -> tuple[tuple[Related, ...], list[str]]:
    """Return the links after the body, and what to say about those whose story is gone."""
    if data is None:
        return working_copy_of(story).related, []
    links = [Related(*values) for values in data]
    stories = Story.objects.in_bulk([link.story for link in links if link.story is not None])
    lost = [link for link in links if link.story is not None and link.story not in stories]
    kept = tuple(link for link in links if link not in lost)
    return kept, [_gone(RelatedLink, link.headline or str(link.story)) for link in lost]


def _gone(model: type[Section | Picture | Author | RelatedLink], name: str) -> str:
    return gettext("The %(kind)s “%(name)s” has been deleted and cannot be restored.") % {
        "kind": model._meta.verbose_name,
        "name": name,
    }


def _without_lost_pictures(
    blocks: Iterable[body.Block],
) -> tuple[list[body.Block], list[str]]:
    blocks = tuple(blocks)
    wanted = {block.picture for block in blocks if isinstance(block, body.Figure)}
    there = set(Picture.objects.filter(pk__in=wanted).values_list("pk", flat=True))
    kept: list[body.Block] = []
    lost = []
    for block in blocks:
        if isinstance(block, body.Figure) and block.picture not in there:
            lost.append(_gone(Picture, block.caption or block.alt))
        else:
            kept.append(block)
    return kept, lost
