"""The files of pictures: originals in a storage of their own, renditions where readers get them."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from django.core.files.base import ContentFile
from django.core.files.storage import Storage, default_storage
from django.utils.translation import gettext

from articles.models import Picture, Rendition, originals
from articles.pictures.errors import UnusablePicture
from articles.pictures.reading import MadeFile, ReadPicture

#: The folder of the renditions.
RENDITIONS = "renditions"


@dataclass(frozen=True, slots=True)
class KeptFiles:
    """The names of a picture's files."""

    original: str
    renditions: tuple[Rendition, ...]

    def remove(self) -> None:
        """Remove the files, whichever of them are there."""
        for rendition in self.renditions:
            default_storage.delete(rendition["name"])
        if self.original:
            originals().delete(self.original)


def files_of(picture: Picture) -> KeptFiles:
    """Return the names of the picture's files."""
    return KeptFiles(picture.image.name or "", tuple(picture.renditions))


def keep(picture: ReadPicture) -> KeptFiles:
    """Write the files of the picture under random names, and return the names.

    Raise `UnusablePicture` where the disk takes no more; then none of them is left.
    """
    names = KeptFiles(
        _name(picture.original),
        tuple(
            Rendition(name=f"{RENDITIONS}/{_name(made)}", width=made.width, height=made.height)
            for made in picture.renditions
        ),
    )
    try:
        _write(originals(), names.original, picture.original)
        for rendition, made in zip(names.renditions, picture.renditions, strict=True):
            _write(default_storage, rendition["name"], made)
    except BaseException as error:
        names.remove()
        if not isinstance(error, OSError):
            raise
        raise UnusablePicture(
            gettext(
                "The server could not keep the picture: %(error)s. Tell whoever runs it, and try"
                " again later."
            )
            % {"error": error.strerror or error}
        ) from error
    return names


def put_files(picture: Picture, files: KeptFiles, read: ReadPicture, filename: str) -> None:
    """Let the unsaved picture have these files, and the name that the upload had."""
    picture.image = files.original
    picture.renditions = list(files.renditions)
    picture.width, picture.height = read.original.width, read.original.height
    picture.filename = "".join(filter(str.isprintable, filename))[-200:]


def _name(made: MadeFile) -> str:
    # Two digits name a folder, so that none holds all files.
    name = secrets.token_hex(16)
    return f"{name[:2]}/{name[2:]}.{made.suffix}"


def _write(storage: Storage, name: str, made: MadeFile) -> None:
    if storage.save(name, ContentFile(made.data)) != name:
        raise FileExistsError(name)
