"""Under which tags, authors and places a published version is listed."""

from django.db import transaction

from articles.models import FormerSlug, PublishedVersion, SlugKind, Term, TermKind
from articles.text import name_slug

#: Where the frozen content of a version has the names of each kind.
NAMES = {TermKind.TAG: "tags", TermKind.AUTHOR: "authors", TermKind.PLACE: "places"}


def terms_of(version: PublishedVersion) -> list[Term]:
    """Return the version's terms, unsaved; a name without letters and digits has no page."""
    if version.is_withdrawal:
        return []
    found: dict[tuple[str, str], str] = {}
    for kind, key in NAMES.items():
        for name in version.content.get(key, ()):
            found.setdefault((kind, name_slug(name)), name)
    return [
        Term(version=version, kind=kind, slug=slug, name=name, published_at=version.published_at)
        for (kind, slug), name in found.items()
        if slug
    ]


@transaction.atomic
def move_slug(kind: SlugKind, former: str, present: str, name: str) -> None:
    """Let `former` lead to the page with the slug `present`, which has this name from now on.

    What leads to `former` follows. Nothing happens if there is no such slug, or it is the same.
    """
    slugs = FormerSlug.objects.filter(kind=kind)
    slugs.filter(slug=present).delete()
    if former and present and former != present:
        slugs.filter(present=former).update(present=present, name=name)
        slugs.update_or_create(kind=kind, slug=former, defaults={"present": present, "name": name})
    slugs.filter(present=present).update(name=name)


def forget_slugs(kind: SlugKind, present: str) -> None:
    """Let no other slug lead to the page with the slug `present` any more."""
    FormerSlug.objects.filter(kind=kind, present=present).delete()


def forget_slug(kind: SlugKind, former: str) -> None:
    """Let the slug `former` lead nowhere any more."""
    FormerSlug.objects.filter(kind=kind, slug=former).delete()
