"""Every URL of the site, found by walking the resolver, and a newsroom with something of each."""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any
from urllib.parse import quote

from django.apps import apps
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from articles import publishing
from articles.models import Place, PublishedVersion, Story
from newsroom.accounts.models import User
from tests import factories
from tests.factories import make_author, make_section
from tests.helpers import draft, managing_editor, ready
from tests.wire.helpers import take

PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>[^)]*\)")
#: What is in the body of what readers must not see.
SECRET = "Xylophon-27"


def routes() -> list[str]:
    """Return the routes of all URLs, each as one pattern with its parameters."""
    return list(dict.fromkeys(_walk(get_resolver().url_patterns)))


def _walk(patterns: list[Any], before: str = "") -> Iterator[str]:
    for one in patterns:
        route = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from _walk(one.url_patterns, route)
        else:
            assert isinstance(one, URLPattern)
            yield route


def has_parameters(route: str) -> bool:
    """Return whether the URL has parts that differ."""
    return PARAMETER.search(route) is not None


def fill(route: str, value: Callable[[str], str]) -> str:
    """Return a URL of the route, with the value of each of its parameters."""

    def put(found: re.Match[str]) -> str:
        return quote(value(found[1] or found[2]), safe="/:")

    return "/" + re.sub(r"[\^$]|\\Z", "", PARAMETER.sub(put, route))


def url_of(route: str, pk: int | None = None) -> str:
    """Return a URL of the route that leads to a row, where it leads to one."""
    named = re.match(r"admin/(\w+)/(\w+)/", route)
    try:
        row = apps.get_model(named[1], named[2])._default_manager.first() if named else None
    except LookupError:
        row = None
    key = str(pk or (row.pk if row else 1))
    there = {
        "at": "2025-09-01T12:00Z",
        "page": "recent/",
        "slug": "harvest-begins",
        "number": "0",
        "path": "none.jpg",
        "app_label": "articles",
    }
    return fill(route, lambda name: there.get(name, key))


def newsroom() -> User:
    """Make something of each kind; return somebody who may do everything."""
    boss = managing_editor()
    live = publishing.publish(ready(), by=boss).story
    factories.make_picture(alt="A")
    factories.make_correction(live)
    factories.make_link(live, url="https://else.test/", state="suggested", headline="x")
    make_section(name="World", slug="world")
    make_author(name="Ana")
    Place.objects.create(name="Astana")
    for copy in (b"A fair\n\nIt began.\n", b"A fair\n\nIt began on Monday.\n"):
        take(copy, boss)
    return boss


def secrets() -> list[Story]:
    """Make stories that readers must not see: a draft, a ready, a scheduled, an ended one."""
    boss, words = managing_editor(), f"<p>{SECRET} has begun.</p>"
    scheduled = ready("Secret three", body=words)
    publishing.schedule(scheduled, by=boss, at=timezone.now() + timedelta(days=1))
    withdrawn = ready("Secret four", body=words)
    publishing.publish(withdrawn, by=boss)
    publishing.withdraw(withdrawn, by=boss)
    return [draft("Secret one", body=words), ready("Secret two", body=words), scheduled, withdrawn]


def slugs() -> list[str]:
    """Return all slugs that stories have or had."""
    published = PublishedVersion.objects.values_list("slug", flat=True)
    return [*Story.objects.values_list("slug", flat=True), *published]
