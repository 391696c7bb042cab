"""Uploads as they came, which nobody gets over HTTP: they say where and by whom they were made."""

from django.conf import settings
from django.core.files.storage import FileSystemStorage


class OriginalsStorage(FileSystemStorage):
    """A folder outside of MEDIA_ROOT, for the server's own user; its files have no URLs."""

    def __init__(self) -> None:
        super().__init__(file_permissions_mode=0o600, directory_permissions_mode=0o700)

    @property
    def base_location(self) -> str:
        return str(settings.NEWSROOM_ORIGINALS_ROOT)

    @property
    def location(self) -> str:
        return str(settings.NEWSROOM_ORIGINALS_ROOT)

    def url(self, name: str | None) -> str:
        """Raise ValueError: an original is never served."""
        raise ValueError("An original picture has no URL.")
