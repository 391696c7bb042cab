"""Several pictures are added to the library at once; one that is refused keeps no other out."""

from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from articles.models import Picture
from tests.browser.keyboard import press, reach
from tests.factories import make_picture
from tests.pictures.samples import drawn, saved
from tests.pictures.test_embedded import AS_AGENCIES_WRITE, xmp

LIBRARY = "/admin/articles/picture/"


def file(name: str, buffer: bytes) -> dict[str, object]:
    return {"name": name, "mimeType": "image/jpeg", "buffer": buffer}


@pytest.fixture
def files() -> list[dict[str, object]]:
    said = saved(drawn(900, 600), "JPEG", xmp=xmp(AS_AGENCIES_WRITE))
    return [
        file("said.jpg", said),
        file("tall.png", saved(drawn(100, 900), "PNG")),
        file("drawing.jpg", b'<svg xmlns="http://www.w3.org/2000/svg"/>'),
        file("wide.webp", saved(drawn(900, 100), "WEBP")),
    ]


def test_several_at_once_are_added_and_described_by_keyboard(
    editor_page: Page,
    files: list[dict[str, object]],
    complaints: list[str],
    axe: Callable[[Page], None],
) -> None:
    editor_page.goto(LIBRARY)
    chooser = editor_page.get_by_role("button", name="Upload pictures…")
    reach(editor_page, chooser)
    with editor_page.expect_file_chooser() as chosen:
        press(editor_page, "Enter")
    chosen.value.set_files(files)  # type: ignore[arg-type]
    status = editor_page.locator(".uploads-all").get_by_role("status")
    expect(status).to_have_text("3 pictures added · 1 file refused")
    rows = editor_page.get_by_role("list", name="Pictures being added").locator(".upload")
    # What was refused comes first, and says why.
    expect(rows.first).to_contain_text("drawing.jpg")
    expect(rows.first).to_contain_text("not a picture that can be used")
    said = rows.filter(has_text="said.jpg")
    expect(said.get_by_label("Caption")).to_have_value("Boats in Алматы, on Monday.")
    expect(said.get_by_label("Licence ends on")).to_have_value("2026-12-31")
    axe(editor_page)

    said.get_by_role("button", name="Use credit and rights for all").click()
    rows.filter(has_text="tall.png").get_by_label("Alternative text").fill("A tower")
    wide = rows.filter(has_text="wide.webp")
    wide.get_by_label("Credit").fill("Bo Li")
    editor_page.get_by_role("button", name="Save all").click()
    for row in (rows.filter(has_text="tall.png"), wide):
        expect(row.locator(".upload-told")).to_have_text("Saved")
    assert {
        (one.filename, one.alt, one.credit, one.licence_until) for one in Picture.objects.all()
    } == {
        ("said.jpg", "Boats at a quay", "Ana Lee, Bo Li/Agence Exemple", date(2026, 12, 31)),
        ("tall.png", "A tower", "Ana Lee, Bo Li/Agence Exemple", date(2026, 12, 31)),
        ("wide.webp", "", "Bo Li", date(2026, 12, 31)),
    }
    editor_page.get_by_role("link", name="Show in the library").click()
    expect(editor_page.locator("#result_list img")).to_have_count(3)
    assert "400" in complaints.pop()


def test_a_dropped_file_that_gets_lost_can_be_sent_again(
    editor_page: Page, complaints: list[str]
) -> None:
    make_picture(caption="There already")
    editor_page.goto(LIBRARY)
    editor_page.route("**/story/pictures/", lambda route: route.abort())
    dropped = editor_page.evaluate_handle(
        """async () => {
          const canvas = Object.assign(document.createElement("canvas"), { width: 60, height: 40 })
          const blob = await new Promise((resolve) => canvas.toBlob(resolve))
          const data = new DataTransfer()
          data.items.add(new File([blob], "dropped.png", { type: "image/png" }))
          return data
        }"""
    )
    editor_page.dispatch_event("main", "drop", {"dataTransfer": dropped})
    row = editor_page.locator(".upload")
    expect(row).to_contain_text("did not reach the server")
    editor_page.unroute("**/story/pictures/")
    row.get_by_role("button", name="Try again").click()
    expect(row.get_by_label("Alternative text")).to_be_visible()
    assert set(Picture.objects.values_list("filename", flat=True)) == {"flags.jpg", "dropped.png"}
    complaints.clear()

    editor_page.locator("picture-uploads").evaluate("uploads => { uploads.dataset.most = 10 }")
    editor_page.dispatch_event("main", "drop", {"dataTransfer": dropped})
    expect(editor_page.locator(".upload").first).to_contain_text("Choose one of at most 0 MB")
