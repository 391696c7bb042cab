"""Where in a text the words of a pull quote are."""

from bisect import bisect_right
from collections.abc import Sequence

from articles import body
from articles.text import straighten

_QUOTES = str.maketrans("", "", "\"'")
#: Places of the same letters to look at: mostly, they are parts of other words.
MOST_PLACES = 10


class Said:
    """Blocks in which words are looked for often: their letters are joined only once."""

    def __init__(self, blocks: Sequence[body.Block]) -> None:
        self.blocks = blocks
        self.starts: list[int] = []
        parts, start = [], 0
        for block in blocks:
            text = "" if isinstance(block, body.Keyed | body.Rule) else _plain(block.text)
            self.starts.append(start)
            parts.append(f"{text} " if text else "")
            start += len(parts[-1])
        self.text = "".join(parts)

    def end_of(self, words: str) -> int | None:
        """Return the first block with the words, or else the one in which they end, or None."""
        sought, start, over = _plain(words), -1, None
        for _ in range(MOST_PLACES):
            start = self.text.find(sought, start + 1) if sought else -1
            if start < 0:
                break
            first, last = self._block_at(start), self._block_at(start + len(sought) - 1)
            if body.pull_quote_in_text(words, self.blocks[first : last + 1]):
                if first == last:
                    return last
                over = last if over is None else over
        else:
            if over is None and body.pull_quote_in_text(words, self.blocks):
                return len(self.blocks) - 1
        return over

    def _block_at(self, letter: int) -> int:
        return bisect_right(self.starts, letter) - 1


def _plain(text: str) -> str:
    return " ".join(straighten(text).translate(_QUOTES).split())
