"""A picture and its files come and go together, whatever happens in between."""

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks

from articles import pictures, publishing, writing
from articles.core import NotAllowed, NotPossible, NotReady
from articles.models import Picture, originals
from articles.pictures import PictureForm
from articles.pictures.files import files_of
from articles.stories import problems, working_copy_of
from tests.factories import PICTURE, make_picture
from tests.helpers import draft, managing_editor, ready, reporter
from tests.pictures.written import files

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_folders")]
WORDS = {"alt": "A field", "caption": "At dawn", "credit": "Ana"}


def form() -> PictureForm:
    upload = SimpleUploadedFile("flags.jpg", PICTURE.read_bytes())
    return PictureForm(WORDS, {"image": upload})


def test_originals_have_no_url_and_renditions_have_random_ones(client: Client) -> None:
    picture, again = make_picture(), make_picture()
    assert picture.filename == "flags.jpg"
    urls = {default_storage.url(one["name"]) for one in picture.renditions + again.renditions}
    assert len(urls) == len(picture.renditions) * 2
    with pytest.raises(ValueError, match="no URL"):
        picture.image.url  # noqa: B018
    original = Path(picture.image.path)
    assert not original.is_relative_to(settings.MEDIA_ROOT)
    assert oct(original.stat().st_mode)[-3:] == "600"
    for path in (picture.image.name, f"../originals/{picture.image.name}", "", "a" * 300):
        assert client.get(f"/media/{path}").status_code == 404


def test_nothing_but_renditions_is_served(client: Client) -> None:
    for name in ("pictures/2026/11/a.jpeg", "__processed__/abc/def/a-0123.jpg", "renditions/a.jpg"):
        default_storage.save(name, ContentFile(b"x"))
        assert client.get(f"/media/{name}").status_code == 404


@pytest.mark.parametrize("last", [0, 1, 2])
def test_a_full_disk_is_an_error_of_the_form_and_leaves_nothing(
    last: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = []

    save = type(originals()).save

    def save_or_fail(storage: Any, name: str, content: Any, **options: Any) -> str:
        written.append(0)
        kept: str = save(storage, name, content, **options)
        if len(written) > last:
            raise OSError(28, "No space left on device")
        return kept

    monkeypatch.setattr("django.core.files.storage.FileSystemStorage.save", save_or_fail)
    full = form()
    assert not full.is_valid()
    assert "No space left on device" in str(full.errors["image"])
    assert not files()
    assert not Picture.objects.exists()


def test_files_go_if_the_row_cannot_be_saved(monkeypatch: pytest.MonkeyPatch) -> None:
    valid = form()
    assert valid.is_valid()
    assert files()
    with pytest.raises(NotAllowed):
        pictures.add_picture(valid, by=reporter())
    assert not files()


def test_the_files_of_a_deleted_picture_are_gone(
    client: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    picture = make_picture()
    url = picture.url(800)
    with django_capture_on_commit_callbacks(execute=True):
        pictures.delete_picture(picture)
    assert client.get(url).status_code == 404
    assert not files()


def test_a_file_that_stays_keeps_no_other_one(monkeypatch: pytest.MonkeyPatch) -> None:
    picture = make_picture()
    delete, kept = FileSystemStorage.delete, picture.renditions[0]["name"]

    def delete_or_fail(storage: Any, name: str) -> None:
        if name == kept:
            raise OSError(5, "Input/output error")
        delete(storage, name)

    monkeypatch.setattr("django.core.files.storage.FileSystemStorage.delete", delete_or_fail)
    with pytest.raises(OSError, match="Input"):
        files_of(picture).remove()
    assert [path.name for path in files()] == [Path(kept).name]


def test_what_readers_see_cannot_be_taken_down_and_the_rest_can(
    client: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    lead, inside = make_picture(**WORDS), make_picture(**WORDS)
    figure = (
        f'<figure data-block="figure" data-key="figure001" data-picture="{inside.pk}"'
        ' data-alt="Water"><figcaption>By the river</figcaption></figure>'
    )
    body = f"<p>The harvest has begun.</p>{figure}"
    by = managing_editor()
    story = ready(body=body, lead_picture=lead)
    publishing.publish(story, by=by)
    with pytest.raises(NotAllowed):
        pictures.take_down(lead, by=reporter(), reason="Rights")
    for picture in (lead, inside):
        with pytest.raises(NotPossible, match="Harvest begins"):
            pictures.take_down(picture, by=by, reason="Rights")
        response = client.get(picture.url(800))
        assert (response.status_code, response.getvalue()[:2]) == (200, b"\xff\xd8")

    publishing.withdraw(story, by=by, note="Gone.")
    url = lead.url(800)
    with django_capture_on_commit_callbacks(execute=True):
        for picture in (lead, inside):
            assert pictures.take_down(picture, by=by, reason="Rights").is_gone
    assert client.get(url).status_code == 404
    assert not files()
    with pytest.raises(NotPossible, match="taken down"):
        publishing.reinstate(story, by=by)
    story.refresh_from_db()
    assert [one.field for one in problems(working_copy_of(story), timezone.now())] == [
        "body",
        "lead_picture",
    ]


def test_a_picture_that_was_taken_down_stops_publication(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    picture = make_picture(**WORDS)
    by = managing_editor()
    story = writing.make_ready(draft(lead_picture=picture), by=by)
    with django_capture_on_commit_callbacks(execute=True):
        pictures.take_down(picture, by=by, reason="Rights")
    with pytest.raises(NotReady, match="taken down"):
        publishing.publish(story, by=by)
