"""A new text for a body, joined with what editors placed in the old one."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process

from articles import body
from articles.comparison.said import Said
from articles.text import N_, Message, normalise

#: How similar two paragraphs must be, in per cent, to count as one that was edited.
ALIKE = 70.0
#: How many paragraphs to compare in all; of long ones, pairs of letters that count as one.
MOST_CANDIDATES, PAIRS_OF_ONE = 1_000_000, 125_000
TOP = -1
QUOTE_GOES = N_("The pull quote “%(words)s” is dropped: its words are not in the new copy.")
LINK_GOES = N_(
    "The related link “%(text)s” is dropped: it came with the old copy and is not in the new one."
)
LINK_MOVES = N_(
    "The related link “%(text)s” moves to the end: neither paragraph next to it is in the new copy."
)
PICTURE_MOVES = N_(
    "The picture “%(name)s” moves to the end: neither paragraph next to it is in the new copy."
)
EMBED_MOVES = N_(
    "The embed “%(name)s” moves to the end: neither paragraph next to it is in the new copy."
)


@dataclass(frozen=True, slots=True)
class Merged:
    """The blocks of the new body, and what could not be kept, or not in its place."""

    blocks: tuple[body.Block, ...]
    notes: tuple[Message, ...]


def merge(old: str, new: str, copied: Collection[str] = ()) -> Merged:
    """Return the new text with the pull quotes, pictures and links placed in the old one.

    A paragraph with the same words keeps its bold, italic and links. `copied` are the inline
    links that came with earlier copy, label included: they are dropped if the new copy drops them.
    """
    return _Merge(body.read(old), body.read(new), {normalise(line) for line in copied}).done()


class _Merge:
    def __init__(
        self, old: tuple[body.Block, ...], new: tuple[body.Block, ...], copied: set[str]
    ) -> None:
        self.old, self.copied = old, copied
        self.known = {
            normalise(block.headline): block for block in old if isinstance(block, body.AlsoRead)
        }
        written = {block.text: block for block in old if _is_text(block)}
        self.new = tuple(
            written.get(block.text, block) if _is_text(block) else self._same_link(block)
            for block in new
        )
        self.texts = {
            at: normalise(block.text) for at, block in enumerate(self.new) if _is_text(block)
        }
        self.first: dict[str, int] = {}
        for at, text in self.texts.items():
            self.first.setdefault(text, at)
        self.length = sum(map(len, self.texts.values()))
        self.candidates = MOST_CANDIDATES
        self.places = [at for at, block in enumerate(self.old) if _is_text(block)]
        self.found: dict[int, int | None] = {}
        self.above: dict[int, int | None] = {}
        self.below: dict[int, int | None] = {}
        self.said = Said(self.new)
        self.placed: defaultdict[int, list[body.Block]] = defaultdict(list)
        self.notes: list[Message] = []

    def _same_link(self, block: body.Block) -> body.Block:
        if isinstance(block, body.AlsoRead) and (
            before := self.known.pop(normalise(block.headline), None)
        ):
            return replace(block, key=before.key, story=before.story)
        return block

    def done(self) -> Merged:
        left = {block.key for block in self.known.values()}
        for at, block in enumerate(self.old):
            match block:
                case body.PullQuote():
                    self._quote(at, block)
                case body.AlsoRead() if block.key in left:
                    self._inline_link(at, block)
                case body.Figure():
                    name = block.caption or block.alt
                    self._place(at, block, Message(PICTURE_MOVES, {"name": name}))
                case body.Embed():
                    name = block.title or block.url
                    self._place(at, block, Message(EMBED_MOVES, {"name": name}))
        blocks = list(self.placed[TOP])
        for at, block in enumerate(self.new):
            blocks += [block, *self.placed[at]]
        return Merged(tuple(blocks), tuple(self.notes))

    def _quote(self, at: int, block: body.PullQuote) -> None:
        end = self.said.end_of(block.words)
        if end is None:
            self.notes.append(Message(QUOTE_GOES, {"words": block.words}))
        elif number := bisect_left(self.places, at):
            before = _key(self.old[self.places[number - 1]])
            self.placed[self.first.get(before, end)].append(block)
        else:
            self.placed[TOP].append(block)

    def _inline_link(self, at: int, block: body.AlsoRead) -> None:
        if normalise(block.text) in self.copied:
            self.notes.append(Message(LINK_GOES, {"text": block.text}))
        else:
            self._place(at, block, Message(LINK_MOVES, {"text": block.text}))

    def _place(self, at: int, block: body.Block, moves: Message) -> None:
        """Put the block after the nearest surviving paragraph above it, or before one below."""
        number = bisect_left(self.places, at)
        if not number:
            self.placed[TOP].append(block)
        elif (where := self._nearest(range(number - 1, -1, -1), self.above)) is not None:
            self.placed[where].append(block)
        elif (where := self._nearest(range(number, len(self.places)), self.below)) is not None:
            self.placed[where - 1].append(block)
        else:
            self.placed[len(self.new) - 1].append(block)
            self.notes.append(moves)

    def _nearest(self, numbers: range, known: dict[int, int | None]) -> int | None:
        """Return where the first surviving one of these old paragraphs is now; `known` so far."""
        where, passed = None, []
        for number in numbers:
            if number in known:
                where = known[number]
                break
            passed.append(number)
            if (where := self._survives(number)) is not None:
                break
        known.update(dict.fromkeys(passed, where))
        return where

    def _survives(self, number: int) -> int | None:
        if number not in self.found:
            self.found[number] = self._find(_key(self.old[self.places[number]]))
        return self.found[number]

    def _find(self, text: str) -> int | None:
        effort = len(self.texts) + len(text) * self.length // PAIRS_OF_ONE
        if text in self.first or effort > self.candidates:
            return self.first.get(text)
        self.candidates -= effort
        found = process.extractOne(text, self.texts, scorer=fuzz.ratio, score_cutoff=ALIKE)
        return found[2] if found else None


def _is_text(block: body.Block) -> bool:
    return not isinstance(block, body.Keyed | body.Rule)


def _key(block: body.Block) -> str:
    return normalise(block.text)
