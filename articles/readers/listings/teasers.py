"""What lists show of a story: a few columns of the version that readers see, not the text."""

from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from django.db.models import BigIntegerField, DateTimeField
from django.db.models.fields.json import KeyTextTransform

from articles.body import PictureData
from articles.core import article_url
from articles.database import Parameter, PreparedQuery
from articles.models import PublishedVersion, PublishedVersionQuerySet, Time, coverage_runs
from articles.readers.language import language_of
from articles.readers.listed_picture import LOOK, listed_picture
from articles.readers.section_name import section_name

AT = Parameter("at", DateTimeField())
SECTION = Parameter("section", BigIntegerField())
KEY = (Parameter("published_at", DateTimeField()), Parameter("pk", BigIntegerField()))


class Headline(NamedTuple):
    """A story in a short list; `is_live` if live coverage of it runs."""

    story_id: int
    slug: str
    headline: str
    language: str
    published_at: datetime
    is_live: bool

    @property
    def shown_language(self) -> str:
        """The language of the headline."""
        return language_of(self.language, self.headline)

    @property
    def url(self) -> str:
        """The path of its page."""
        return article_url(self.slug)


class Teaser(NamedTuple):
    """A story in a list; `section` is its name.

    `frozen_picture` is the JSON of its lead picture, `look` that of what was made of it since;
    `is_live` if live coverage of it runs.
    """

    pk: int
    story_id: int
    slug: str
    headline: str
    summary: str
    language: str
    published_at: datetime
    section: str | None
    frozen_picture: str | None
    look: str | None
    is_live: bool = False

    @property
    def shown_language(self) -> str:
        """The language of the story."""
        return language_of(self.language, f"{self.headline} {self.summary}")

    @property
    def key(self) -> tuple[datetime, int]:
        """Its place in a list."""
        return self.published_at, self.pk

    def picture(self, shape: str) -> PictureData | None:
        """Return its lead picture in this shape, if it has one."""
        return listed_picture(self.frozen_picture, self.look, shape)

    @property
    def url(self) -> str:
        """The path of its page."""
        return article_url(self.slug)


def newest(at: datetime, count: int) -> list[Teaser]:
    """Return the newest stories that readers see at the timezone-aware `at`, newest first."""
    return _newest(count)(at=at)


def older(at: datetime, than: tuple[datetime, int], count: int) -> list[Teaser]:
    """Return what follows the story with this time of publication and primary key in `newest`."""
    published_at, pk = than
    return _older(count)(at=at, published_at=published_at, pk=pk)


def newest_in(section: int, at: datetime, count: int) -> list[Teaser]:
    """Return what `newest` does, of the section with this primary key."""
    return _newest_in(count)(at=at, section=section)


def older_in(section: int, at: datetime, than: tuple[datetime, int], count: int) -> list[Teaser]:
    """Return what `older` does, of the section with this primary key."""
    published_at, pk = than
    return _older_in(count)(at=at, section=section, published_at=published_at, pk=pk)


def headlines(at: datetime, count: int) -> list[Headline]:
    """Return the same stories as `newest`, with less of each."""
    return _headlines(count)(at=at)


@cache
def _headlines(count: int) -> PreparedQuery[Headline]:
    return PreparedQuery(
        Headline,
        lambda: (
            PublishedVersion.objects.visible(AT)
            .newest_first()
            .annotate(is_live=coverage_runs(AT))
            .values_list(*Headline._fields)[:count]
        ),
    )


@cache
def _newest(count: int) -> PreparedQuery[Teaser]:
    return PreparedQuery(
        Teaser, lambda: columns(PublishedVersion.objects.visible(AT).newest_first(), AT)[:count]
    )


@cache
def _older(count: int) -> PreparedQuery[Teaser]:
    return PreparedQuery(
        Teaser,
        lambda: columns(PublishedVersion.objects.visible(AT).newest_first().older_than(*KEY), AT)[
            :count
        ],
    )


@cache
def _newest_in(count: int) -> PreparedQuery[Teaser]:
    return PreparedQuery(Teaser, lambda: columns(_in_section(), AT)[:count])


@cache
def _older_in(count: int) -> PreparedQuery[Teaser]:
    return PreparedQuery(Teaser, lambda: columns(_in_section().older_than(*KEY), AT)[:count])


def _in_section() -> PublishedVersionQuerySet:
    return PublishedVersion.objects.visible(AT).newest_first().filter(section=SECTION)


def columns(versions: Any, at: Time) -> Any:
    """Return the columns of a `Teaser` of each of the published versions, as of `at`."""
    own = ("pk", "story_id", "slug", "headline", "summary", "language", "published_at")
    return versions.values_list(
        *own, section_name(at), KeyTextTransform("picture", "content"), LOOK, coverage_runs(at)
    )
