"""Pictures in a bucket in place of folders, on a server with the S3 interface."""

import logging
from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from moto.server import ThreadedMotoServer

from articles import pictures, publishing
from articles.core import article_url
from articles.models import Picture, originals
from articles.pictures import PictureForm
from articles.pictures.tasks import make_picture_looks
from tests.factories import PICTURE, make_picture
from tests.helpers import managing_editor, ready

pytestmark = pytest.mark.django_db
logging.getLogger("werkzeug").setLevel(logging.ERROR)
KEYS = {"access_key": "key", "secret_key": "secret", "region_name": "us-east-1"}
WORDS = {"alt": "A field", "caption": "At dawn", "credit": "Ana"}


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """Return the URL of a server with an empty bucket."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    url = f"http://{host}:{port}"
    boto3.client(
        "s3",
        endpoint_url=url,
        region_name=KEYS["region_name"],
        aws_access_key_id=KEYS["access_key"],
        aws_secret_access_key=KEYS["secret_key"],
    ).create_bucket(Bucket="news")
    yield url
    server.stop()


@pytest.fixture
def bucket(server: str, settings: Any) -> Iterator[str]:
    """Let all files be in the bucket, and return the URL of its server."""
    use(settings, server)
    yield server
    for storage in (originals(), default_storage):
        for name in names(storage):
            storage.delete(name)


def use(settings: Any, url: str) -> None:
    settings.STORAGES = settings.STORAGES | {
        alias: {
            "BACKEND": "newsroom.object_storage.ObjectStorage",
            "OPTIONS": {
                **KEYS,
                "bucket_name": "news",
                "endpoint_url": url,
                "location": folder,
            },
        }
        for alias, folder in (("default", "media"), ("originals", "originals"))
    }


def names(storage: Any, folder: str = "") -> list[str]:
    folders, files = storage.listdir(folder)
    inside = [f"{folder}{one}/" for one in folders]
    return [f"{folder}{one}" for one in files] + [
        name for one in inside for name in names(storage, one)
    ]


def test_readers_get_pictures_from_the_bucket_once_they_see_the_story(
    bucket: str, client: Client
) -> None:
    picture = make_picture(**WORDS)
    url = picture.url(800)
    assert url.startswith("/media/renditions/")
    assert client.get(url).status_code == 404

    story = ready(lead_picture=picture)
    publishing.publish(story, by=managing_editor())
    response = client.get(url)
    assert (response.status_code, response["Content-Type"]) == (200, "image/jpeg")
    assert response.getvalue()[:3] == b"\xff\xd8\xff"

    make_picture_looks.call()
    html = client.get(article_url(story.slug)).content.decode()
    avif = html.partition('type="image/avif" imagesrcset="')[2].partition(" ")[0]
    response = client.get(avif)
    assert response["Content-Type"] == "image/avif"
    assert b"ftypavif" in response.getvalue()[:32]

    publishing.withdraw(story, by=managing_editor(), note="Gone.")
    assert client.get(avif).status_code == 404


def test_nothing_in_the_bucket_is_public(bucket: str) -> None:
    picture = make_picture(**WORDS)
    for storage in (originals(), default_storage):
        with pytest.raises(ValueError, match="no URL"):
            storage.url(str(picture.image))
    assert originals().exists(str(picture.image))


def test_files_go_with_their_picture(bucket: str, django_capture_on_commit_callbacks: Any) -> None:
    picture = make_picture(**WORDS)
    make_picture_looks.call()
    assert len(names(default_storage)) > 10
    with django_capture_on_commit_callbacks(execute=True):
        pictures.take_down(picture, by=managing_editor(), reason="Rights")
    assert names(default_storage) == names(originals()) == []


def test_a_server_that_is_away_is_an_error_of_the_form(settings: Any) -> None:
    use(settings, "http://127.0.0.1:9")
    image = SimpleUploadedFile("flags.jpg", PICTURE.read_bytes())
    form = PictureForm(WORDS, {"image": image})
    assert not form.is_valid()
    assert "could not keep the picture" in str(form.errors["image"])
    assert not Picture.objects.exists()
