"""The portrait of an author is chosen in a dialog of thumbnails, or uploaded there."""

from collections.abc import Callable

from django.urls import reverse
from playwright.sync_api import Page, expect

from articles.models import Author, Picture
from tests.factories import PICTURE, make_author, make_picture


def test_a_portrait_is_found_by_its_words_and_uploaded(
    editor_page: Page, axe: Callable[[Page], None]
) -> None:
    wanted = make_picture(caption="Ana at her desk", alt="Ana", credit="A")
    make_picture(caption="A field", alt="A field", credit="A")
    author, page = make_author("Ana Lee"), editor_page
    page.goto(reverse("admin:articles_author_change", args=[author.pk]))
    chooser = page.get_by_role("button", name="Portrait Choose picture…")
    chooser.click()
    expect(page.locator(".chooser-found button")).to_have_count(2)
    axe(page)
    page.keyboard.type("desk")
    expect(page.locator(".chooser-found button")).to_have_count(1)
    # Enter chooses nothing and sends nothing: the thumbnail does.
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Ana at her desk").click()
    expect(page.locator(".chooser-shown img")).to_have_attribute("alt", "Ana")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".messagelist")).to_be_visible()
    assert Author.objects.get().portrait == wanted

    page.goto(reverse("admin:articles_author_change", args=[author.pk]))
    chooser.click()
    page.get_by_text("Upload a new picture").click()
    page.get_by_label("File").set_input_files(PICTURE)
    page.get_by_label("Alternative text").last.fill("Ana, closer")
    page.get_by_role("button", name="Upload").click()
    expect(page.locator(".chooser-shown img")).to_have_attribute("alt", "Ana, closer")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".messagelist")).to_be_visible()
    assert Author.objects.get().portrait == Picture.objects.latest("pk")
