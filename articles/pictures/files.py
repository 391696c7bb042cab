"""The files of pictures: originals in a storage of their own, renditions where readers get them."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass

from django.core.files.base import ContentFile
from django.core.files.storage import Storage, default_storage
from django.utils.translation import gettext

from articles.models import Picture, PictureFile, Rendition, originals
from articles.pictures.errors import UnusablePicture
from articles.pictures.reading import MadeFile, ReadPicture

#: The folder of the renditions.
RENDITIONS = "renditions"
#: In which a file can exist beside others with its stem.
SUFFIXES = ("jpg", "webp", "avif")


@dataclass(frozen=True, slots=True)
class KeptFiles:
    """The names of a picture's files."""

    original: str
    renditions: tuple[Rendition, ...]
    #: The names without suffix of all that readers may ask for.
    stems: tuple[str, ...] = ()

    def remove(self) -> None:
        """Remove the files, whichever of them are there."""
        for rendition in self.renditions:
            default_storage.delete(rendition["name"])
        remove_files(self.stems)
        if self.original:
            originals().delete(self.original)


def remove_files(stems: Iterable[str]) -> None:
    """Remove the files with these names, in each format, whichever of them are there."""
    for stem in stems:
        for suffix in SUFFIXES:
            default_storage.delete(f"{stem}.{suffix}")


def files_of(picture: Picture) -> KeptFiles:
    """Return the names of the picture's files."""
    stems = picture.files.values_list("stem", flat=True) if picture.pk else ()
    return KeptFiles(picture.image.name or "", tuple(picture.renditions), tuple(stems))


def stem_of(name: str) -> str:
    """Return the name of a file without its suffix."""
    return name.rpartition(".")[0]


def note_files(picture: Picture) -> None:
    """Write down that the renditions are those of this saved picture: readers may ask for them."""
    PictureFile.objects.bulk_create(
        PictureFile(stem=stem_of(one["name"]), picture=picture) for one in picture.renditions
    )


def keep(picture: ReadPicture) -> KeptFiles:
    """Write the files of the picture under random names, and return the names.

    Raise `UnusablePicture` where the disk takes no more; then none of them is left.
    """
    names = KeptFiles(
        _name(picture.original),
        tuple(
            Rendition(name=rendition_name(made), width=made.width, height=made.height)
            for made in picture.renditions
        ),
    )
    try:
        write(originals(), names.original, picture.original.data)
        for rendition, made in zip(names.renditions, picture.renditions, strict=True):
            write(default_storage, rendition["name"], made.data)
    except BaseException as error:
        # Where nothing can be removed either, it is found later.
        with suppress(OSError):
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


def rendition_name(made: MadeFile) -> str:
    """Return a new random name for the file among the renditions."""
    return f"{RENDITIONS}/{_name(made)}"


def write(storage: Storage, name: str, data: bytes) -> None:
    """Write a file that is not there yet. Raise FileExistsError if it is."""
    if storage.save(name, ContentFile(data)) != name:
        raise FileExistsError(name)
