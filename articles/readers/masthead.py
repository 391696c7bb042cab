"""The masthead: name, date and sections. A part of its own, joined into each page."""

from datetime import datetime
from typing import NamedTuple

from django.conf import settings
from django.db.models import DateTimeField, Exists, OuterRef
from django.utils.safestring import SafeString

from articles.core import section_url
from articles.database import Parameter, PreparedQuery
from articles.models import PublishedVersion, SectionPeriod
from articles.readers.cache.building import Building
from articles.readers.cache.parts import part
from articles.readers.formatting import today
from articles.readers.parts import macro

AT = Parameter("at", DateTimeField())
PART, HOME, RECENT, SEARCH = "masthead", "home", "recent", "search"


class Entry(NamedTuple):
    """A section that has stories."""

    pk: int
    slug: str
    name: str

    @property
    def url(self) -> str:
        """The path of its page."""
        return section_url(self.slug)

    @property
    def here(self) -> str:
        """What stands for its page."""
        return in_section(self.pk)


def in_section(pk: int) -> str:
    """Return what stands for the page of the section with this primary key."""
    return f"section{pk}"


def masthead(at: datetime, building: Building | None = None, here: str = "") -> SafeString:
    """Return the masthead at the timezone-aware datetime `at`, as HTML.

    `here` is HOME, RECENT, SEARCH or a section's, if the page is one of them. In a page that is
    to be cached (`building`) it is joined in when the page is served.
    """
    if building:
        return building.part(PART, here)
    return _masthead(at, _sections(at=at), here)


def bare_masthead() -> SafeString:
    """Return what needs neither the database nor the time, for pages of errors."""
    return macro("masthead", settings.LANGUAGE_CODE, settings.NEWSROOM_NAME, "", [], "")


@part(PART)
def _variants(at: datetime) -> dict[str, SafeString]:
    """Return the masthead for each page that it names, and for all others."""
    sections = _sections(at=at)
    pages = ("", HOME, RECENT, *(section.here for section in sections))
    return {here: _masthead(at, sections, here) for here in pages}


def _masthead(at: datetime, sections: list[Entry], here: str) -> SafeString:
    language = settings.LANGUAGE_CODE
    return macro("masthead", language, settings.NEWSROOM_NAME, today(at), sections, here)


_sections = PreparedQuery(
    Entry,
    lambda: (
        SectionPeriod.objects.at(AT)
        .filter(Exists(PublishedVersion.objects.visible(AT).filter(section=OuterRef("section_id"))))
        .values_list("section_id", "slug", "name")
    ),
)
