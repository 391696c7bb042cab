"""Under which tags, authors and places a published version is listed."""

from django.db import transaction
from django.db.models import Q

from articles.models import (
    FormerSlug,
    PeriodQuerySet,
    PublishedVersion,
    SlugKind,
    Term,
    TermKind,
)
from articles.publishing.next_period import next_period
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

    What leads to `former` follows. Nothing leads on if there is no such slug, or it is the same.
    """
    both = (former, present)
    leading = _leading(kind).filter(Q(slug__in=both) | Q(present__in=both)).select_for_update()
    before = {one.slug: (one.present, one.name) for one in leading.order_by("pk")}
    after = {slug: leads for slug, leads in before.items() if slug != present}
    if former and present and former != present:
        follows = (slug for slug, (leads, _) in after.items() if leads == former)
        after |= dict.fromkeys((*follows, former), (present, name))
    after |= {slug: (present, name) for slug, (leads, _) in after.items() if leads == present}
    for slug in before | after:
        if before.get(slug) != after.get(slug):
            _keep(kind, slug, after.get(slug))


@transaction.atomic
def forget_slugs(kind: SlugKind, present: str) -> None:
    """Let no other slug lead to the page with the slug `present` any more."""
    for slug in _leading(kind).filter(present=present).values_list("slug", flat=True):
        forget_slug(kind, slug)


@transaction.atomic
def forget_slug(kind: SlugKind, former: str) -> None:
    """Let the slug `former` lead nowhere any more."""
    _keep(kind, former, None)


def _keep(kind: SlugKind, slug: str, leads: tuple[str, str] | None) -> None:
    made = leads and FormerSlug(kind=kind, slug=slug, present=leads[0], name=leads[1])
    last = FormerSlug.objects.filter(kind=kind, slug=slug).newest()
    ended, begun = next_period(last, made or None)
    if ended:
        ended.save(update_fields=["valid_until"])
    if begun:
        begun.save(force_insert=True)


def _leading(kind: SlugKind) -> PeriodQuerySet[FormerSlug]:
    return FormerSlug.objects.present().filter(kind=kind)
