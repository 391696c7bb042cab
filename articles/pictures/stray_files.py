"""Files without a picture, as a killed upload leaves them, and pictures without their files."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.files.storage import Storage, default_storage
from django_tasks import task

from articles.core import clock
from articles.models import Picture, PictureFile, originals
from articles.pictures.files import files_of, stem_of

#: A younger file may belong to a picture that is just being uploaded.
YOUNG = timedelta(hours=1)
#: Older ones are left to whoever runs the site: after a database was restored from a backup, the
#: files of newer pictures are strays too.
OLD = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class StrayFile:
    """A file that belongs to no picture."""

    storage: Storage
    name: str

    def remove(self) -> None:
        """Remove the file."""
        self.storage.delete(self.name)


@task
def remove_stray_files() -> None:
    """Remove what uploads have left that were killed in the last days."""
    now = clock.now()
    for stray in stray_files(now - YOUNG, since=now - OLD):
        stray.remove()


def stray_files(before: datetime, since: datetime | None = None) -> list[StrayFile]:
    """Return the files last written before this timezone-aware datetime that no picture has.

    Only those that were written after `since`, if it is given.
    """
    # The files first: those of a picture that is added meanwhile are not among them.
    found = [
        StrayFile(storage, name)
        for storage in (originals(), default_storage)
        for name in _files(storage)
        if _is_written(storage, name, before, since)
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


def _is_written(storage: Storage, name: str, before: datetime, since: datetime | None) -> bool:
    try:
        at = storage.get_modified_time(name)
    except FileNotFoundError:
        return False
    return at < before and (since is None or at >= since)
