"""Embargoes as agencies, ministries and firms write them, wrapped at "\\n"; and news of some."""

from pathlib import Path

FILE = Path(__file__).parent / "embargoes.txt"
MORE_EMBARGOES, NEWS_OF_EMBARGOES = (
    [line.replace("\\n", "\n") for line in part.splitlines()]
    for part in FILE.read_text(encoding="utf-8").split("\n=====\n")
)
