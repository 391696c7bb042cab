"""Lists of names: files in the folder `lists`, one name a line, for anybody to extend."""

from pathlib import Path

FOLDER = Path(__file__).parent / "lists"


def read(name: str) -> tuple[str, ...]:
    """Return the entries of a list in the order of its file, without empty lines and comments."""
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))
