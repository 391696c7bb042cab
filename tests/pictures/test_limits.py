"""What cannot become a picture is refused with the reason; nothing else is opened, or too much."""

import struct
import zlib
from io import BytesIO
from threading import BoundedSemaphore, Thread
from time import monotonic
from zipfile import ZipFile

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from articles.pictures import UnusablePicture, opening, read_picture, reading
from articles.pictures.embedded import embedded_words
from articles.pictures.polyglots import is_polyglot
from tests.pictures.samples import drawn, saved

EPS = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n%%EndComments\nshowpage\n%%EOF\n"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"text",
        EPS,
        # An EPS with a preview, as Windows writes it.
        struct.pack("<7I", 0xC6D3D0C5, 30, len(EPS), 0, 0, 0, 0) + b"\0\0" + EPS,
        SVG,
        b"%PDF-1.4\n%%EOF",
        *(saved(drawn(), kind) for kind in ("BMP", "ICO", "PPM", "TGA", "PCX", "JPEG2000", "PDF")),
    ],
)
def test_only_kinds_that_browsers_know_and_tiff_are_opened(
    data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("subprocess.Popen", None)
    with pytest.raises(UnusablePicture, match="Choose a JPEG, PNG, GIF, WebP, AVIF or TIFF"):
        read_picture(data)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP", "AVIF", "TIFF"])
@pytest.mark.parametrize("part", [0.02, 0.3, 0.6, 0.9])
def test_a_part_of_a_picture_is_refused(kind: str, part: float) -> None:
    data = saved(Image.effect_noise((200, 200), 60), kind)
    with pytest.raises(UnusablePicture):
        read_picture(data[: int(len(data) * part)])


def test_colours_that_are_measurements_are_refused() -> None:
    for mode in ("F", "I"):
        with pytest.raises(UnusablePicture, match="its colours cannot be read"):
            read_picture(saved(Image.new(mode, (20, 20), 7), "TIFF"))


def archive() -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as made:
        made.writestr("a.class", "x" * 50)
    return file.getvalue()


#: What a file can be beside a picture, at its end or in a comment of a JPEG.
OTHERS = {
    "page": b"<!DOCTYPE html><title>Hello there</title>",
    "script": b"<script>alert(document.cookie)</script>",
    "drawing": b'<SVG xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    "program": b"<?php system($_GET['command']); ?>",
    "document": b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj",
    "zip": archive(),
    "rar": b"Rar!\x1a\x07\x00" + bytes(50),
}


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP", "AVIF", "TIFF"])
@pytest.mark.parametrize("other", OTHERS)
def test_what_is_something_else_too_is_refused(kind: str, other: str) -> None:
    with pytest.raises(UnusablePicture, match="a picture and also something else"):
        read_picture(saved(drawn(), kind) + OTHERS[other])
    with pytest.raises(UnusablePicture, match="a picture and also something else"):
        read_picture(saved(drawn(), "JPEG", comment=OTHERS[other]) + OTHERS[other])


def test_what_cameras_write_behind_a_picture_is_left_out() -> None:
    # A moving picture, as phones add one to a still one.
    data = saved(drawn(), "JPEG") + b"\0\0\0\x18ftypmp42" + bytes(500)
    assert all(b"ftyp" not in one.data for one in read_picture(data).renditions)


def test_pixels_that_look_like_a_beginning_are_pixels() -> None:
    noise = bytes(range(256)) * 4
    assert not is_polyglot(noise + b"<svg \x00\x81\xfe\x03\x00\x00\x00\x01" + noise)
    assert is_polyglot(noise + b"<svg \x00" + noise + b"<svg width='1'>" + noise)


def png(width: int, height: int) -> bytes:
    """Return a PNG of black pixels, compressed as far as it goes."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        )

    head = chunk(b"IHDR", struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0))
    body = zlib.compress(bytes(1_000_000))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("width", "height"), [(10_000, 8_000), (9_000, 9_000), (20_000, 20_000), (2**31 - 1, 9)]
)
def test_a_bomb_is_refused_before_it_is_decoded(width: int, height: int) -> None:
    with pytest.raises(UnusablePicture, match=r"pixels\. Save it smaller"):
        read_picture(png(width, height))


def test_the_measures_and_the_limit_are_told() -> None:
    with pytest.raises(UnusablePicture, match=r"measures 9000 by 9000 pixels\. .* 30 million"):
        read_picture(saved(Image.new("1", (9000, 9000)), "PNG"))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP", "AVIF", "TIFF"])
def test_each_kind_has_a_limit(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert opening.MAX_PIXELS.keys() == opening.SUFFIXES.keys()
    monkeypatch.setitem(opening.MAX_PIXELS, kind, 2399)
    with pytest.raises(UnusablePicture, match="measures 60 by 40 pixels"):
        read_picture(saved(drawn(), kind))


def test_a_jpeg_of_endless_scans_is_refused() -> None:
    data = saved(drawn(), "JPEG", progressive=True)
    scan = data.rindex(b"\xff\xda")
    last = data[scan:-2]
    with pytest.raises(UnusablePicture):
        read_picture(data[:-2] + last * 200 + data[-2:])


def segment(marker: int, data: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data


def strips(count: int) -> bytes:
    """Return a TIFF of one column, each row of which is a strip of its own: always the same one."""
    tags = [(256, 4, 1, 1), (257, 4, 1, count), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1)]
    tags += [(273, 3, count, 4096), (277, 3, 1, 1), (278, 4, 1, 1)]
    directory = b"".join(struct.pack("<HHLL", *tag) for tag in tags)
    head = b"II*\0" + struct.pack("<LH", 8, len(tags)) + directory
    return head.ljust(4096, b"\0") + struct.pack("<H", 16) * count


def in_pieces() -> dict[str, bytes]:
    """Return pictures for each of which Pillow needed minutes, or gigabytes."""
    jpeg, plain = saved(drawn(), "JPEG"), saved(drawn(), "PNG")
    iim = saved(drawn(), "TIFF", tiffinfo={33723: b"\x1c\x02\x50\x00\x01a" * 200_000})
    part = struct.pack(">I", 0) + b"abCd" + struct.pack(">I", zlib.crc32(b"abCd"))
    return {
        "comments": jpeg[:2] + segment(0xFE, b"") * 100_000 + jpeg[2:],
        "exif": jpeg[:2] + segment(0xE1, b"Exif\0\0a") * 60 + jpeg[2:],
        "photoshop": jpeg[:2] + segment(0xED, b"8BIM" * 10_000) * 6 + jpeg[2:],
        "chunks": plain[:33] + part * 100_000 + plain[33:],
        "long exif": saved(drawn(), "WEBP", exif=b"Exif\0\0" + bytes(5 * 1024 * 1024)),
        "strips": strips(600_000),
        "iptc": iim,
    }


def test_a_file_in_very_many_pieces_is_refused_before_they_are_gathered() -> None:
    for data in in_pieces().values():
        with pytest.raises(UnusablePicture, match="is damaged"):
            read_picture(data)
        assert not any(embedded_words(data).values())
    assert read_picture(strips(2_000)).original.height == 2_000


def test_words_are_read_without_the_pixels(monkeypatch: pytest.MonkeyPatch) -> None:
    # Several uploads may be looked at at once, but one decoded.
    decoded: list[str | None] = []
    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", lambda it: decoded.append(it.format))
    for kind in ("JPEG", "PNG", "GIF", "TIFF"):
        embedded_words(saved(drawn(), kind))
    assert decoded == []


def test_one_picture_is_read_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    now, most = [], []

    def read(data: bytes, said: object) -> bytes:
        now.append(data)
        most.append(len(now))
        Image.new("RGB", (2000, 2000)).tobytes()
        now.remove(data)
        return data

    monkeypatch.setattr(reading, "read_picture", read)
    uploads = [ContentFile(str(number).encode()) for number in range(4)]
    threads = [Thread(target=reading.read_upload, args=(upload,)) for upload in uploads]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert most == [1] * 4


def test_not_all_threads_of_a_worker_wait_for_a_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_places", BoundedSemaphore(1))
    with reading.its_turn(0):
        start = monotonic()
        with pytest.raises(UnusablePicture, match="Try again in a moment"):
            reading.read_upload(ContentFile(saved(drawn(), "PNG")))
        assert monotonic() - start < reading.PATIENCE / 2
    assert reading.read_upload(ContentFile(saved(drawn(), "PNG"))).original.width == 60


def test_who_waits_too_long_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "PATIENCE", 0.01)
    with reading._reading, pytest.raises(UnusablePicture, match="Try again in a moment"):
        reading.read_upload(ContentFile(saved(drawn(), "PNG")))
    assert reading.read_upload(ContentFile(saved(drawn(), "PNG"))).original.width == 60
