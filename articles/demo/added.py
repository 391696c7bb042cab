"""What the demo adds beside stories and pictures, and how it remembers that."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db.models import Model

from articles.demo.people import PROFILES, Colleague
from articles.demo.pictures import Pictures
from articles.models import Author, Place, Section
from articles.publishing import save_author, save_section
from articles.text import make_slug
from newsroom.accounts.create_account import create_account
from newsroom.accounts.models import User

Row = TypeVar("Row", bound=Model)


class Added:
    """Adds people, sections, authors and places, except those that exist already."""

    def __init__(self, password: str) -> None:
        self._password = password
        self._rows: dict[str, list[int]] = {
            kind: [] for kind in ("people", "sections", "authors", "places")
        }
        self._people: dict[str, User] = {}

    def keys(self) -> dict[str, list[int]]:
        """Return the primary keys of what was added, by the name of its kind."""
        return dict(self._rows)

    def person(self, colleague: Colleague) -> User:
        """Add an account."""
        first = next(iter(self._people.values()), None)
        user = create_account(
            colleague.username,
            password=None if first else self._password,
            same_password_as=first,
            roles=[colleague.role],
            display_name=colleague.name,
        )
        self._people[colleague.name] = user
        return self._noted("people", user)

    def section(self, name: str, position: int) -> Section:
        """Return the section with this name, added if it is new."""
        if found := Section.objects.filter(name=name).first():
            return found
        section = Section(name=name, slug=make_slug(name, 60), position=position)
        return self._noted("sections", save_section(section))

    def author(self, name: str, pictures: Pictures) -> Author:
        """Return the author with this name, added if new, with the account of that name."""
        if found := Author.objects.filter(name=name).first():
            return found
        fields: dict[str, Any] = {"user": self._people.get(name)}
        if profile := PROFILES.get(name):
            portrait = pictures.get(profile.portrait, by=next(iter(self._people.values())))
            fields |= {"role": profile.role, "bio": profile.bio, "portrait": portrait}
        return self._noted("authors", save_author(Author(name=name, **fields)))

    def place(self, name: str) -> Place:
        """Return the place with this name, added if it is new."""
        place, is_new = Place.objects.get_or_create(name=name)
        return self._noted("places", place) if is_new else place

    def _noted(self, kind: str, row: Row) -> Row:
        self._rows[kind].append(row.pk)
        return row
