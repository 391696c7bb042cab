"""Files that no picture has are found, and removed once they are old enough."""

import os
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.utils import timezone

from articles.models import originals
from articles.pictures.stray_files import remove_stray_files
from tests.factories import make_picture
from tests.pictures.written import files

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_folders")]


def test_files_without_a_picture_are_found_and_removed() -> None:
    picture = make_picture()
    for storage in (originals(), default_storage):
        storage.save("ab/left-over.jpg", ContentFile(b"x"))
    said = StringIO()
    call_command("check_pictures", stdout=said)
    assert not said.getvalue()

    two_hours_ago = (timezone.now() - timedelta(hours=2)).timestamp()
    for path in files():
        os.utime(path, (two_hours_ago, two_hours_ago))
    call_command("check_pictures", stdout=said)
    assert said.getvalue().count("left-over.jpg: no picture has this file") == 2
    call_command("check_pictures", "--remove", stdout=said)
    assert len(files()) == 1 + len(picture.renditions)

    originals().delete(str(picture.image))
    with pytest.raises(CommandError, match="1 pictures lack a file"):
        call_command("check_pictures", stdout=said)


def test_what_killed_uploads_left_goes_by_itself_and_what_is_young_or_old_stays() -> None:
    make_picture()
    storage, now = originals(), timezone.now()
    for name, hours in (("young", 0.5), ("left-over", 2), ("a-day", 24), ("old", 24 * 4)):
        storage.save(f"ab/{name}.jpg", ContentFile(b"x"))
        at = (now - timedelta(hours=hours)).timestamp()
        os.utime(Path(settings.NEWSROOM_ORIGINALS_ROOT) / f"ab/{name}.jpg", (at, at))
    before = len(files())
    remove_stray_files.call()
    assert len(files()) == before - 2
    assert {path.stem for path in files()} >= {"young", "old"}
