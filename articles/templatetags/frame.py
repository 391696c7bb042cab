"""The frame of the desk's pages: where one can go, and the icons."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django import template
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from articles.core import clock
from articles.models import RelatedLink
from articles.people import permissions

register = template.Library()

#: What waits is counted up to this number, and no further.
MOST = 99
#: Models that have a place in the bar.
IN_BAR = frozenset({"Story", "RelatedLink", "Picture", "Front"})
#: What is under More, by model; what is not named here follows in the first group.
MORE: dict[str, tuple[Promise, tuple[str, ...]]] = {
    "newsroom": (_("Newsroom"), ("WireCopy", "AuditEntry")),
    "site": (_("Site"), ("Section", "Author", "Tag", "Place")),
    "people": (_("People"), ("User", "Group", "Login", "FailedLogin")),
}


@dataclass(slots=True)
class Place:
    """Somewhere to go; `waiting` says how much waits there, as in “3” or “99+”."""

    label: str
    url: str
    icon: str = ""
    waiting: str = ""
    is_here: bool = False
    #: The beginning of the URLs that belong to it, if that is not its own.
    within: str = ""


@dataclass(slots=True)
class Group:
    """Places under one heading of the menu More."""

    label: str
    places: list[Place] = field(default_factory=list)


@dataclass(slots=True)
class Frame:
    """What the bar shows to this person on this page."""

    places: list[Place]
    more: list[Group]
    may_search: bool
    may_write: bool


@register.simple_tag(takes_context=True)
def frame_of(context: template.Context, request: HttpRequest) -> Frame:
    """Return where the person can go from here.

    What waits there costs one query, if the page does not know it as `links_waiting`.
    """
    models = [model for app in context.get("available_apps") or () for model in app["models"]]
    waiting = context.get("links_waiting")
    places = list(_places(request, {model["object_name"] for model in models}, waiting))
    more = [group for group in _more(request, models) if group.places]
    _mark_here(request.path, [*places, *(place for group in more for place in group.places)])
    return Frame(
        places,
        more,
        may_search=permissions.can_read_drafts(request.user)
        or permissions.can_see_wire_copy(request.user),
        may_write=permissions.can_write(request.user),
    )


def _places(request: HttpRequest, models: set[str], waiting: str | None) -> Iterator[Place]:
    user = request.user
    yield Place(gettext("Desk"), reverse("admin:index"), "desk")
    if permissions.can_read_drafts(user):
        yield Place(gettext("Stories"), reverse("admin:articles_story_changelist"), "stories")
        schedule = pgettext("noun", "Schedule")
        yield Place(schedule, reverse("admin:articles_schedule"), "schedule")
    if permissions.can_see_links(user):
        if waiting is None:
            waiting = links_waiting() if permissions.can_moderate(user) else ""
        found = reverse("admin:articles_relatedlink_changelist")
        queue = reverse("admin:articles_relatedlink_queue")
        url = queue if permissions.can_moderate(user) else found
        yield Place(gettext("Links"), url, "links", waiting, within=found)
    if "Picture" in models:
        yield Place(gettext("Pictures"), reverse("admin:articles_picture_changelist"), "pictures")


def links_waiting() -> str:
    """Return how many related links wait for a decision, at most “99+”; empty if none does."""
    undecided = RelatedLink.objects.to_decide(clock.now())
    # Without an order, and cut: a count that costs the same however many wait.
    count = undecided.order_by()[: MOST + 1].count()
    return f"{MOST}+" if count > MOST else str(count or "")


def _more(request: HttpRequest, models: list[dict[str, Any]]) -> list[Group]:
    groups = {name: Group(str(label)) for name, (label, _models) in MORE.items()}
    home = {model: name for name, (_label, named) in MORE.items() for model in named}
    order = list(home)
    for model in sorted(models, key=lambda model: _rank(order, model["object_name"])):
        if model["object_name"] not in IN_BAR and model["admin_url"]:
            place = Place(capfirst(model["name"]), model["admin_url"])
            groups[home.get(model["object_name"], "newsroom")].places.append(place)
    first = groups["newsroom"].places
    if permissions.can_write(request.user):
        first.insert(0, Place(gettext("Import copy"), reverse("admin:articles_wirecopy_import")))
    if permissions.can_read_drafts(request.user):
        first.append(Place(gettext("As readers saw it"), reverse("admin:articles_story_as_seen")))
    if permissions.can_edit_fronts(request.user):
        url = reverse("admin:articles_front_changelist")
        first.insert(0, Place(gettext("Front page"), url, "front"))
    return list(groups.values())


def _rank(order: list[str], name: str) -> int:
    return order.index(name) if name in order else len(order)


def _mark_here(path: str, places: list[Place]) -> None:
    """Mark the place whose URL is the longest beginning of the path."""
    start = reverse("admin:index")
    found = [
        place
        for place in places
        if path.startswith(place.within or place.url) and place.url != start
    ]
    found = found or [place for place in places if place.url == path]
    if found:
        max(found, key=lambda place: len(place.url)).is_here = True


@register.simple_tag
def icon(name: str) -> SafeString:
    """Return one of the icons in static/icons.svg; it says nothing that words do not say."""
    return format_html(
        '<svg class="icon" aria-hidden="true"><use href="{}#{}"></use></svg>',
        static("icons.svg"),
        name,
    )


@register.filter
def initials(name: str) -> str:
    """Return the first letters of the first and the last word, to stand for a person."""
    words = name.replace("_", " ").replace("-", " ").split()
    return "".join(word[0] for word in (words if len(words) < 3 else [words[0], words[-1]])).upper()
