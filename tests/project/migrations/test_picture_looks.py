"""Renditions from before belong to their pictures, and pages show them as they did."""

from django.test import Client

from articles.models import Picture, PictureFile
from articles.pictures.looks.make_look import pictures_to_make
from tests.factories import make_picture, make_version
from tests.project.conftest import Migrate


def test_renditions_are_those_of_their_pictures(migrate: Migrate, client: Client) -> None:
    picture = make_picture()
    make_version(picture=picture)
    migrate("articles", "0029_last_action")

    migrate()

    stems = {one["name"].removesuffix(".jpg") for one in picture.renditions}
    assert set(PictureFile.objects.values_list("stem", flat=True)) == stems
    assert list(pictures_to_make()) == [picture]
    assert Picture.objects.values_list("focus_x", "focus_y").get() == (0.5, 0.5)
    response = client.get(picture.url(800))
    response.getvalue()
    assert response.status_code == 200
