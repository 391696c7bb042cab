"""The focal point of a picture is set by click and keys, and a crop by hand."""

from collections.abc import Callable

from django.urls import reverse
from playwright.sync_api import Page, expect

from articles.models import Picture
from tests.factories import make_picture


def test_focal_point_and_crop_by_mouse_and_keys(
    editor_page: Page, axe: Callable[[Page], None]
) -> None:
    picture, page = make_picture(caption="A field", alt="A field", credit="A"), editor_page
    page.goto(reverse("admin:articles_picture_cropping", args=[picture.pk]))
    stage = page.locator(".cropping-stage")
    expect(page.get_by_text("50 % from the left, 50 % from the top")).to_be_visible()
    axe(page)
    box = stage.bounding_box()
    assert box
    stage.click(position={"x": box["width"] * 0.25, "y": box["height"] * 0.5})
    expect(page.get_by_text("25 % from the left, 50 % from the top")).to_be_visible()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Shift+ArrowDown")
    expect(page.get_by_text("24 % from the left, 60 % from the top")).to_be_visible()
    square = page.locator(".cropping-shape").nth(3)
    expect(square.locator("svg")).to_have_attribute("viewBox", "0.00 0.00 666.67 666.67")

    square.get_by_role("button", name="Crop by hand").click()
    expect(stage).to_be_focused()
    axe(page)
    for _ in range(5):
        page.keyboard.press("-")
    page.keyboard.press("Shift+ArrowRight")
    expect(square.locator("svg")).to_have_attribute("viewBox", "150.00 49.67 566.40 566.40")
    page.keyboard.press("Escape")
    expect(square.get_by_role("button", name="Crop by hand")).to_be_focused()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".messagelist")).to_be_visible()
    picture = Picture.objects.get()
    assert (round(picture.focus_x, 2), round(picture.focus_y, 2)) == (0.24, 0.6)
    assert picture.crops.get().shape == "1:1"

    square.get_by_role("button", name="Use the focal point").click()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(square.get_by_role("button", name="Use the focal point")).to_be_hidden()
    assert not picture.crops.exists()
