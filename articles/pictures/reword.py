"""Change what the newsroom says about a picture."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils.translation import gettext

from articles.core import NotAllowed, locked, refuse
from articles.models import Picture
from articles.people import permissions
from articles.text import one_form
from newsroom.accounts.models import User


def check_reword(picture: Picture, *, by: User) -> NotAllowed | None:
    """Return a refusal unless `by` may change what is said about this picture."""
    if permissions.can_change_picture(by, picture):
        return None
    return NotAllowed(gettext("You may not change the words of this picture."))


@transaction.atomic
def reword(picture: Picture, words: Mapping[str, str | date | None], *, by: User) -> Picture:
    """Save these words and rights by the names of their fields, and return the picture.

    It keeps only what people can see of the words. What readers see already stays as it was
    published. Raise `NotAllowed`.
    """
    picture = locked(picture)
    refuse(check_reword(picture, by=by))
    for name, value in words.items():
        setattr(picture, name, one_form(value) if isinstance(value, str) else value)
    picture.save(update_fields=list(words))
    return picture
