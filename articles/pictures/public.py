"""Which files of pictures readers may have: those of what they see now."""

from datetime import datetime

from articles.models import (
    AuthorPeriod,
    EntryVersion,
    Figure,
    PictureFile,
    PublishedVersion,
)
from articles.pictures.uses import pictures_of, slots_seen


def picture_of(stem: str) -> int | None:
    """Return the primary key of the picture to which the file with this name belongs."""
    return PictureFile.objects.filter(stem=stem).values_list("picture", flat=True).first()


def is_public(picture: int, at: datetime) -> bool:
    """Return whether readers see the picture with this primary key at `at` (timezone-aware).

    Wherever that is: leading a story, in its text or an entry of it, on a front, or as an author's
    portrait.
    """
    seen = PublishedVersion.objects.visible(at)
    with_figure = Figure.objects.filter(picture=picture).values("story")
    return (
        seen.filter(picture=picture).exists()
        or EntryVersion.objects.visible(at).filter(picture=picture).exists()
        or AuthorPeriod.objects.at(at).filter(author__portrait=picture).exists()
        or slots_seen(at).filter(picture=picture).exists()
        # The rows of figures are those of the working copy and of what was in it before.
        or any(
            picture in pictures_of(version)
            for version in seen.filter(story__in=with_figure).only("picture_id", "content")
        )
    )
