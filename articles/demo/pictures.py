"""The pictures of the demo newsroom: drawn by other processes, added when a story needs them."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from datetime import datetime
from multiprocessing import get_context
from types import TracebackType
from typing import NamedTuple, Self

from articles.demo.body_text import figures_in
from articles.demo.drawing import draw
from articles.demo.people import PROFILES
from articles.demo.story_file import StoryFile
from articles.demo.timetable import after, before
from articles.models import Picture, newsroom_day
from articles.pictures import ReadPicture, Said, add_read_picture, read_picture, said_of
from newsroom.accounts.models import User

CREDIT = "Illustration: Newsroom"


class Wanted(NamedTuple):
    """A picture that is being drawn, and its row, unsaved, with its words and rights."""

    read: Future[ReadPicture]
    row: Picture


class Pictures:
    """The pictures of these stories, by what is drawn: “coast dawn 4”.

    They are drawn in the order of the stories. Licences are counted from `now`, which is
    timezone-aware.
    """

    def __init__(self, files: Iterable[StoryFile], now: datetime) -> None:
        self._added: dict[str, Picture] = {}
        # Forked, they need no settings: they draw, and never touch the database.
        self._processes = ProcessPoolExecutor(mp_context=get_context("fork"))
        self._wanted: dict[str, Wanted] = {}
        for file in files:
            for name, row in _pictures_of(file, now):
                if name not in self._wanted:
                    self._wanted[name] = Wanted(
                        self._processes.submit(drawn, name, said_of(row)), row
                    )

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
                wanted.row,
                wanted.read.result(),
                filename=f"{name.replace(' ', '-')}.jpg",
                by=by,
            )
        return self._added[name]

    def keys(self) -> list[int]:
        """Return the primary keys of the pictures that were added."""
        return [picture.pk for picture in self._added.values()]


def drawn(name: str, said: Said) -> ReadPicture:
    """Draw a picture, and return it with its renditions, which say this about it."""
    motif, palette, seed = name.split()
    return read_picture(draw(motif, palette, int(seed)), said)


def _pictures_of(file: StoryFile, now: datetime) -> Iterable[tuple[str, Picture]]:
    """Yield what is drawn, and the row, unsaved, of each picture of the story."""
    for author in file.list("authors"):
        if profile := PROFILES.get(author):
            portrait = Picture(caption=author, alt=f"Portrait of {author}.", credit=CREDIT)
            yield profile.portrait, portrait
    if lead := file.fields.get("lead"):
        yield lead, _with_rights(file, now)
    for name, caption, alt in (*figures_in(file.text), *figures_in(file.entries)):
        yield name, Picture(caption=caption, alt=alt, credit=CREDIT)


def _with_rights(file: StoryFile, now: datetime) -> Picture:
    """Return the lead picture of the story, unsaved."""
    fields = file.fields
    picture = Picture(
        caption=fields["caption"],
        alt=fields["alt"],
        credit=fields.get("credit", CREDIT),
        copyright=fields.get("copyright", ""),
        licence=fields.get("licence", ""),
        usage_limits=fields.get("limits", ""),
    )
    if left := fields.get("licence ends"):
        picture.licence_until = newsroom_day(after(now, left))
    elif passed := fields.get("licence ended"):
        picture.licence_until = newsroom_day(before(now, passed))
    return picture
