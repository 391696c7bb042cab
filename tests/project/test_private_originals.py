"""Migration 0002: pictures from before keep showing, and their originals are out of reach."""

import hashlib
from io import BytesIO
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages
from django.test import Client
from PIL import Image

from articles.models import Picture, PublishedVersion
from tests.factories import NOON
from tests.pictures.samples import SECRET, drawn, exif, saved
from tests.project.conftest import Migrate

# The migration is the ORM's on both databases.
pytestmark = pytest.mark.once
OLD = "pictures/2026/11/flags.jpeg"
# Where django-imagefield put its renditions of this name: by the SHA-1 of the name.
FOLDER = "__processed__/%s/%s"


def old_renditions() -> tuple[str, str]:
    bins = hashlib.sha1(OLD.encode(), usedforsecurity=False).hexdigest()
    folder = FOLDER % (bins[:3], bins[3:6])
    return f"{folder}/flags-0123456789ab.jpeg", f"{folder}/flags-ba9876543210.jpeg"


@pytest.fixture
def old_site(migrate: Migrate) -> Any:
    """A published story whose lead and body show a turned picture, as the state before had it."""
    old = migrate("articles", "0001_initial")
    default_storage.save(OLD, ContentFile(saved(drawn(600, 300), "JPEG", exif=exif(6))))
    for name in old_renditions():
        default_storage.save(name, ContentFile(saved(drawn(300, 600), "JPEG")))
    user = old.get_model("accounts", "User").objects.create(username="ana")
    model = old.get_model("articles", "Picture")
    picture = model.objects.create(caption="Flags")
    model.objects.filter(pk=picture.pk).update(image=OLD, width=600, height=300)
    lost = model.objects.create(caption="Lost")
    model.objects.filter(pk=lost.pk).update(image="pictures/2026/11/lost.jpeg")
    medium, large = map(default_storage.url, old_renditions())
    data = {"src": medium, "srcset": f"{medium} 800w, {large} 1600w", "width": 600, "height": 300}
    image = (
        f'<img src="{medium}" srcset="{data["srcset"]}" sizes="(max-width: 42rem) 100vw, 42rem"'
        ' width="600" height="300" alt="A 1" loading="lazy">'
    )
    story = old.get_model("articles", "Story").objects.create(
        headline="A", headline_key="a", slug="a", body="<p>A</p>",
        created_by=user, changed_by=user, created_at=NOON, changed_at=NOON,
    )  # fmt: skip
    old.get_model("articles", "PublishedVersion").objects.create(
        story=story, kind="story", change="first", slug="a", headline="A", picture=picture,
        content={
            "picture": {**data, "alt": "A", "caption": "B", "credit": "C"},
            "blocks": [{"kind": "Figure", "key": "k" * 8, "picture": picture.pk}],
        },
        body_html=f'<p>A</p>\n<figure class="picture">{image}</figure>',
        published_at=NOON, visible_from=NOON, made_at=NOON, made_by=user,
    )  # fmt: skip
    return picture.pk


def test_pictures_move_out_of_reach_and_pages_show_new_renditions(
    old_site: int, migrate: Migrate, client: Client
) -> None:
    migrate()

    picture = Picture.objects.get(pk=old_site)
    assert (picture.width, picture.height, picture.filename) == (300, 600, "flags.jpeg")
    assert [(one["width"], one["height"]) for one in picture.renditions] == [(300, 600)]
    with picture.image.open() as file:
        assert SECRET.encode() in file.read()
    for name in (OLD, *old_renditions()):
        assert not default_storage.exists(name)
    version = PublishedVersion.objects.get()
    assert version.content["picture"] == {
        "src": picture.url(800),
        "srcset": "",
        "width": 300,
        "height": 600,
        "alt": "A",
        "caption": "B",
        "credit": "C",
    }
    assert version.body_html == (
        f'<p>A</p>\n<figure class="picture"><img src="{picture.url(800)}" width="300"'
        ' height="600" alt="A 1" loading="lazy"></figure>'
    )
    response = client.get(picture.url(800))
    with Image.open(BytesIO(b"".join(response.streaming_content))) as image:  # type: ignore[attr-defined]
        assert (image.size, dict(image.getexif())) == ((300, 600), {})
    assert Picture.objects.get(caption="Lost").is_gone


def test_undone_the_original_is_back_and_frozen_pages_still_have_their_pictures(
    old_site: int, migrate: Migrate
) -> None:
    migrate()
    original = str(Picture.objects.get(pk=old_site).image)
    src = PublishedVersion.objects.get().content["picture"]["src"]
    old = migrate("articles", "0001_initial")

    picture = old.get_model("articles", "Picture").objects.get(pk=old_site)
    assert default_storage.exists(picture.image.name)
    assert picture.image.name.endswith(".jpeg")
    assert not storages["originals"].exists(original)
    assert default_storage.exists(src.removeprefix("/media/"))

    migrate()
    again = Picture.objects.get(pk=old_site)
    assert PublishedVersion.objects.get().content["picture"]["src"] == again.url(800)
