"""Two versions of a story compared: fields and blocks, word by word. No Django.

Blocks are paired by what they say, by their keys and by similarity. The longest series of pairs in
the same order on both sides stays in place; the others have moved. Drafts, revisions and
published versions are compared in one form, which `articles.writing` makes of them.
"""

from articles.comparison.blocks import BlockChange, Row, Side
from articles.comparison.compare import Difference, Field, Version, compare
from articles.comparison.merge import Merged, merge
from articles.comparison.words import Run

__all__ = [
    "BlockChange",
    "Difference",
    "Field",
    "Merged",
    "Row",
    "Run",
    "Side",
    "Version",
    "compare",
    "merge",
]
