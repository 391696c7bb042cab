"""Whatever kind of picture comes in, readers get one that looks right and says nothing else."""

from collections.abc import Callable

import pytest
from PIL import Image, ImageStat

from articles.pictures import read_picture
from articles.pictures.reading import ReadPicture
from tests.pictures.samples import (
    BLUE,
    RED,
    SECRET,
    SRGB,
    XMP,
    drawn,
    exif,
    is_near,
    opened,
    saved,
)

CORNER, REST = (4, 4, 26, 16), (34, 4, 56, 16)
META = {"exif": exif(), "icc_profile": SRGB, "xmp": XMP}
FRAMES = [drawn().transpose(Image.Transpose.ROTATE_180)] * 2

#: What it is: the file, and the suffix of its renditions.
KINDS: dict[str, tuple[Callable[[], bytes], str]] = {
    "jpeg": (lambda: saved(drawn(), "JPEG", comment=SECRET, **META), "jpg"),
    "grey jpeg": (lambda: saved(drawn(mode="L"), "JPEG"), "jpg"),
    "progressive jpeg": (lambda: saved(drawn(), "JPEG", progressive=True), "jpg"),
    "cmyk jpeg": (lambda: saved(drawn(mode="CMYK"), "JPEG"), "jpg"),
    "mpo": (lambda: saved(drawn(), "MPO", save_all=True, append_images=FRAMES, **META), "jpg"),
    "webp": (lambda: saved(drawn(), "WEBP", **META), "jpg"),
    "webp, alpha": (lambda: saved(with_alpha("RGBA"), "WEBP", **META), "webp"),
    "webp, opaque alpha": (lambda: saved(drawn(mode="RGBA"), "WEBP", lossless=True), "jpg"),
    "webp, animated": (lambda: saved(drawn(), "WEBP", save_all=True, append_images=FRAMES), "jpg"),
    "avif": (lambda: saved(drawn(), "AVIF", quality=95, **META), "jpg"),
    "png": (lambda: saved(drawn(), "PNG", **META), "jpg"),
    "png, alpha": (lambda: saved(with_alpha("RGBA"), "PNG"), "webp"),
    "png, grey alpha": (lambda: saved(with_alpha("LA"), "PNG"), "webp"),
    "png, palette": (lambda: saved(drawn().quantize(4), "PNG"), "jpg"),
    "png, transparent palette": (lambda: saved(with_alpha("RGBA").quantize(8), "PNG"), "webp"),
    "png, transparent colour": (lambda: saved(drawn(), "PNG", transparency=BLUE), "webp"),
    "png, 1 bit": (lambda: saved(drawn(mode="1"), "PNG"), "jpg"),
    "png, 16 bit": (lambda: saved(sixteen_bit(), "PNG"), "jpg"),
    "png, animated": (lambda: saved(drawn(), "PNG", save_all=True, append_images=FRAMES), "jpg"),
    "gif": (lambda: saved(drawn().quantize(4), "GIF", comment=SECRET.encode()), "jpg"),
    "gif, transparent": (lambda: saved(drawn().quantize(4), "GIF", transparency=0), "webp"),
    "gif, animated": (lambda: saved(drawn(), "GIF", save_all=True, append_images=FRAMES), "jpg"),
    "tiff": (lambda: saved(drawn(), "TIFF", artist=SECRET, icc_profile=SRGB), "jpg"),
    "tiff, lzw": (lambda: saved(drawn(), "TIFF", compression="tiff_lzw"), "jpg"),
    "tiff, jpeg": (lambda: saved(drawn(), "TIFF", compression="jpeg"), "jpg"),
    "tiff, fax": (lambda: saved(drawn(mode="1"), "TIFF", compression="group4"), "jpg"),
    "tiff, cmyk": (lambda: saved(drawn(mode="CMYK"), "TIFF"), "jpg"),
    "tiff, 16 bit": (lambda: saved(sixteen_bit(), "TIFF"), "jpg"),
    "tiff, alpha": (lambda: saved(with_alpha("RGBA"), "TIFF"), "webp"),
    "tiff, pages": (lambda: saved(drawn(), "TIFF", save_all=True, append_images=[drawn()]), "jpg"),
}


def with_alpha(mode: str) -> Image.Image:
    image = drawn(mode=mode)
    image.putalpha(Image.new("L", image.size, 255))
    image.paste(0, (0, 30, 60, 40), Image.new("1", (60, 10), 1))
    return image


def sixteen_bit() -> Image.Image:
    dark, bright = b"\x00\x40", b"\x00\xc0"
    rows = (bright * 30 + dark * 30) * 20 + dark * 60 * 20
    return Image.frombytes("I;16", (60, 40), rows)


def shown(read: ReadPicture) -> Image.Image:
    return opened(read.renditions[-1].data)


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_of_any_kind_is_shown(kind: str) -> None:
    make, suffix = KINDS[kind]

    read = read_picture(make())

    assert (read.original.width, read.original.height) == (60, 40)
    assert [(one.width, one.height, one.suffix) for one in read.renditions] == [(60, 40, suffix)]
    image = shown(read)
    assert (image.size, image.format) == ((60, 40), {"jpg": "JPEG", "webp": "WEBP"}[suffix])
    grey = image.convert("L")
    corner, rest = (ImageStat.Stat(grey.crop(box)).mean[0] for box in (CORNER, REST))
    assert corner > rest + 10


@pytest.mark.parametrize("kind", KINDS)
def test_renditions_say_nothing_but_the_picture(kind: str) -> None:
    for rendition in read_picture(KINDS[kind][0]()).renditions:
        assert SECRET.encode() not in rendition.data
        image = opened(rendition.data)
        assert not image.getexif()
        assert not {"exif", "xmp", "comment", "icc_profile"} & image.info.keys()


@pytest.mark.parametrize("kind", ["webp, alpha", "png, alpha", "png, transparent palette"])
def test_what_is_transparent_stays_transparent(kind: str) -> None:
    image = shown(read_picture(KINDS[kind][0]())).convert("RGBA")
    assert image.getpixel((8, 36))[3] < 16  # type: ignore[index]
    assert image.getpixel((8, 8))[3] > 240  # type: ignore[index]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF", "MPO"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_turned_picture_is_upright_once_with_its_true_size(kind: str, orientation: int) -> None:
    # Stored so that it is upright when it is turned as its EXIF data says.
    turns = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    upright = drawn(1000, 601)
    stored = upright.transpose(turns[orientation]) if orientation > 1 else upright
    more = {"save_all": True, "append_images": [stored]} if kind == "MPO" else {}

    read = read_picture(saved(stored, kind, exif=exif(orientation), **more))

    assert (read.original.width, read.original.height) == (1000, 601)
    assert [(one.width, one.height) for one in read.renditions] == [
        (400, 240),
        (800, 481),
        (1000, 601),
    ]
    for rendition in read.renditions:
        image = opened(rendition.data).convert("RGB")
        assert image.size == (rendition.width, rendition.height)
        assert is_near(image.getpixel((image.width // 8, image.height // 8)), RED)
        for x, y in ((7, 1), (1, 7), (7, 7)):
            at = (image.width * x // 8, image.height * y // 8)
            assert is_near(image.getpixel(at), BLUE), at


@pytest.mark.parametrize(
    ("size", "renditions"),
    [
        ((120, 90), [(120, 90)]),
        ((400, 300), [(400, 300)]),
        ((600, 400), [(400, 267), (600, 400)]),
        ((5000, 1), [(400, 1), (800, 1), (1600, 1)]),
        ((1, 5000), [(1, 600), (1, 1200), (1, 2000)]),
        ((1, 1), [(1, 1)]),
        ((3000, 4000), [(400, 533), (800, 1067), (1500, 2000)]),
    ],
)
def test_no_rendition_is_larger_than_its_picture(
    size: tuple[int, int], renditions: list[tuple[int, int]]
) -> None:
    for kind in ("JPEG", "PNG"):
        read = read_picture(saved(drawn(*size), kind))
        assert [(one.width, one.height) for one in read.renditions] == renditions
        assert [opened(one.data).size for one in read.renditions] == renditions


def test_the_colours_of_a_profile_are_kept() -> None:
    # A profile that turns red into green, so that nobody can overlook it.
    swapped = SRGB.replace(b"rXYZ", b"____").replace(b"gXYZ", b"rXYZ").replace(b"____", b"gXYZ")

    assert is_near(shown(read_picture(saved(drawn(), "PNG"))).getpixel((8, 8)), RED)
    for mode, kind in (("RGB", "JPEG"), ("RGB", "PNG"), ("RGB", "WEBP"), ("RGBA", "PNG")):
        data = saved(drawn(mode=mode), kind, icc_profile=swapped)
        red, green, _ = shown(read_picture(data)).getpixel((8, 8))  # type: ignore[misc]
        assert green > red + 100, kind


@pytest.mark.parametrize("profile", [b"no profile", SRGB[:200], SRGB[:36] + b"nope" + SRGB[40:]])
@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_a_profile_that_does_not_fit_is_left_out_of_account(profile: bytes, mode: str) -> None:
    data = saved(drawn(mode=mode), "JPEG", icc_profile=profile)
    assert shown(read_picture(data)).mode == "RGB"


def test_damaged_exif_data_spoils_no_picture() -> None:
    for block in (b"Exif\0\0II*\0\xff\xff\xff\xff", b"Exif\0\0nonsense", b"Exif\0\0"):
        assert read_picture(saved(drawn(), "JPEG", exif=block)).original.width == 60
