"""New words for a body, with what editors placed in the old one. Pure."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process

from articles import body
from articles.text import N_, Message, normalise

#: How alike two paragraphs are at least, in per cent, to be one that was edited.
ALIKE = 70.0
TOP = -1

QUOTE_NOT_KEPT = N_("The pull quote “%(words)s” is not kept: its words are not in the new copy.")
LINE_NOT_KEPT = N_(
    "The line “%(line)s” is not kept: it came with the old copy, and the new copy no longer has it."
)
LINE_MOVES = N_("The line “%(line)s” moves to the end: no paragraph next to it is in the new copy.")
PICTURE_MOVES = N_(
    "The picture “%(picture)s” moves to the end: no paragraph next to it is in the new copy."
)


@dataclass(frozen=True, slots=True)
class Merged:
    """The blocks of the new body, and what of the old one is not kept, or not in its place."""

    blocks: tuple[body.Block, ...]
    notes: tuple[Message, ...]


def merge(old: str, new: str, copied: Collection[str] = ()) -> Merged:
    """Give the words of the new body with the quotes, pictures and lines placed in the old one.

    A paragraph with the same words keeps its bold, italic and links. `copied` are the also-read
    lines that came with earlier copy, label included: they go where the new copy drops them.
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
            written.get(block.text, block) if _is_text(block) else self._same_line(block)
            for block in new
        )
        self.texts = {
            at: normalise(block.text) for at, block in enumerate(self.new) if _is_text(block)
        }
        self.placed: defaultdict[int, list[body.Block]] = defaultdict(list)
        self.notes: list[Message] = []

    def _same_line(self, block: body.Block) -> body.Block:
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
                    self._line(at, block)
                case body.Figure():
                    note = Message(PICTURE_MOVES, {"picture": block.caption or block.alt})
                    self._place(at, block, note)
        blocks = list(self.placed[TOP])
        for at, block in enumerate(self.new):
            blocks += [block, *self.placed[at]]
        return Merged(tuple(blocks), tuple(self.notes))

    def _quote(self, at: int, block: body.PullQuote) -> None:
        if not body.pull_quote_in_text(block.words, self.new):
            self.notes.append(Message(QUOTE_NOT_KEPT, {"words": block.words}))
            return
        before = next((text for text in reversed(self.old[:at]) if _is_text(text)), None)
        if before is None:
            self.placed[TOP].append(block)
            return
        stays = [where for where, text in self.texts.items() if text == _key(before)]
        self.placed[stays[0] if stays else self._words_end(block.words)].append(block)

    def _words_end(self, words: str) -> int:
        """Where the paragraph is that has the words, or in which they end."""
        for at, block in enumerate(self.new):
            if body.pull_quote_in_text(words, [block]):
                return at
        return next(
            at for at in range(len(self.new)) if body.pull_quote_in_text(words, self.new[: at + 1])
        )

    def _line(self, at: int, block: body.AlsoRead) -> None:
        if normalise(block.text) in self.copied:
            self.notes.append(Message(LINE_NOT_KEPT, {"line": block.text}))
        else:
            self._place(at, block, Message(LINE_MOVES, {"line": block.text}))

    def _place(self, at: int, block: body.Block, note: Message) -> None:
        """Put the block after the nearest paragraph above it that survives, or before one below.

        The note says that it moves to the end, where no such paragraph survives.
        """
        above = [text for text in reversed(self.old[:at]) if _is_text(text)]
        below = [text for text in self.old[at + 1 :] if _is_text(text)]
        if not above:
            self.placed[TOP].append(block)
        elif (where := self._nearest(above)) is not None:
            self.placed[where].append(block)
        elif (where := self._nearest(below)) is not None:
            self.placed[where - 1].append(block)
        else:
            self.placed[len(self.new) - 1].append(block)
            self.notes.append(note)

    def _nearest(self, texts: list[body.Block]) -> int | None:
        for text in texts:
            found = process.extractOne(
                _key(text), self.texts, scorer=fuzz.ratio, score_cutoff=ALIKE
            )
            if found:
                return found[2]
        return None


def _is_text(block: body.Block) -> bool:
    return not isinstance(block, body.Keyed | body.Rule)


def _key(block: body.Block) -> str:
    return normalise(block.text)
