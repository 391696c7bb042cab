"""The stories, fronts and authors that use a picture, as its page lists them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Q
from django.utils.translation import gettext

from articles.core import clock, format_time
from articles.desk.frontpage.places import front_title, front_url
from articles.desk.pictures.licences import licence_chip
from articles.models import Front, FrontSlot, LiveEntry, Picture, PublishedVersion, Story
from articles.people import permissions
from articles.pictures import slots_seen, uses_in
from articles.publishing import with_publication_status
from newsroom.accounts.models import User

#: At most this many stories are listed, the last changed first.
MOST = 50


@dataclass(slots=True)
class UsedIn:
    """A story that uses the picture; it carries what `with_publication_status` adds."""

    story: Any
    #: Each is where it has the picture: in which version, and whether it leads or is in the text.
    places: list[str] = field(default_factory=list)


class OnFront(NamedTuple):
    """A front that has the picture: what it is called, where it is edited, and since when."""

    title: str
    url: str
    place: str


def page_context(picture: Picture, by: User) -> dict[str, Any]:
    """Return what the page of a picture shows beside its fields to this person.

    Stories are named only to those who may read drafts: they may be scheduled or embargoed.
    """
    now = clock.now()
    stories, more = used_in(picture, now) if permissions.can_read_drafts(by) else ([], False)
    may_take_down = permissions.can_delete_pictures(by) and not picture.taken_down_at
    return {
        "now": now,
        "licence_chip": licence_chip(picture, now),
        "may_take_down": may_take_down,
        "may_see_uses": permissions.can_read_drafts(by),
        "used_in": stories,
        "has_more": more,
        "fronts": list(_on_fronts(picture, now)) if permissions.can_read_drafts(by) else (),
        "may_edit_fronts": permissions.can_edit_fronts(by),
        "portraits": picture.portraits.all(),
    }


def _on_fronts(picture: Picture, at: datetime) -> Iterator[OnFront]:
    """Yield the fronts that show the picture at the timezone-aware `at`, or will show it later."""
    fronts = Front.objects.present_or_scheduled(at)
    seen = set(slots_seen(at).filter(picture=picture).values_list("pk", flat=True))
    slots = FrontSlot.objects.filter(picture=picture, front__in=fronts)
    for slot in slots.select_related("front__section").order_by("front__valid_from", "position"):
        front = slot.front
        if front.valid_from > at:
            place = gettext("From %(time)s") % {"time": format_time(front.valid_from)}
        else:
            place = gettext("Readers see it") if slot.pk in seen else gettext("Not shown now")
        section = front.section
        yield OnFront(front_title(section), front_url(section, front), place)


def used_in(picture: Picture, at: datetime) -> tuple[list[UsedIn], bool]:
    """Return the stories that use the picture at the timezone-aware `at` or later, in four queries.

    Return also whether there may be more of them than are listed.
    """
    entries = set(LiveEntry.objects.filter(picture=picture).values_list("story", flat=True))
    named = (
        Q(lead_picture=picture)
        | Q(pk__in=picture.figures.values("story"))
        | Q(pk__in=picture.published_versions.values("story"))
        | Q(pk__in=entries)
    )
    stories: list[Any] = list(
        with_publication_status(Story.objects.filter(named), at)
        .defer("body", "summary")
        .order_by("-changed_at", "-pk")[: MOST + 1]
    )
    inside = set(picture.figures.filter(removed_at=None).values_list("story", flat=True))
    versions = PublishedVersion.objects.in_force_or_scheduled(at).filter(
        story__in=[story.pk for story in stories]
    )
    found = {story.pk: UsedIn(story) for story in stories[:MOST]}
    for one in found.values():
        leads = one.story.lead_picture_id == picture.pk
        if where := _where(leads, one.story.pk in inside):
            one.places.append(gettext("Working copy: %(where)s") % {"where": where})
        if one.story.pk in entries:
            one.places.append(gettext("An entry of its live blog"))
    for use in uses_in([picture.pk], versions).get(picture.pk, ()):
        version = use.version
        if version.story_id not in found:
            continue
        where = _where(use.leads, _is_inside(picture, version))
        is_coming = version.visible_from > at
        said = gettext("From %(time)s: %(where)s") if is_coming else gettext("Readers: %(where)s")
        place = said % {"time": format_time(version.visible_from), "where": where}
        found[version.story_id].places.append(place)
    return [one for one in found.values() if one.places], len(stories) > MOST


def _where(leads: bool, is_inside: bool) -> str:
    names = ((leads, gettext("lead picture")), (is_inside, gettext("in the text")))
    return ", ".join(name for is_there, name in names if is_there)


def _is_inside(picture: Picture, version: PublishedVersion) -> bool:
    blocks: Iterable[dict[str, Any]] = version.content.get("blocks", ())
    return any(block.get("picture") == picture.pk for block in blocks)
