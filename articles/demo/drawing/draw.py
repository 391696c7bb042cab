"""Draw a picture."""

from io import BytesIO
from random import Random

from articles.demo.drawing import graphs, land, portraits, science, sport, stage, town
from articles.demo.drawing.canvas import Canvas
from articles.demo.drawing.palettes import PALETTES

#: What can be drawn, by the names that stories use.
MOTIFS = {
    motif.__name__: motif
    for motif in (
        *(land.mountains, land.coast, land.turbines, land.fields, land.steppe, land.dunes),
        *(town.skyline, town.harbour, town.bridge, town.rails, town.streets),
        *(graphs.curve, graphs.columns, graphs.isobars, graphs.seats, graphs.waves),
        *(sport.pitch, sport.lanes, sport.court, sport.board, sport.slope),
        *(science.leaves, science.blossom, science.cells, science.orbits),
        *(science.observatory, science.network, science.depths),
        portraits.portrait,
        *(stage.curtain, stage.shelves, stage.record, stage.vases, stage.keys, stage.windows),
    )
}


def draw(motif: str, palette: str, seed: int) -> bytes:
    """Return a picture as JPEG. Raise KeyError if there is no such motif or palette."""
    canvas = Canvas(Random(f"{motif} {palette} {seed}"))  # noqa: S311 - it draws, and guards nothing
    MOTIFS[motif](canvas, PALETTES[palette])
    file = BytesIO()
    canvas.finished().save(file, "JPEG", quality=90)
    return file.getvalue()
