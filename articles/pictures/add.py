"""Add a picture to the library."""

from django.utils.translation import gettext

from articles.core import NotAllowed, refuse
from articles.models import Picture
from articles.people import permissions
from articles.pictures.form import PictureForm
from newsroom.accounts.models import User


def check_add_picture(*, by: User) -> NotAllowed | None:
    """Return a refusal unless `by` may add pictures."""
    if permissions.can_add_pictures(by):
        return None
    return NotAllowed(gettext("You may not upload pictures."))


def add_picture(form: PictureForm, *, by: User) -> Picture:
    """Save the picture of a valid form, with its renditions, and return it. Raise `NotAllowed`."""
    refuse(check_add_picture(by=by))
    return form.save()
