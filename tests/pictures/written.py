"""The files that were written for pictures."""

from pathlib import Path

from django.conf import settings


def files() -> list[Path]:
    """Return all files in the folders of pictures, originals and renditions."""
    folders = (settings.MEDIA_ROOT, settings.NEWSROOM_ORIGINALS_ROOT)
    return [path for folder in folders for path in Path(folder).rglob("*") if path.is_file()]
