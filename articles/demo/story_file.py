"""The files of the demo newsroom: what happened to a story, then its text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

STORIES = Path(__file__).parent / "stories"
#: The entries of live blogs.
ENTRIES = Path(__file__).parent / "entries"


@dataclass(frozen=True, slots=True)
class StoryFile:
    """A story: its name, the fields above its text, and the text.

    The first paragraph of the text is the headline, the second the summary; wire copy is taken in
    as it is. docs/demo.md says what the fields mean.
    """

    name: str
    is_wire: bool
    fields: Mapping[str, str]
    text: str
    #: Those of a live blog, as written in their file.
    entries: str = ""

    def list(self, field: str) -> tuple[str, ...]:
        """Return the values of a field, which are separated by commas."""
        return tuple(
            value for part in self.fields.get(field, "").split(",") if (value := part.strip())
        )

    def pair(self, field: str) -> tuple[str, str] | None:
        """Return the two values of a field, separated by a bar; None if it is missing."""
        if field not in self.fields:
            return None
        first, _, second = self.fields[field].partition("|")
        return first.strip(), second.strip()

    @property
    def headline(self) -> str:
        """The first paragraph of the text."""
        return self.text.partition("\n\n")[0].strip()

    @property
    def summary(self) -> str:
        """The second paragraph; "" for wire copy."""
        return "" if self.is_wire else self.text.partition("\n\n")[2].partition("\n\n")[0].strip()

    @property
    def body(self) -> str:
        """The text after the second paragraph."""
        return self.text.partition("\n\n")[2].partition("\n\n")[2].strip()


def story_files(folder: Path | None = None) -> list[StoryFile]:
    """Return all stories of the demo, or of another folder, by name.

    Raise ValueError where two have the same name.
    """
    files = [
        _read(path)
        for path in sorted((folder or STORIES).glob("*/*.txt"), key=lambda path: path.stem)
    ]
    if len({file.name for file in files}) < len(files):
        raise ValueError(f"Two stories in {folder} have the same name.")
    return files


def read_fields(head: str) -> dict[str, str]:
    """Return the fields, each in a line of its own."""
    return dict(line.split(": ", 1) for line in head.splitlines())


def _read(path: Path) -> StoryFile:
    head, _, text = path.read_text(encoding="utf-8").partition("\n---\n")
    entries = ENTRIES / path.name
    return StoryFile(
        path.stem,
        path.parent.name == "wire",
        read_fields(head),
        text,
        entries.read_text(encoding="utf-8") if entries.exists() else "",
    )
