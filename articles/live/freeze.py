"""Freeze an entry: the one function that builds a published form of it."""

from datetime import datetime

from articles import body
from articles.live.situation import EntrySituation
from articles.models import EntryVersion
from articles.pictures import picture_data


def freeze_entry(now: EntrySituation, start: datetime, language: str) -> EntryVersion:
    """Return what readers get of the entry from `start` on, unsaved.

    `language` is that of the page; "" if the story does not say.
    """
    entry = now.entry
    picture = entry.picture
    shown = {picture.pk: picture_data(picture)} if picture and not picture.is_gone else {}
    first, live = now.first, now.live
    published_at = first.published_at if first else start
    is_told = bool(entry.note) and (live is None or entry.note != live.note)
    return EntryVersion(
        entry=entry,
        story_id=entry.story_id,
        key=entry.key,
        headline=entry.headline,
        body=entry.body,
        body_html=body.render(body.read(entry.body), "", shown, language or "en"),
        author=entry.author.name if entry.author else "",
        picture=picture,
        is_key=entry.is_key,
        note=entry.note,
        at=entry.shown_at or published_at,
        published_at=published_at,
        modified_at=start if first and is_told else (live.modified_at if live else None),
        visible_from=start,
    )


def copy_of_version(version: EntryVersion) -> EntryVersion:
    """Return what the published form has, unsaved, and without its period and who made it."""
    return EntryVersion(
        **{
            field.attname: getattr(version, field.attname)
            for field in EntryVersion._meta.concrete_fields
            if field.attname not in {"id", "visible_from", "visible_until", "made_at", "made_by_id"}
        }
    )
