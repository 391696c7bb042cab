"""The pictures of the demo newsroom: drawn by other processes, added when a story needs them."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from types import TracebackType
from typing import NamedTuple, Self

from articles.demo.body_text import figures_in
from articles.demo.drawing import draw
from articles.demo.people import PROFILES
from articles.demo.story_file import StoryFile
from articles.models import Picture
from articles.pictures import ReadPicture, Said, add_read_picture, read_picture
from newsroom.accounts.models import User

CREDIT = "Illustration: Newsroom"


class Wanted(NamedTuple):
    """A picture that is being drawn, with its words."""

    read: Future[ReadPicture]
    alt: str
    caption: str


class Pictures:
    """The pictures of these stories, by what is drawn: “coast dawn 4”.

    They are drawn in the order of the stories.
    """

    def __init__(self, files: Iterable[StoryFile]) -> None:
        self._added: dict[str, Picture] = {}
        # Forked, they need no settings: they draw, and never touch the database.
        self._processes = ProcessPoolExecutor(mp_context=get_context("fork"))
        self._wanted: dict[str, Wanted] = {}
        for file in files:
            for name, caption, alt in _pictures_of(file):
                if name not in self._wanted:
                    read = self._processes.submit(drawn, name, Said(caption, CREDIT, alt=alt))
                    self._wanted[name] = Wanted(read, alt, caption)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._processes.shutdown(cancel_futures=True)

    def get(self, name: str, *, by: User) -> Picture:
        """Return the picture, which `by` adds if it is new."""
        if name not in self._added:
            wanted = self._wanted[name]
            self._added[name] = add_read_picture(
                wanted.read.result(),
                filename=f"{name.replace(' ', '-')}.jpg",
                alt=wanted.alt,
                caption=wanted.caption,
                credit=CREDIT,
                by=by,
            )
        return self._added[name]

    def keys(self) -> list[int]:
        """Return the primary keys of the pictures that were added."""
        return [picture.pk for picture in self._added.values()]


def drawn(name: str, said: Said) -> ReadPicture:
    """Draw a picture, and return it with its renditions, which say this of it."""
    motif, palette, seed = name.split()
    return read_picture(draw(motif, palette, int(seed)), said)


def _pictures_of(file: StoryFile) -> Iterable[tuple[str, str, str]]:
    """Yield what is drawn, the caption and the alternative text of each picture of the story."""
    for author in file.list("authors"):
        if profile := PROFILES.get(author):
            yield profile.portrait, author, f"Portrait of {author}."
    if lead := file.fields.get("lead"):
        yield lead, file.fields["caption"], file.fields["alt"]
    yield from figures_in(file.text)
    yield from figures_in(file.entries)
