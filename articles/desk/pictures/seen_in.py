"""Where readers see pictures, by page: for those whose licence has ended."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple

from django.urls import reverse

from articles.desk.frontpage.places import front_title, front_url
from articles.models import AuthorPeriod, EntryVersion, PublishedVersion
from articles.pictures import slots_seen, uses_in


class Place(NamedTuple):
    """A page that shows a picture: what it is called, and where the desk has it."""

    name: str
    url: str


def seen_in(pictures: Collection[int], at: datetime) -> dict[int, list[Place]]:
    """Return by primary key where readers see the pictures at the timezone-aware datetime `at`.

    It takes four queries for any number of pictures, and none if there are none.
    """
    if not pictures:
        return {}
    found: dict[int, dict[Place, None]] = {}

    def add(picture: int | None, name: str, url: str) -> None:
        found.setdefault(picture or 0, {})[Place(name, url)] = None

    for picture, uses in uses_in(pictures, PublishedVersion.objects.visible(at)).items():
        for use in uses:
            add(picture, *_story(use.version.story_id, use.version.headline))
    entries = EntryVersion.objects.visible(at).filter(picture__in=pictures)
    for entry in entries.select_related("story"):
        add(entry.picture_id, *_story(entry.story_id, entry.story.headline))
    slots = slots_seen(at).filter(picture__in=pictures)
    for slot in slots.select_related("front__section"):
        section = slot.front.section
        add(slot.picture_id, front_title(section), front_url(section))
    portraits = AuthorPeriod.objects.at(at).filter(author__portrait__in=pictures)
    for period in portraits.select_related("author"):
        portrait = period.author.portrait_id
        # Not to the author's form, which is for managing editors.
        url = reverse("admin:articles_picture_change", args=[portrait])
        add(portrait, period.author.name, url)
    return {picture: list(places) for picture, places in found.items()}


def _story(story: int, headline: str) -> tuple[str, str]:
    return headline, reverse("admin:articles_story_change", args=[story])
