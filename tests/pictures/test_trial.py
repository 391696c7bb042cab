"""Files that hold more than they say are refused by what decoding them takes."""

import struct
import zlib

import pytest
from PIL import Image

from articles.pictures import UnusablePicture, read_picture, trial
from tests.pictures.samples import drawn, saved


@pytest.fixture(autouse=True)
def _little_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    # So that the files need not be as large as what is refused otherwise.
    monkeypatch.setattr(trial, "MOST_MEMORY", 100 * 1024**2)


def one_tile(side: int) -> bytes:
    """Return a TIFF of 100 by 100 pixels in one tile of this many by as many."""
    tile = zlib.compress(bytes(side * side))
    tags = [(256, 100), (257, 100), (258, 8), (259, 8), (262, 1), (277, 1), (322, side)]
    tags += [(323, side), (324, 4096), (325, len(tile))]
    directory = b"".join(struct.pack("<HHLL", tag, 4, 1, value) for tag, value in tags)
    head = b"II*\0" + struct.pack("<LH", 8, len(tags)) + directory
    return head.ljust(4096, b"\0") + tile


def one_frame(side: int) -> bytes:
    """Return an AVIF that says 100 by 100 pixels, with a frame of this many by as many."""
    data = bytearray(saved(Image.new("RGB", (side, side)), "AVIF", speed=10, quality=10))
    said = data.index(b"ispe") + 8
    data[said : said + 8] = struct.pack(">2I", 100, 100)
    return bytes(data)


def test_what_holds_more_than_it_says_is_refused() -> None:
    for make in (one_tile, one_frame):
        with pytest.raises(UnusablePicture, match="is damaged"):
            read_picture(make(12_000))
        assert read_picture(make(112)).original.width == 100


def test_what_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = saved(drawn(), "TIFF")
    assert trial.can_be_decoded(data)
    monkeypatch.setattr(trial, "MOST_SECONDS", 0)
    assert not trial.can_be_decoded(data)
