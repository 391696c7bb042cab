"""A tag, an author or a place as readers find it under a slug, and what was published under it."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from articles.core import term_url
from articles.models import Author, FormerSlug, PublishedVersion, PublishedVersionQuerySet, TermKind
from articles.text import is_slug, name_slug, slug_form


@dataclass(frozen=True, slots=True)
class FoundTerm:
    """What has a page: its present name, and all slugs under which stories were published."""

    kind: TermKind
    slug: str
    name: str
    slugs: tuple[str, ...]
    author: Author | None = None

    @property
    def url(self) -> str:
        """The path of its page."""
        return term_url(self.kind, self.slug)

    def stories(self, at: datetime, than: tuple[datetime, int] | None) -> PublishedVersionQuerySet:
        """Return what readers see under it at the timezone-aware datetime `at`, newest first.

        Only what follows the version with the time and primary key of `than`, if there is one.
        """
        return PublishedVersion.objects.visible(at).listed_under(self.kind, self.slugs, than)


def _present_slug(kind: TermKind, slug: str) -> str:
    """Return the slug to which this one leads since a rename or a merge, "" if it leads nowhere.

    One that was typed with capitals, or sent decomposed, leads to its stored form.
    """
    stored = slug_form(slug)
    former = FormerSlug.objects.filter(kind=kind, slug=stored).values_list("present", flat=True)
    return former.first() or (stored if stored != slug and is_slug(stored) else "")


def slugs_of(kind: TermKind, name: str) -> tuple[str, ...]:
    """Return all slugs under which stories may be listed that have this name, or had it.

    It takes a query.
    """
    typed = name_slug(name)
    leading = FormerSlug.objects.filter(kind=kind)
    presents = leading.filter(slug=typed).values("present")
    same = leading.filter(Q(present=typed) | Q(slug=typed) | Q(present__in=presents))
    pairs = same.values_list("slug", "present")
    return tuple(dict.fromkeys([typed, *(slug for pair in pairs for slug in pair)]))


def find_term(kind: TermKind, slug: str, at: datetime) -> FoundTerm | None:
    """Return the term if readers see a story under it at `at`, None otherwise.

    It has another slug where this one is a former one. No name is known before the first story that
    has it. It takes three queries, and one more for an author.
    """
    slug = _present_slug(kind, slug) or slug
    former = FormerSlug.objects.filter(kind=kind, present=slug).order_by("pk")
    renamed = dict(former.values_list("slug", "name"))
    slugs = (slug, *renamed)
    listed = PublishedVersion.objects.visible(at).listed_under(kind, slugs)
    printed = listed.values_list("terms__name", flat=True).first()
    if printed is None:
        return None
    author = None
    if kind == TermKind.AUTHOR:
        author = Author.objects.select_related("portrait").filter(slug=slug).first()
    # After a rename, older stories still have the former name.
    name = author.name if author else next(iter(renamed.values()), printed)
    return FoundTerm(kind, slug, name, slugs, author)
