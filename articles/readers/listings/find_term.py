"""A tag, an author or a place as readers find it under a slug, and what was published under it."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from articles.core import term_url
from articles.models import (
    AuthorPeriod,
    FormerSlug,
    PublishedVersion,
    PublishedVersionQuerySet,
    TermKind,
)
from articles.readers.listings.listing import present_slug
from articles.text import both_forms, name_slug


@dataclass(frozen=True, slots=True)
class FoundTerm:
    """What has a page: its present name, and all slugs under which stories were published."""

    kind: TermKind
    slug: str
    name: str
    slugs: tuple[str, ...]
    author: AuthorPeriod | None = None

    @property
    def url(self) -> str:
        """The path of its page."""
        return term_url(self.kind, self.slug)

    def stories(self, at: datetime, than: tuple[datetime, int] | None) -> PublishedVersionQuerySet:
        """Return what readers see under it at the timezone-aware datetime `at`, newest first.

        Only what follows the version with the time and primary key of `than`, if there is one.
        """
        return PublishedVersion.objects.visible(at).listed_under(self.kind, self.slugs, than)


def slugs_of(kind: TermKind, name: str, at: datetime) -> tuple[str, ...]:
    """Return all slugs under which stories may be listed that have this name, or had it.

    That is as of the timezone-aware datetime `at`. It takes a query.
    """
    typed = name_slug(name)
    leading = FormerSlug.objects.at(at).filter(kind=kind)
    forms = both_forms(typed)
    presents = leading.filter(slug__in=forms).values("present")
    same = leading.filter(Q(present__in=forms) | Q(slug__in=forms) | Q(present__in=presents))
    pairs = same.values_list("slug", "present")
    return tuple(dict.fromkeys([*forms, *(slug for pair in pairs for slug in pair)]))


def find_term(kind: TermKind, slug: str, at: datetime) -> FoundTerm | None:
    """Return the term if readers see a story under it at `at`, None otherwise.

    It has another slug where this one is a former one. No name is known before the first story that
    has it. It takes three queries, and one more for an author.
    """
    slug = present_slug(kind, slug, at) or slug
    forms = both_forms(slug)
    former = FormerSlug.objects.at(at).filter(kind=kind, present__in=forms).order_by("pk")
    renamed = dict(former.values_list("slug", "name"))
    slugs = (*forms, *renamed)
    listed = PublishedVersion.objects.visible(at).listed_under(kind, slugs)
    printed = listed.values_list("terms__name", flat=True).first()
    if printed is None:
        return None
    author = None
    if kind == TermKind.AUTHOR:
        author = AuthorPeriod.objects.at(at).filter(slug__in=forms).order_by("-valid_from").first()
    # After a rename, older stories still have the former name.
    name = author.name if author else next(iter(renamed.values()), printed)
    return FoundTerm(kind, slug, name, slugs, author)
