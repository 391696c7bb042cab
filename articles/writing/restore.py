"""Restore a revision, as a save of its own."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext

from articles import body
from articles.core import NotPossible
from articles.models import Author, Picture, Revision, Section, Story
from articles.stories import WorkingCopy, audit_log, is_taken
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
    seen = story.version if version is None else version
    saved = save(story, restored.copy, by=by, version=seen)
    if saved.version == seen:
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
    authors = Author.objects.in_bulk([pk for pk, _ in data["authors"]])
    notes += [_gone(Author, name) for pk, name in data["authors"] if pk not in authors]
    blocks, lost = _without_lost_pictures(body.read(data["body"]))
    notes += lost
    if is_taken(data["slug"], story):
        notes.append(
            gettext("The slug “%(slug)s” belongs to another story now: “%(own)s” stays.")
            % {"slug": data["slug"], "own": story.slug}
        )
        data["slug"] = story.slug
    copy = WorkingCopy(
        **data
        | rows
        | {
            "body": body.write(blocks),
            "authors": tuple(authors[pk] for pk, _ in data["authors"] if pk in authors),
            "tags": tuple(data["tags"]),
            "places": tuple(data["places"]),
        }
    )
    return Restored(copy, tuple(notes))


def _gone(model: type[Section | Picture | Author], name: str) -> str:
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
