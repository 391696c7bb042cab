"""An earlier version of a story, brought back as a save of its own."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from articles import body, events, history, writing
from articles.enums import Act
from articles.exceptions import IllegalMove
from articles.models import Author, Picture, Revision, Section, Story
from articles.slugs import is_taken
from articles.working_copy import WorkingCopy


@dataclass(frozen=True, slots=True)
class Restored:
    """The copy that a story would have, and what of the old one is there no more."""

    copy: WorkingCopy
    notes: tuple[str, ...]


@transaction.atomic
def bring_back(revision: Revision, *, by: User, version: int | None = None) -> Story:
    """Save the copy of the revision again, as `by`; it becomes a revision of its own.

    `version` is the one of the story that the editor saw. Raises `Damaged`, `IllegalMove` where
    the story is that copy already, and what `writing.save` raises.
    """
    story = Story.objects.get(pk=revision.story_id)
    restored = restore(revision)
    seen = story.version if version is None else version
    saved = writing.save(story, restored.copy, by=by, version=seen)
    if saved.version == seen:
        raise IllegalMove(f"The draft is what {revision} would be: nothing to bring back.")
    events.record(
        saved,
        Act.BROUGHT_BACK,
        by=by,
        from_state=saved.state,
        why=" ".join(restored.notes),
        detail={"revision": revision.pk, "text": str(revision)},
    )
    return saved


def restore(revision: Revision) -> Restored:
    """Give what the story becomes by the revision. Raises `Damaged`.

    What was deleted since is left out, and the present address stays where another story has the
    old one by now.
    """
    data, story, notes = history.read(revision), revision.story, []
    rows: dict[str, Any] = {}
    for name, model in (("section", Section), ("lead_picture", Picture)):
        rows[name] = _one(model, data[name]) if data[name] else None
        if data[name] and not rows[name]:
            notes.append(_gone(model, data[name][1]))
    authors = Author.objects.in_bulk([pk for pk, _ in data["authors"]])
    notes += [_gone(Author, name) for pk, name in data["authors"] if pk not in authors]
    blocks, lost = _without_lost_pictures(body.read(data["body"]))
    notes += lost
    if is_taken(data["slug"], story):
        notes.append(
            f"The address “{data['slug']}” belongs to another story by now: “{story.slug}” stays."
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


def _one(model: Any, told: list[Any]) -> Any:
    return model.objects.filter(pk=told[0]).first()


def _gone(model: Any, name: str) -> str:
    return f"The {model._meta.verbose_name} “{name}” has been deleted and does not come back."


def _without_lost_pictures(
    blocks: tuple[body.Block, ...],
) -> tuple[list[body.Block], list[str]]:
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
