"""The page of focal point and crops, as it is without JavaScript too."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Picture, PictureLook
from articles.pictures import take_down
from articles.pictures.tasks import make_picture_looks
from tests.desk.conftest import person
from tests.factories import make_picture
from tests.helpers import managing_editor, send_form

pytestmark = pytest.mark.django_db
FOCUS = {"focus_x": "20", "focus_y": "30.5"}


@pytest.fixture
def client(client: Client) -> Client:
    client.force_login(person("editor", "view_picture", "change_picture"))
    return client


@pytest.fixture
def picture() -> Picture:
    return make_picture(caption="A field")


def url(picture: Picture) -> str:
    return reverse("admin:articles_picture_cropping", args=[picture.pk])


def test_the_page_of_a_picture_leads_to_it(client: Client, picture: Picture) -> None:
    page = reverse("admin:articles_picture_change", args=[picture.pk])
    assert url(picture) in client.get(page).text


def test_focal_point_and_crop_are_saved_and_shown(client: Client, picture: Picture) -> None:
    make_picture_looks.call()
    crop = {"square_x": "10", "square_y": "20", "square_width": "30"}
    response = send_form(client, url(picture), FOCUS | crop, follow=True)
    assert "The cropping was saved" in response.text
    # Of 960 by 640 pixels: a square is half as high again, in parts of the height.
    assert 'viewBox="100.00 133.33 300.00 300.00"' in response.text
    assert 'value="30.5"' in response.text
    picture.refresh_from_db()
    assert (picture.focus_x, picture.focus_y) == (0.2, 0.305)
    crop_of = picture.crops.get()
    assert (crop_of.shape, crop_of.x, crop_of.y, crop_of.width) == ("1:1", 0.1, 0.2, 0.3)
    assert crop_of.height == pytest.approx(0.45)
    assert PictureLook.objects.get().recipe == 0

    send_form(client, url(picture), FOCUS)
    assert not picture.crops.exists()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"focus_x": "101"}, "less than or equal to 100"),
        ({"focus_x": ""}, "required"),
        ({"focus_x": "nan"}, "Enter a number"),
        ({"wide_x": "10"}, "all three numbers of the crop of 16:9"),
        (
            {"list_x": "50", "list_y": "0", "list_width": "51"},
            "crop of 3:2 must lie inside the picture",
        ),
    ],
)
def test_what_cannot_be_is_said_and_not_saved(
    client: Client, picture: Picture, wrong: dict[str, str], said: str
) -> None:
    response = send_form(client, url(picture), FOCUS | wrong)
    assert response.status_code == 200
    assert said in response.text
    picture.refresh_from_db()
    assert picture.focus_x == 0.5


def test_a_stale_form_crops_nothing_over_what_others_have_cropped(
    client: Client, picture: Picture
) -> None:
    def shown(page: str) -> str:
        token: str = re.findall(r'name="shown" value="([^"]+)"', page)[0]
        return token

    crop = {"square_x": "10", "square_y": "20", "square_width": "30"}
    stale = FOCUS | {"shown": shown(client.get(url(picture)).text)}
    assert client.post(url(picture), stale | crop).status_code == 302

    answer = client.post(url(picture), stale)
    assert "so nothing was saved" in answer.text
    assert picture.crops.count() == 1
    client.post(url(picture), FOCUS | {"shown": shown(answer.text)})
    assert not picture.crops.exists()


@pytest.mark.parametrize("carried", [{}, {"shown": ""}, {"shown": "x"}])
def test_a_form_that_does_not_say_what_it_showed_crops_nothing(
    client: Client, picture: Picture, carried: dict[str, str]
) -> None:
    answer = client.post(url(picture), FOCUS | carried)
    assert "so nothing was saved" in answer.text
    picture.refresh_from_db()
    assert picture.focus_x == 0.5


def test_who_may_not_change_pictures_may_not_crop_them(client: Client, picture: Picture) -> None:
    client.force_login(person("reporter", "view_picture"))
    assert client.get(url(picture)).status_code == 403
    assert client.post(url(picture), FOCUS).status_code == 403
    page = reverse("admin:articles_picture_change", args=[picture.pk])
    assert url(picture) not in client.get(page).text


def test_a_picture_that_is_gone_says_so(client: Client, picture: Picture) -> None:
    take_down(picture, by=managing_editor(), reason="Rights.")
    assert "files of this picture have been deleted" in client.get(url(picture)).text
    assert "files of this picture have been deleted" in client.post(url(picture), FOCUS).text
