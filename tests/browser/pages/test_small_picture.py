"""A picture is shown no larger than it is, wherever it stands."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from playwright.sync_api import Page

from articles import pictures, publishing
from articles.models import Picture
from articles.pictures import PictureForm
from articles.pictures.looks.make_look import make_look
from newsroom.accounts.models import User
from tests.helpers import managing_editor, ready
from tests.pictures.samples import drawn, saved

SIZE = (120, 90)
#: How wide each picture of the page is shown, in CSS pixels: as its box, or smaller inside of it.
SHOWN = """images => images.map(image => {
  const box = image.getBoundingClientRect().width;
  return getComputedStyle(image).objectFit === "scale-down"
    ? Math.min(box, image.naturalWidth) : box;
})"""


def add(width: int, height: int, by: User) -> Picture:
    words = {"alt": "A field", "caption": "At dawn", "credit": "Ana"}
    upload = SimpleUploadedFile("a.png", saved(drawn(width, height), "PNG"))
    form = PictureForm(words, {"image": upload})
    assert form.is_valid()
    picture = pictures.add_picture(form, by=by)
    make_look(picture)
    return picture


@pytest.mark.parametrize("width", [1440, 390])
def test_a_small_picture_is_not_blown_up(page: Page, editor: User, width: int) -> None:
    by = managing_editor()
    picture = add(*SIZE, by)
    figure = f'<figure data-block="figure" data-key="f0000001" data-picture="{picture.pk}"'
    body = f'<p>The harvest has begun.</p>{figure} data-alt="A field"></figure>'
    for number in range(9):
        publishing.publish(ready(f"Harvest {number}", body=body, lead_picture=picture), by=by)
    page.set_viewport_size({"width": width, "height": 900})
    for url in ("/", "/recent/", "/news/harvest-8/"):
        page.goto(url)
        images = page.locator("main img")
        assert images.count() > 0
        assert max(images.evaluate_all(SHOWN)) <= SIZE[0], url


def test_a_large_one_is_as_wide_as_its_column(page: Page, editor: User) -> None:
    by = managing_editor()
    picture = add(2000, 1500, by)
    publishing.publish(ready("Harvest", lead_picture=picture), by=by)
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto("/news/harvest/")
    assert page.locator(".lead-picture img").evaluate_all(SHOWN) == [960]
