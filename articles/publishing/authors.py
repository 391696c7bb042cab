"""Authors: what their pages say of them, as periods."""

from typing import Any

from django.db import transaction

from articles.models import Author, AuthorPeriod, SlugKind
from articles.pictures import picture_data
from articles.publishing.keep_period import keep_period
from articles.publishing.terms import move_slug

SAID = ("name", "slug", "role", "bio", "email", "links")


@transaction.atomic
def save_author(author: Author) -> Author:
    """Save the author as readers get to know them from now on.

    After a rename the former page leads to the present one.
    """
    before = Author.objects.select_for_update().filter(pk=author.pk).first()
    author.save()
    keep_period(AuthorPeriod.objects.all(), {"author_id": author.pk}, _said(author))
    if before and before.slug != author.slug:
        move_slug(SlugKind.AUTHOR, before.slug, author.slug, author.name)
    return author


@transaction.atomic
def delete_author(author: Author) -> None:
    """Delete the author. Raise ProtectedError if a story has them in its byline."""
    key = author.pk
    author.delete()
    keep_period(AuthorPeriod.objects.all(), {"author_id": key}, {})


def _said(author: Author) -> dict[str, Any]:
    said: dict[str, Any] = {name: getattr(author, name) for name in SAID}
    shown = author.portrait if author.portrait and not author.portrait.is_gone else None
    said["portrait"] = picture_data(shown) if shown else {}
    return said
