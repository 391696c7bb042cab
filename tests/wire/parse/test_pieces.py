"""Invented copy as the world's agencies and senders write it, with what becomes of each piece."""

from pathlib import Path

import pytest

from tests.wire.parse.words import parsed

FILE = Path(__file__).parent / "pieces.txt"
PIECES = FILE.read_text(encoding="utf-8").strip("\n").split("\n=====\n")


@pytest.mark.parametrize("piece", PIECES, ids=[piece.partition("\n")[0][:40] for piece in PIECES])
def test_a_piece_is_read_into_its_parts(piece: str) -> None:
    source, _, expected = piece.partition("\n-----\n")
    copy = parsed(source)
    assert copy.dateline is None or copy.dateline.sure
    told = [
        f"headline: {copy.headline}",
        f"summary: {copy.summary}",
        f"dateline: {copy.dateline.text.strip() if copy.dateline else ''}",
        f"paragraphs: {len(copy.blocks)}",
        *(f"left out: {line.text}" for line in copy.left_out),
    ]
    assert [line.rstrip() for line in told] == expected.split("\n")
