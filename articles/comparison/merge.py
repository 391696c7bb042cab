"""A new text for a body, joined with what editors placed in the old one."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process

from articles import body
from articles.text import N_, Message, normalise

#: How similar two paragraphs must be, in per cent, to be one that was edited.
ALIKE = 70.0
TOP = -1
QUOTE_GOES = N_("The pull quote “%(words)s” is dropped: its words are not in the new copy.")
LINK_GOES = N_(
    "The related link “%(text)s” is dropped: it came with the old copy and is not in the new one."
)
LINK_MOVES = N_(
    "The related link “%(text)s” moves to the end: no paragraph beside it is in the new copy."
)
PICTURE_MOVES = N_(
    "The picture “%(name)s” moves to the end: no paragraph beside it is in the new copy."
)


@dataclass(frozen=True, slots=True)
class Merged:
    """The blocks of the new body, and what could not be kept, or not in its place."""

    blocks: tuple[body.Block, ...]
    notes: tuple[Message, ...]


def merge(old: str, new: str, copied: Collection[str] = ()) -> Merged:
    """Return the new text with the pull quotes, pictures and links placed in the old one.

    A paragraph with the same words keeps its bold, italic and links. `copied` are the inline
    links that came with earlier copy, label included: they go where the new copy drops them.
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
        blocks = list(self.placed[TOP])
        for at, block in enumerate(self.new):
            blocks += [block, *self.placed[at]]
        return Merged(tuple(blocks), tuple(self.notes))

    def _quote(self, at: int, block: body.PullQuote) -> None:
        if not body.pull_quote_in_text(block.words, self.new):
            self.notes.append(Message(QUOTE_GOES, {"words": block.words}))
            return
        before = next((text for text in reversed(self.old[:at]) if _is_text(text)), None)
        if before is None:
            self.placed[TOP].append(block)
            return
        stays = [where for where, text in self.texts.items() if text == _key(before)]
        self.placed[stays[0] if stays else self._words_end(block.words)].append(block)

    def _words_end(self, words: str) -> int:
        """Return where the paragraph is that has the words, or in which they end."""
        for at, block in enumerate(self.new):
            if body.pull_quote_in_text(words, [block]):
                return at
        return next(
            at for at in range(len(self.new)) if body.pull_quote_in_text(words, self.new[: at + 1])
        )

    def _inline_link(self, at: int, block: body.AlsoRead) -> None:
        if normalise(block.text) in self.copied:
            self.notes.append(Message(LINK_GOES, {"text": block.text}))
        else:
            self._place(at, block, Message(LINK_MOVES, {"text": block.text}))

    def _place(self, at: int, block: body.Block, moves: Message) -> None:
        """Put the block after the nearest surviving paragraph above it, or before one below."""
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
            self.notes.append(moves)

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
