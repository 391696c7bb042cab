"""What pages show of a picture beside its renditions: crops, and newer formats."""

import math
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.utils import timezone
from PIL import Image, ImageCms

from articles import pictures
from articles.core import NotAllowed, NotPossible
from articles.models import Picture, PictureCrop, PictureFile, PictureLook, Shape, originals
from articles.pictures import Box, PictureForm, crop_box, files, read_picture
from articles.pictures.looks import make_look
from articles.pictures.tasks import make_picture_looks, remove_unused_files
from tests.factories import make_picture
from tests.helpers import managing_editor, reporter
from tests.pictures.samples import BLUE, RED, SRGB, drawn, exif, is_near, opened, saved

pytestmark = pytest.mark.usefixtures("own_folders")
WORDS = {
    "alt": "A field",
    "caption": "Wheat & rye",
    "credit": "Ana <AP>",
    "copyright": "© 2026 Ana Lee",
}


def added(data: bytes) -> Picture:
    """Return a picture with this file."""
    form = PictureForm(WORDS, {"image": SimpleUploadedFile("a.jpg", data)})
    assert form.is_valid(), form.errors
    return pictures.add_picture(form, by=managing_editor())


def made(picture: Picture) -> dict[str, Any]:
    """Return the shapes of the picture, once they are made."""
    make_picture_looks.call()
    shapes: dict[str, Any] = PictureLook.objects.get(picture=picture).shapes
    return shapes


def shown(name: str) -> Image.Image:
    with default_storage.open(name) as file:
        return opened(file.read())


def stored() -> set[str]:
    folders, _ = default_storage.listdir("renditions")
    return {
        f"renditions/{folder}/{name}"
        for folder in folders
        for name in default_storage.listdir(f"renditions/{folder}")[1]
    }


@pytest.mark.parametrize(
    ("shape", "size", "focus", "box"),
    [
        (Shape.SQUARE, (1500, 1000), (0.5, 0.5), (1 / 6, 0, 2 / 3, 1)),
        (Shape.SQUARE, (1500, 1000), (0.1, 0.9), (0, 0, 2 / 3, 1)),
        (Shape.SQUARE, (1500, 1000), (1, 0), (1 / 3, 0, 2 / 3, 1)),
        (Shape.LIST, (1500, 1000), (0.1, 0.9), (0, 0, 1, 1)),
        (Shape.WIDE, (1600, 1800), (0.5, 0.5), (0, 0.25, 1, 0.5)),
        (Shape.WIDE, (1600, 1800), (0.5, 0.6), (0, 0.35, 1, 0.5)),
    ],
)
def test_a_crop_is_as_large_as_can_be_and_around_the_focal_point(
    shape: Shape, size: tuple[int, int], focus: tuple[float, float], box: tuple[float, ...]
) -> None:
    found = crop_box(shape, size, focus)
    assert all(map(math.isclose, [one + 1 for one in found], [one + 1 for one in box]))


@pytest.mark.django_db
@pytest.mark.parametrize("orientation", [1, 6])
def test_shapes_are_cut_in_widths_that_the_picture_has(orientation: int) -> None:
    stored_upright = drawn(1000, 1200)
    image = (
        stored_upright if orientation == 1 else stored_upright.transpose(Image.Transpose.ROTATE_90)
    )
    picture = added(saved(image, "JPEG", exif=exif(orientation)))
    pictures.refocus(picture, (0.25, 0.25), {}, by=managing_editor())

    shapes = made(picture)

    sizes = {
        shape: [(one["width"], one["height"]) for one in shapes[shape]["files"]] for shape in shapes
    }
    assert sizes == {
        "": [(400, 480), (800, 960), (1000, 1200)],
        "16:9": [(800, 450), (1000, 562)],
        "3:2": [(400, 267), (800, 533)],
        "4:3": [(1000, 750)],
        "1:1": [(400, 400), (1000, 1000)],
    }
    for shape, made_of in shapes.items():
        for one in made_of["files"]:
            stem = one["name"].rpartition(".")[0]
            names = [one["name"], *(f"{stem}.{kind}" for kind in made_of["types"])]
            for name in names:
                file = shown(name)
                assert file.size == (one["width"], one["height"]), name
                assert is_near(file.convert("RGB").getpixel((20, 20)), RED), (shape, name)
                assert not file.getexif()
        assert made_of["types"] == ([] if shape in ("4:3", "1:1") else ["avif", "webp"])


@pytest.mark.django_db
def test_a_shape_that_the_picture_has_is_made_of_the_same_files() -> None:
    shapes = made(make_picture())
    assert shapes["3:2"] == shapes[""]
    assert len(shapes["16:9"]["files"]) == 2


@pytest.mark.django_db
def test_what_is_transparent_stays_so_in_each_shape() -> None:
    image = drawn(900, 900, "RGBA")
    image.putalpha(Image.new("L", image.size, 100))
    shapes = made(added(saved(image, "PNG")))
    for one in shapes["16:9"]["files"]:
        assert one["name"].endswith(".webp")
        for name in (one["name"], one["name"].replace(".webp", ".avif")):
            assert shown(name).convert("RGBA").getpixel((9, 9))[3] in range(90, 110)  # type: ignore[index]
    assert shapes["16:9"]["types"] == shapes[""]["types"] == ["avif"]


@pytest.mark.django_db
def test_another_focal_point_makes_other_files_and_the_old_ones_go_later(
    clock: Any, settings: Any
) -> None:
    picture, by = added(saved(drawn(1200, 400), "JPEG")), managing_editor()
    before = made(picture)
    old = {one["name"] for one in before["1:1"]["files"]}
    assert is_near(shown(min(old)).getpixel((390, 390)), BLUE)

    picture = pictures.refocus(picture, (0, 0), {}, by=by)
    assert PictureLook.objects.get().shapes == before, "Pages show the old ones meanwhile."
    after = made(picture)

    new = {one["name"] for one in after["1:1"]["files"]}
    assert not new & old
    assert is_near(shown(min(new)).getpixel((390, 20)), RED)
    assert after[""] == before[""]
    assert old | new <= stored()

    replaced = [one for shape in Shape for one in before[shape]["files"]]
    assert PictureFile.objects.exclude(unused_since=None).count() == len(replaced)
    clock.shift(timedelta(hours=23))
    remove_unused_files.call()
    assert old <= stored()
    clock.shift(timedelta(hours=2))
    remove_unused_files.call()
    assert not old & stored()
    assert new <= stored()
    files = [one for shape in after.values() for one in shape["files"]]
    assert all(name.rpartition(".")[0] in str(files) for name in stored())


@pytest.mark.django_db
def test_a_crop_by_hand_comes_before_the_focal_point() -> None:
    picture, by = added(saved(drawn(1200, 800), "JPEG")), managing_editor()
    blue = Box(0.6, 0.6, 0.2, 0.3)
    picture = pictures.refocus(picture, (0, 0), {Shape.SQUARE: blue}, by=by)
    shapes = made(picture)
    assert [(one["width"], one["height"]) for one in shapes["1:1"]["files"]] == [(240, 240)]
    assert is_near(shown(shapes["1:1"]["files"][0]["name"]).getpixel((9, 9)), BLUE)
    assert is_near(shown(shapes["16:9"]["files"][0]["name"]).getpixel((9, 9)), RED)

    picture = pictures.refocus(picture, (0, 0), {}, by=by)
    assert is_near(shown(made(picture)["1:1"]["files"][0]["name"]).getpixel((9, 9)), RED)


@pytest.mark.django_db
def test_what_lies_outside_of_the_picture_is_refused_here_and_by_the_database() -> None:
    picture, by = make_picture(), managing_editor()
    with pytest.raises(NotAllowed):
        pictures.refocus(picture, (0, 0), {}, by=reporter())
    with pytest.raises(NotPossible, match="focal point"):
        pictures.refocus(picture, (0, 1.01), {}, by=by)
    for box in (
        Box(0.6, 0, 0.5, 0.5),
        Box(-0.1, 0, 0.5, 0.5),
        Box(0, 0, 0, 0),
        Box(0, 0.9, 0.2, 0.2),
    ):
        with pytest.raises(NotPossible, match="crop of 4:3"):
            pictures.refocus(picture, (0, 0), {Shape.STANDARD: box}, by=by)
        with pytest.raises(IntegrityError), transaction.atomic():
            PictureCrop.objects.create(picture=picture, shape="4:3", **box._asdict())
    with pytest.raises(IntegrityError), transaction.atomic():
        PictureCrop.objects.create(picture=picture, shape="5:4", x=0, y=0, width=1, height=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        Picture.objects.update(focus_y=-0.01)


@pytest.mark.django_db
def test_what_is_killed_is_made_again_and_its_files_go(
    clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = make_picture()
    write, written = files.write, []

    def killed(storage: Any, name: str, data: bytes) -> None:
        write(storage, name, data)
        written.append(name)
        if len(written) == 9:
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("articles.pictures.looks.make_look.write", killed)
        with pytest.raises(KeyboardInterrupt):
            make_picture_looks.call()
    assert not PictureLook.objects.exists()

    shapes = made(picture)
    clock.shift(timedelta(days=2))
    remove_unused_files.call()
    known = str([one["name"] for shape in shapes.values() for one in shape["files"]])
    assert {name for name in stored() if name.rpartition(".")[0] not in known} == set()
    assert not pictures.stray_files(timezone.now() + timedelta(days=9999))


@pytest.mark.django_db
def test_a_lost_original_stops_nothing() -> None:
    lost, other = make_picture(), make_picture()
    originals().delete(str(lost.image))
    assert made(other)["16:9"]
    assert PictureLook.objects.get(picture=lost).shapes == {}
    assert not make_look.pictures_to_make().exists()


@pytest.mark.django_db
@pytest.mark.parametrize("before", [1, 4, 9])
def test_what_is_removed_while_it_is_made_leaves_no_file(
    before: int, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Any
) -> None:
    write, written = files.write, []

    def removed(storage: Any, name: str, data: bytes) -> None:
        written.append(name)
        if len(written) == before:
            with django_capture_on_commit_callbacks(execute=True):
                pictures.take_down(picture, by=managing_editor(), reason="Rights.")
        write(storage, name, data)

    picture = make_picture()
    monkeypatch.setattr("articles.pictures.looks.make_look.write", removed)
    make_picture_looks.call()
    assert len(written) > before
    assert not stored()
    assert not PictureFile.objects.exists()


@pytest.mark.django_db
def test_what_was_taken_down_meanwhile_is_shown_no_more(
    monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Any
) -> None:
    picture = make_picture()
    shapes = make_look._Making.shapes

    def taken_down(self: Any) -> dict[str, Any]:
        found = shapes(self)
        with django_capture_on_commit_callbacks(execute=True):
            pictures.take_down(picture, by=managing_editor(), reason="Rights.")
        return found

    monkeypatch.setattr(make_look._Making, "shapes", taken_down)
    make_picture_looks.call()
    assert not PictureLook.objects.exists()
    assert not stored()


@pytest.mark.django_db
def test_files_say_what_the_newsroom_says_of_the_picture_and_nothing_else() -> None:
    picture = added(saved(drawn(900, 600), "JPEG", exif=exif(), comment="Ana Photographer"))
    shapes = made(picture)
    for one in shapes["16:9"]["files"] + shapes[""]["files"]:
        for suffix in ("jpg", "webp", "avif"):
            name = f"{one['name'].rpartition('.')[0]}.{suffix}"
            said = shown(name).info["xmp"].decode()
            assert "<photoshop:Credit>Ana &lt;AP&gt;</photoshop:Credit>" in said
            assert "Wheat &amp; rye" in said
            assert "A field" in said
            assert "© 2026 Ana Lee" in said
            with default_storage.open(name) as file:
                assert b"Photographer" not in file.read()


def test_the_colours_of_wide_gamuts_are_those_of_srgb_in_each_format() -> None:
    # Display P3 has the curves of sRGB, and other primaries (as XYZ under D50).
    p3 = bytearray(SRGB)
    for tag, values in {
        b"rXYZ": (0.51512, 0.2412, -0.00105),
        b"gXYZ": (0.29198, 0.69225, 0.04189),
        b"bXYZ": (0.1571, 0.06657, 0.78407),
    }.items():
        at = int.from_bytes(SRGB[(entry := SRGB.index(tag) + 4) : entry + 4]) + 8
        for number, value in enumerate(values):
            p3[at + 4 * number : at + 4 * number + 4] = round(value * 65536).to_bytes(
                4, signed=True
            )
    ImageCms.ImageCmsProfile(BytesIO(bytes(p3)))
    image = Image.new("RGB", (60, 40), (200, 30, 30))
    for kind in ("JPEG", "PNG", "WEBP", "AVIF", "TIFF"):
        read = read_picture(saved(image, kind, icc_profile=bytes(p3)))
        colour = opened(read.renditions[-1].data).getpixel((30, 20))
        assert is_near(colour, (219, 0, 6), by=9), kind


@pytest.mark.django_db
def test_a_picture_of_24_million_pixels_is_read_and_cut() -> None:
    large = drawn(6000, 4000)
    picture = added(saved(large, "JPEG", exif=exif(6), quality=80))
    assert (picture.width, picture.height) == (4000, 6000)
    shapes = made(picture)
    assert [one["width"] for one in shapes["16:9"]["files"]] == [800, 1600]
    assert [one["width"] for one in shapes["1:1"]["files"]] == [400, 1200]
