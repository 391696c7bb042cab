"""Add a picture to the library."""

from django.db import transaction
from django.utils.translation import gettext

from articles.core import NotAllowed, refuse
from articles.models import Picture
from articles.people import permissions
from articles.pictures.files import files_of, keep, note_files, put_files
from articles.pictures.form import PictureForm
from articles.pictures.reading import ReadPicture
from articles.pictures.tasks import make_look_later
from newsroom.accounts.models import User


def check_add_picture(*, by: User) -> NotAllowed | None:
    """Return a refusal unless `by` may add pictures."""
    if permissions.can_add_pictures(by):
        return None
    return NotAllowed(gettext("You may not upload pictures."))


def add_picture(form: PictureForm, *, by: User) -> Picture:
    """Save the picture of a valid form, whose files are kept already. Raise `NotAllowed`.

    If it cannot be saved, its files are removed.
    """
    return _saved(form.save(commit=False), by=by)


def add_read_picture(picture: Picture, read: ReadPicture, *, filename: str, by: User) -> Picture:
    """Keep the files of a picture that was read elsewhere, and save it with its words and rights.

    Raise `NotAllowed`, and `UnusablePicture` where the disk takes no more.
    """
    picture.clean()
    put_files(picture, keep(read), read, filename)
    return _saved(picture, by=by)


def _saved(picture: Picture, *, by: User) -> Picture:
    picture.added_by = by
    try:
        refuse(check_add_picture(by=by))
        with transaction.atomic():
            picture.save(force_insert=True)
            note_files(picture)
            make_look_later(picture)
    except BaseException:
        # Its row, if it got a key, is gone.
        picture.pk = None
        files_of(picture).remove()
        raise
    return picture
