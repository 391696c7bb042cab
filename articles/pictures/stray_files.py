"""Files without a picture, as a killed upload leaves them, and pictures without their files."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.core.files.storage import Storage, default_storage

from articles.models import Picture, PictureFile, originals
from articles.pictures.files import files_of, stem_of


@dataclass(frozen=True, slots=True)
class StrayFile:
    """A file that belongs to no picture."""

    storage: Storage
    name: str

    def remove(self) -> None:
        """Remove the file."""
        self.storage.delete(self.name)


def stray_files(before: datetime) -> list[StrayFile]:
    """Return the files last written before this timezone-aware datetime that no picture has.

    A younger one may belong to a picture that is just being uploaded.
    """
    # The files first: those of a picture that is added meanwhile are not among them.
    found = [
        StrayFile(storage, name)
        for storage in (originals(), default_storage)
        for name in _files(storage)
        if _written_before(storage, name, before)
    ]
    known = {name for name in Picture.objects.values_list("image", flat=True).iterator() if name}
    stems = set(PictureFile.objects.values_list("stem", flat=True).iterator())
    return [
        stray for stray in found if stray.name not in known and stem_of(stray.name) not in stems
    ]


def incomplete_pictures() -> list[Picture]:
    """Return the pictures that lack a file, and were not taken down."""
    pictures = Picture.objects.filter(taken_down_at=None).order_by("pk")
    return [picture for picture in pictures.iterator() if not _is_complete(picture)]


def _is_complete(picture: Picture) -> bool:
    files = files_of(picture)
    return (
        not picture.is_gone
        and originals().exists(files.original)
        and all(default_storage.exists(one["name"]) for one in files.renditions)
    )


def _files(storage: Storage, folder: str = "") -> Iterator[str]:
    try:
        folders, files = storage.listdir(folder)
    except FileNotFoundError:
        return
    for name in files:
        yield posixpath.join(folder, name)
    for name in folders:
        yield from _files(storage, posixpath.join(folder, name))


def _written_before(storage: Storage, name: str, before: datetime) -> bool:
    try:
        return storage.get_modified_time(name) < before
    except FileNotFoundError:
        return False
