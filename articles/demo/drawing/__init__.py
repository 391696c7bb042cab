"""Pictures drawn by code: a motif in a palette, the same one for the same seed.

Motifs are functions that draw on a canvas; they stand together by what they show.
"""

from articles.demo.drawing.draw import MOTIFS, draw
from articles.demo.drawing.palettes import PALETTES

__all__ = ["MOTIFS", "PALETTES", "draw"]
