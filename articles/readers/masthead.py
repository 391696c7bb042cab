"""The masthead: name, date, sections and breaking news. A part of its own, in each page."""

from datetime import datetime
from typing import NamedTuple

from django.conf import settings
from django.db.models import DateTimeField, Exists, OuterRef, Subquery
from django.utils.safestring import SafeString

from articles.core import article_url, section_url
from articles.database import Parameter, PreparedQuery
from articles.models import BreakingNews, PublishedVersion, SectionPeriod
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
        """What identifies its page."""
        return in_section(self.pk)


class Breaking(NamedTuple):
    """Breaking news: its text, and where it leads; `slug` is of its story as readers see it."""

    text: str
    to: str
    story_id: int | None
    slug: str | None

    @property
    def url(self) -> str:
        """Where it leads; "" if nowhere."""
        return article_url(self.slug) if self.slug else self.to

    @property
    def is_shown(self) -> bool:
        """Whether readers may see it: they may see its story, if it has one."""
        return self.story_id is None or self.slug is not None


def in_section(pk: int) -> str:
    """Return what identifies the page of the section with this primary key."""
    return f"section{pk}"


def masthead(at: datetime, building: Building | None = None, here: str = "") -> SafeString:
    """Return the masthead at the timezone-aware datetime `at`, as HTML.

    `here` is HOME, RECENT, SEARCH or a section's, if the page is one of them. In a page that is
    to be cached (`building`) it is joined in when the page is served.
    """
    if building:
        return building.part(PART, here)
    return _masthead(at, _sections(at=at), _breaking_news(at), here)


def bare_masthead() -> SafeString:
    """Return what needs neither the database nor the time, for pages of errors."""
    return macro("masthead", settings.LANGUAGE_CODE, settings.NEWSROOM_NAME, "", [], None, "")


@part(PART)
def _variants(at: datetime) -> dict[str, SafeString]:
    """Return the masthead for each page that it names, and for all others."""
    sections, breaking = _sections(at=at), _breaking_news(at)
    pages = ("", HOME, RECENT, *(section.here for section in sections))
    return {here: _masthead(at, sections, breaking, here) for here in pages}


def _masthead(
    at: datetime, sections: list[Entry], breaking: Breaking | None, here: str
) -> SafeString:
    name, language = settings.NEWSROOM_NAME, settings.LANGUAGE_CODE
    return macro("masthead", language, name, today(at), sections, breaking, here)


def _breaking_news(at: datetime) -> Breaking | None:
    return next((one for one in _breaking(at=at) if one.is_shown), None)


_sections = PreparedQuery(
    Entry,
    lambda: (
        SectionPeriod.objects.at(AT)
        .filter(Exists(PublishedVersion.objects.visible(AT).filter(section=OuterRef("section_id"))))
        .values_list("section_id", "slug", "name")
    ),
)

_breaking = PreparedQuery(
    Breaking,
    lambda: BreakingNews.objects.at(AT).values_list(
        "text",
        "url",
        "story_id",
        Subquery(
            PublishedVersion.objects.visible(AT)
            .filter(story=OuterRef("story_id"))
            .values("slug")[:1]
        ),
    ),
)
