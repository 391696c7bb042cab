"""What is too large for its page is refused by what it announces, and nothing of it is read."""

from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from articles.desk.wire.import_copy import MOST_LARGE
from articles.pictures import MAX_FORM_BYTES
from tests.helpers import draft, managing_editor

pytestmark = pytest.mark.django_db
MULTIPART = "multipart/form-data; boundary=x"


class Unread(BytesIO):
    """A body that nobody may ask for."""

    def read(self, *arguments: object) -> bytes:
        raise AssertionError("The body was read.")


def send(page: str, size: int) -> tuple[int, str]:
    """Announce `size` bytes to the page, and return status and text of the answer."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(managing_editor())
    body = {"CONTENT_LENGTH": str(size), "wsgi.input": Unread()}
    response = client.generic("POST", page, content_type=MULTIPART, **body)  # type: ignore[arg-type]
    return response.status_code, response.text


@pytest.mark.parametrize(
    ("name", "most"),
    [
        ("admin:articles_wirecopy_import", MOST_LARGE * 1024**2),
        ("admin:articles_picture_upload", MAX_FORM_BYTES),
        ("admin:articles_picture_add", MAX_FORM_BYTES),
    ],
)
def test_a_page_that_takes_files_names_its_bound(name: str, most: int) -> None:
    status, text = send(reverse(name), most + 1)
    assert status == 413
    assert f"This page takes up to {most // 1024**2}.0" in text.replace("\xa0", " ")
    # The next to refuse it is the check of the form's origin.
    assert send(reverse(name), most)[0] == 403


def test_another_page_takes_no_files(settings: Settings) -> None:
    page = reverse("admin:articles_story_change", args=[draft().pk])
    status, text = send(page, settings.DATA_UPLOAD_MAX_MEMORY_SIZE * 2)
    assert status == 413
    assert "Go back in the browser" in text


def test_the_bound_of_copy_follows_the_setting(settings: Settings) -> None:
    settings.NEWSROOM_WIRE_MAX_BYTES = 1000
    page = reverse("admin:articles_wirecopy_import")
    assert send(page, MOST_LARGE * 1000 + 1)[0] == 413
