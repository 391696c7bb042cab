"""What the room does in the background."""

import logging
from datetime import timedelta
from time import monotonic

from django.conf import settings
from django_tasks import task

from articles.core import clock
from articles.models import Picture, PictureFile
from articles.pictures.files import remove_files
from articles.pictures.looks.make_look import make_look, pictures_to_make

#: Seconds after which other tasks get their turn; what is left is made in the next run.
MOST_SECONDS = 20
#: How long a file is kept that no page shows any more, beside what caches in front may keep.
KEPT = timedelta(days=1)


logger = logging.getLogger(__name__)


@task
def make_picture_look(picture: int) -> None:
    """Make the crops and formats of the picture with this primary key, if it is still there."""
    if found := pictures_to_make().filter(pk=picture).first():
        make_look(found)


@task
def make_picture_looks() -> None:
    """Make those of pictures that have none, or old ones, for a while."""
    end = monotonic() + MOST_SECONDS
    for picture in pictures_to_make()[:MOST_SECONDS]:
        try:
            make_look(picture)
        except OSError:
            # The others need not wait for it.
            logger.exception("Picture %s could not be cut.", picture.pk)
        if monotonic() > end:
            return


@task
def remove_unused_files() -> None:
    """Remove files of pictures that no page has shown for a day."""
    before = clock.now() - KEPT - timedelta(seconds=settings.NEWSROOM_SHARED_CACHE_SECONDS)
    for file in PictureFile.objects.filter(unused_since__lt=before).iterator():
        # A file that is lost is better than one that nobody knows of.
        remove_files([file.stem])
        file.delete()


def make_look_later(picture: Picture) -> None:
    """Have its look made in the background, in the transaction of what asks for it."""
    make_picture_look.enqueue(picture.pk)
