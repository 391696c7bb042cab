"""Files in a bucket of an object storage with the S3 interface, in place of folders.

Everything in it is private: readers get renditions through the site alone.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.core.files.base import File
from storages.backends.s3 import S3Storage

Result = TypeVar("Result")
#: Seconds to wait for the server, and how often to ask again.
CONNECTING, ANSWERING, ATTEMPTS = 5, 30, 3


def _as_disk(method: Callable[..., Result]) -> Callable[..., Result]:
    """Let the method raise OSError, as a disk does, where the server fails."""

    @functools.wraps(method)
    def called(*arguments: Any, **options: Any) -> Result:
        try:
            return method(*arguments, **options)
        except (BotoCoreError, ClientError) as error:
            raise OSError(f"The object storage failed: {error}") from error

    return called


class ObjectStorage(S3Storage):  # type: ignore[misc]
    """A folder of a bucket; what goes wrong with it is an OSError."""

    def __init__(self, **options: Any) -> None:
        own_server = bool(options.get("endpoint_url"))
        super().__init__(
            default_acl=None,
            # All names are random: asking whether one is taken would be for nothing.
            file_overwrite=True,
            client_config=Config(
                connect_timeout=CONNECTING,
                read_timeout=ANSWERING,
                retries={"total_max_attempts": ATTEMPTS},
                signature_version="s3v4",
                s3={"addressing_style": "path" if own_server else "auto"},
            ),
            **options,
        )

    @_as_disk
    def _save(self, name: str, content: File[bytes]) -> str:
        saved: str = super()._save(name, content)
        return saved

    @_as_disk
    def _open(self, name: str, mode: str = "rb") -> File[bytes]:
        file: File[bytes] = super()._open(name, mode)
        return file

    @_as_disk
    def delete(self, name: str) -> None:
        """Delete the file, if it is there."""
        super().delete(name)

    @_as_disk
    def exists(self, name: str) -> bool:
        """Return whether the file is there."""
        return bool(super().exists(name))

    @_as_disk
    def listdir(self, name: str) -> tuple[list[str], list[str]]:
        """Return the folders and the files in a folder."""
        folders, files = super().listdir(name)
        return folders, files

    @_as_disk
    def get_modified_time(self, name: str) -> datetime:
        """Return when the file was written, as a timezone-aware datetime."""
        at: datetime = super().get_modified_time(name)
        return at

    def url(self, name: str | None, *arguments: Any, **options: Any) -> str:
        """Raise ValueError: what is in the bucket is served by the site alone."""
        raise ValueError("A file in the object storage has no URL of its own.")
