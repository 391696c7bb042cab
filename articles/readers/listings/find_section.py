"""A section as readers find it under a slug."""

from dataclasses import dataclass
from datetime import datetime

from articles.core import section_url
from articles.models import PublishedVersion, PublishedVersionQuerySet, SectionPeriod, SlugKind
from articles.readers.listings.listing import present_slug


@dataclass(frozen=True, slots=True)
class FoundSection:
    """A section, by the primary key of its row, as it was called at some time."""

    pk: int
    slug: str
    name: str

    @property
    def kind(self) -> str:
        """What it is, as in the names of its pages."""
        return SlugKind.SECTION

    @property
    def url(self) -> str:
        """The path of its page."""
        return section_url(self.slug)

    def stories(self, at: datetime, than: tuple[datetime, int] | None) -> PublishedVersionQuerySet:
        """Return what readers see in it at the timezone-aware datetime `at`, newest first.

        Only what follows the version with the time and primary key of `than`, if there is one.
        """
        stories = PublishedVersion.objects.visible(at).newest_first().filter(section=self.pk)
        return stories.older_than(*than) if than else stories


def find_section(slug: str, at: datetime) -> FoundSection | None:
    """Return the section with this slug at the timezone-aware datetime `at`, None without one.

    It has another slug where this one is a former one. It takes a query, and two more for that.
    """
    found = _called(slug, at)
    if found is None and (present := present_slug(SlugKind.SECTION, slug, at)):
        found = _called(present, at)
    return found


def _called(slug: str, at: datetime) -> FoundSection | None:
    # Two can have had it only where the clock was set back.
    held = SectionPeriod.objects.at(at).filter(slug=slug).order_by("-valid_from", "-pk")
    row = held.values_list("section_id", "slug", "name").first()
    return FoundSection(*row) if row else None
