"""Authors: what their pages say of them, as periods."""

from django.db import transaction

from articles.models import Author, AuthorPeriod, SlugKind
from articles.pictures import picture_data
from articles.publishing.next_period import next_period
from articles.publishing.terms import move_slug

SAID = ("name", "slug", "role", "bio", "email", "links")


@transaction.atomic
def save_author(author: Author) -> Author:
    """Save the author as readers see them from now on.

    After a rename the former page leads to the present one.
    """
    before = Author.objects.select_for_update(no_key=True).filter(pk=author.pk).first()
    author.save()
    _keep(author.pk, _period_of(author))
    if before and before.slug != author.slug:
        move_slug(SlugKind.AUTHOR, before.slug, author.slug, author.name)
    return author


@transaction.atomic
def delete_author(author: Author) -> None:
    """Delete the author. Raise ProtectedError if a story has them in its byline."""
    key = author.pk
    author.delete()
    _keep(key, None)


def _keep(key: int, made: AuthorPeriod | None) -> None:
    ended, begun = next_period(AuthorPeriod.objects.filter(author_id=key).newest(), made)
    if ended:
        ended.save(update_fields=["valid_until"])
    if begun:
        begun.save(force_insert=True)


def _period_of(author: Author) -> AuthorPeriod:
    shown = author.portrait if author.portrait and not author.portrait.is_gone else None
    return AuthorPeriod(
        author=author,
        # With its key, by which pages join what is made of it later.
        portrait={**picture_data(shown), "picture": shown.pk} if shown else {},
        **{name: getattr(author, name) for name in SAID},
    )
