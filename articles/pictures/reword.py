"""Change what the newsroom says about a picture."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext

from articles.core import NotAllowed, locked, refuse
from articles.models import Picture
from articles.people import permissions
from articles.text import one_form
from newsroom.accounts.models import User


def check_reword(*, by: User) -> NotAllowed | None:
    """Return a refusal unless `by` may change what is said about pictures."""
    if permissions.can_change_pictures(by):
        return None
    return NotAllowed(gettext("You may not change the words of pictures."))


@transaction.atomic
def reword(picture: Picture, words: Mapping[str, str], *, by: User) -> Picture:
    """Save these of `alt`, `caption` and `credit`, and return the picture. Raise `NotAllowed`.

    Of the words it keeps what people see. What readers see already stays as it was published.
    """
    refuse(check_reword(by=by))
    picture = locked(picture)
    for name, value in words.items():
        setattr(picture, name, one_form(value))
    picture.save(update_fields=list(words))
    return picture
