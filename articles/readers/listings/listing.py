"""What a list is of, and under which slug readers find it: a section, tag, author or place."""

from datetime import datetime
from typing import Protocol

from articles.models import FormerSlug, PublishedVersionQuerySet
from articles.text import both_forms, is_slug, slug_form


class Listing(Protocol):
    """What has a page of stories, and feeds of them."""

    @property
    def kind(self) -> str:
        """One of `SlugKind`."""

    @property
    def slug(self) -> str:
        """The one that it has now: what was asked for may be a former one."""

    @property
    def name(self) -> str:
        """What readers call it."""

    @property
    def url(self) -> str:
        """The path of its page."""

    def stories(self, at: datetime, than: tuple[datetime, int] | None) -> PublishedVersionQuerySet:
        """Return what readers see under it at the timezone-aware datetime `at`, newest first.

        Only what follows the version with the time and primary key of `than`, if there is one.
        """


def present_slug(kind: str, slug: str, at: datetime) -> str:
    """Return the slug to which this one leads since a rename or a merge, "" if it leads nowhere.

    One that was typed with capitals, or sent decomposed, leads to its stored form.
    """
    stored = slug_form(slug)
    former = FormerSlug.objects.at(at).filter(kind=kind, slug__in=both_forms(stored))
    found = former.values_list("present", flat=True).first()
    return found or (stored if stored != slug and is_slug(stored) else "")
