from io import BytesIO
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse
from PIL import Image

from articles.models import Picture
from articles.pictures import PictureForm, form, reading
from newsroom.accounts.models import User
from tests.factories import SAMPLES

pytestmark = pytest.mark.django_db

SAMPLE = SAMPLES / "picture.jpg"


@pytest.fixture
def client(client: Client) -> Client:
    user = User.objects.create_user("reporter", is_staff=True)
    user.user_permissions.set(
        Permission.objects.filter(codename__in=["add_picture", "view_picture"])
    )
    client.force_login(user)
    return client


def upload(client: Client, name: str = "a.jpg", content: bytes | None = None) -> dict[str, object]:
    image = SimpleUploadedFile(name, SAMPLE.read_bytes() if content is None else content)
    words = {"alt": "Flags", "caption": "Astana", "credit": "A/B"}
    response = client.post(reverse("admin:articles_picture_upload"), {"image": image, **words})
    answer: dict[str, object] = response.json()
    assert response.status_code == (400 if "errors" in answer else 200)
    return answer


def test_a_picture_is_kept_with_its_words_and_shown_smaller(client: Client) -> None:
    answer = upload(client)

    picture = Picture.objects.get()
    assert answer == {
        "id": picture.pk,
        "url": picture.url(800),
        "thumb": picture.url(320),
        "name": "Astana",
        "alt": "Flags",
        "caption": "Astana",
        "credit": "A/B",
        "warning": "",
        "has_ended": False,
        "limits": "",
        "words_url": reverse("admin:articles_picture_words", args=[picture.pk]),
    }
    assert picture.added_by == User.objects.get()
    shown = client.get(reverse("admin:articles_picture", args=[picture.pk]))
    assert shown.status_code == 302
    assert shown["Location"] == answer["url"]
    page = client.get(shown["Location"])
    assert page["Content-Type"] == "image/jpeg"
    with Image.open(BytesIO(b"".join(page.streaming_content))) as image:  # type: ignore[attr-defined]
        assert image.width == 800


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jpg", b"text"),
        ("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><script>x</script></svg>'),
        ("a.html", b"<script>x</script>"),
        ("a.jpg", b""),
        ("a.jpg", SAMPLE.read_bytes()[:3000]),
    ],
)
def test_what_is_no_picture_is_refused(client: Client, name: str, content: bytes) -> None:
    assert upload(client, name, content).keys() == {"errors", "again"}
    assert not Picture.objects.exists()


def test_a_file_that_must_wait_too_long_can_be_sent_again(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "PATIENCE", 0.01)
    with reading._reading:
        answer = upload(client)
    assert answer["again"] is True
    assert upload(client)["caption"] == "Astana"


def test_a_file_too_big_is_refused_with_its_size(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(form, "MAX_BYTES", 1024)

    errors = upload(client)["errors"]

    assert isinstance(errors, dict)
    assert "17.2\u00a0KB" in errors["image"]
    assert "at most 1.0\u00a0KB" in errors["image"]
    assert not Picture.objects.exists()


def test_the_desk_form_adds_a_picture_once_and_takes_it_down(client: Client) -> None:
    client.force_login(User.objects.create_superuser("chief"))
    image = SimpleUploadedFile("a.html", SAMPLE.read_bytes())
    added = client.post(reverse("admin:articles_picture_add"), {"image": image, "alt": "Flags"})
    assert added.status_code == 302
    picture = Picture.objects.get()
    page = client.get(reverse("admin:articles_picture_change", args=[picture.pk])).content.decode()
    assert 'type="file"' not in page
    url = reverse("admin:articles_picture_take_down", args=[picture.pk])
    assert url in page
    assert client.get(url).status_code == 200
    assert client.post(url, {"reason": " "}).status_code == 200
    assert not Picture.objects.get().taken_down_at
    assert client.post(url, {"reason": "Rights"}).status_code == 302
    assert Picture.objects.get().taken_down_reason == "Rights"
    page = client.get(reverse("admin:articles_picture_change", args=[picture.pk])).content.decode()
    assert "Taken down: Rights" in page
    assert client.get(reverse("admin:articles_picture", args=[picture.pk])).status_code == 404


def test_a_picture_is_read_outside_of_a_transaction_in_which_others_would_wait(
    admin_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    within: list[str] = []

    def read(*args: Any) -> Any:
        # The test is in a transaction itself; one inside of that is a savepoint.
        within.extend(connection.savepoint_ids)
        return reading.read_upload(*args)

    monkeypatch.setattr("articles.pictures.form.read_upload", read)
    image = SimpleUploadedFile("a.jpg", SAMPLE.read_bytes())
    sent = {"image": image, "alt": "Flags", "caption": "Astana", "credit": "A/B"}
    assert admin_client.post(reverse("admin:articles_picture_add"), sent).status_code == 302
    assert not within


def test_a_picture_of_too_many_dots_is_refused_with_its_measures(client: Client) -> None:
    content = BytesIO()
    Image.new("1", (9_000, 9_000)).save(content, "PNG")

    errors = upload(client, "a.png", content.getvalue())["errors"]

    assert isinstance(errors, dict)
    assert errors["image"].startswith("This picture measures 9000 by 9000 pixels.")
    assert not Picture.objects.exists()


def test_words_change_without_a_new_file(client: Client) -> None:
    upload(client)
    picture = Picture.objects.get()

    changed = PictureForm({"alt": "Five flags"}, instance=picture)

    assert changed.is_valid()
    assert changed.save().alt == "Five flags"
    assert Picture.objects.get().image.name == picture.image.name


def test_who_may_not_add_or_see_pictures_does_not(client: Client) -> None:
    picture = upload(client)["id"]
    client.force_login(User.objects.create_user("clerk", is_staff=True))

    assert client.post(reverse("admin:articles_picture_upload")).status_code == 403
    assert client.get(reverse("admin:articles_picture", args=[picture])).status_code == 403
    client.logout()
    assert client.post(reverse("admin:articles_picture_upload")).status_code == 403


def test_a_picture_that_is_not_there(client: Client) -> None:
    assert client.get(reverse("admin:articles_picture", args=[1])).status_code == 404
