"""Delete pictures that no story has ever used; what readers saw is taken down instead."""

from functools import partial

from django.db import transaction

from articles.core import locked
from articles.models import Picture
from articles.pictures.files import files_of


@transaction.atomic
def delete_picture(picture: Picture) -> None:
    """Delete the picture, then its files. Raise ProtectedError if a story uses or used it."""
    picture = locked(picture)
    files = files_of(picture)
    picture.delete()
    transaction.on_commit(partial(files.remove))
