"""Motifs of sport: pitches, tracks, boards."""

import itertools

from articles.demo.drawing.canvas import HEIGHT, WIDTH, Canvas, mix
from articles.demo.drawing.lines import ridge
from articles.demo.drawing.palettes import Palette


def pitch(canvas: Canvas, of: Palette) -> None:
    """A football pitch from above, with both teams and a move."""
    random = canvas.random
    for n in range(12):
        canvas.box(n * 100, 0, 100, HEIGHT, mix(of.high, of.low, n % 2))
    canvas.glow((600, 400), 760, of.light, 0.16)
    edge, width = of.light, 5
    canvas.line([(70, 60), (1130, 60), (1130, 740), (70, 740), (70, 60)], edge, width)
    canvas.line([(600, 60), (600, 740)], edge, width)
    canvas.arc((600, 400), 110, edge, width)
    canvas.disc((600, 400), 9, edge)
    for side in (70, 1130):
        way = 1 if side == 70 else -1
        for deep, half in ((170, 200), (70, 95)):
            canvas.line(
                [
                    (side, 400 - half),
                    (side + way * deep, 400 - half),
                    (side + way * deep, 400 + half),
                    (side, 400 + half),
                ],
                edge,
                width,
            )
        canvas.disc((side + way * 120, 400), 7, edge)
    move = [(260.0, random.uniform(200, 600))]
    for n in range(5):
        move.append((move[-1][0] + random.uniform(110, 180), random.uniform(150, 650)))
        canvas.line(move[-2:], of.accent, 6, 0.55 + n * 0.09)
    spots = move + [(random.uniform(120, 900), random.uniform(110, 690)) for _ in range(5)]
    others = [(random.uniform(420, 1090), random.uniform(110, 690)) for _ in range(11)]
    for team, tone in ((others, of.near), (spots, of.accent)):
        for x, y in team:
            canvas.disc((x + 5, y + 8), 21, of.near, 0.35)
            canvas.disc((x, y), 21, tone)
            canvas.disc((x, y), 11, mix(tone, of.light, 0.45))
    canvas.disc((move[-1][0] + 36, move[-1][1] - 10), 11, of.light)


def lanes(canvas: Canvas, of: Palette) -> None:
    """The bend of a running track."""
    random = canvas.random
    canvas.wash([mix(of.high, of.near, 0.25), of.high])
    centre = (random.uniform(-120, 60), random.uniform(860, 960))
    canvas.disc(centre, 1260, of.low)
    for n in range(9):
        canvas.arc(centre, 470 + n * 92, of.light, 7)
    canvas.disc(centre, 470, mix("#3f8f57", of.near, 0.25))
    canvas.arc(centre, 470, of.light, 10)
    for n in range(8):
        radius, turn = 516 + n * 92, random.uniform(0.25, 0.95)
        x = centre[0] + radius * (1 - turn**2 / 2)
        y = centre[1] - radius * (turn - turn**3 / 6)
        tone = of.accent if n == 3 else of.near
        canvas.line([(x + 12, y + 24), (x + 70, y + 96)], of.near, 15, 0.3)
        canvas.disc((x, y), 24, tone)
        canvas.disc((x, y - 2), 11, of.light)


def court(canvas: Canvas, of: Palette) -> None:
    """A court in perspective, the ball in the air."""
    random = canvas.random
    canvas.wash([of.near, of.far])
    canvas.shape([(-300, HEIGHT), (330, 190), (870, 190), (1500, HEIGHT)], of.high)
    canvas.shape([(-60, HEIGHT), (390, 215), (810, 215), (1260, HEIGHT)], of.low)
    white = of.light
    for line, width in (
        ([(20, HEIGHT), (405, 215)], 8),
        ([(1180, HEIGHT), (795, 215)], 8),
        ([(405, 215), (795, 215)], 4),
        ([(205, 560), (995, 560)], 8),
        ([(600, 290), (600, 560)], 6),
        ([(330, 290), (870, 290)], 5),
    ):
        canvas.line(line, white, width)
    canvas.shape([(140, 330), (1060, 330), (1060, 430), (140, 430)], of.near, 0.55)
    for n in range(47):
        canvas.line([(140 + n * 20, 330), (140 + n * 20, 430)], white, 1.5, 0.4)
    for n in range(5):
        canvas.line([(140, 350 + n * 20), (1060, 350 + n * 20)], white, 1.5, 0.4)
    canvas.box(136, 322, 928, 14, white)
    x, y = random.uniform(420, 860), random.uniform(130, 240)
    for n in range(9):
        canvas.disc((x - n * 34, y + n * n * 4), 26 - n * 2, of.accent, 0.5 - n * 0.05)
    canvas.disc((x, y), 30, of.accent)
    canvas.arc((x - 24, y - 6), 32, white, 4, 300, 60)
    canvas.disc((x + 40, 640), 34, of.near, 0.3)


def board(canvas: Canvas, of: Palette) -> None:
    """A chess board, leaning away, with a few pieces."""
    random = canvas.random
    canvas.wash([of.near, of.far])
    canvas.glow((600, 150), 620, of.light, 0.4)

    def at(column: float, row: float) -> tuple[float, float]:
        deep = 1 / (1 + (8 - row) * 0.11)
        return 600 + (column - 4) * 190 * deep, 95 + 690 * deep**1.25

    for row in range(9):
        for column in range(-1, 9):
            tone = of.light if (row + column) % 2 else mix(of.high, of.near, 0.25)
            canvas.shape(
                [
                    at(column, row),
                    at(column + 1, row),
                    at(column + 1, row + 1),
                    at(column, row + 1),
                ],
                tone,
            )
    places = sorted(
        {(random.randrange(1, 7), random.randrange(1, 8)) for _ in range(9)},
        key=lambda place: place[1],
    )
    for n, (column, row) in enumerate(places):
        x, y = at(column + 0.5, row + 0.6)
        size = 30 + row * 7
        tone = of.accent if n % 3 == 0 else of.near
        canvas.disc((x + size * 0.4, y + 6), size * 0.8, of.near, 0.3)
        canvas.shape(
            [
                (x - size * 0.72, y),
                (x - size * 0.26, y - size * 1.5),
                (x + size * 0.26, y - size * 1.5),
                (x + size * 0.72, y),
            ],
            tone,
        )
        canvas.box(x - size * 0.8, y - size * 0.2, size * 1.6, size * 0.34, tone, 1, 6)
        canvas.box(x - size * 0.46, y - size * 1.56, size * 0.92, size * 0.16, tone, 1, 4)
        canvas.disc((x, y - size * 1.9), size * 0.44, tone)
        canvas.disc((x - size * 0.14, y - size * 2.02), size * 0.13, of.light, 0.75)


def slope(canvas: Canvas, of: Palette) -> None:
    """A slope with gates, and the tracks of those who went down."""
    random = canvas.random
    canvas.wash([of.high, of.low], 0, 420)
    canvas.below(ridge(random, 230, 110, 0.5), mix(of.far, of.high, 0.4))
    canvas.shape([(-20, 330), (WIDTH + 20, 170), (WIDTH + 20, HEIGHT), (-20, HEIGHT)], of.light)
    canvas.shape(
        [(-20, 560), (WIDTH + 20, 420), (WIDTH + 20, HEIGHT), (-20, HEIGHT)],
        mix(of.light, of.low, 0.55),
    )
    track = [(980.0, 215.0)]
    for n in range(7):
        side = -1 if n % 2 else 1
        track.append((820 - n * 105 + side * (50 + n * 26), 275 + n * 78))
    smooth = [
        ((a[0] * (1 - k) + b[0] * k), (a[1] * (1 - k) + b[1] * k))
        for a, b in itertools.pairwise(track)
        for k in (0.0, 0.25, 0.5, 0.75)
    ]
    canvas.line(smooth, of.far, 12, 0.8)
    canvas.line([(x + 18, y + 4) for x, y in smooth], of.far, 9, 0.6)
    for n, (x, y) in enumerate(track[1:]):
        tall = 60 + n * 15
        tone = of.accent if n % 2 else of.near
        for pole in (-14 - n * 2, 24 + n * 4):
            canvas.line([(x + pole, y + 10), (x + pole, y - tall)], tone, 5 + n * 0.8)
        canvas.shape(
            [
                (x - 14 - n * 2, y - tall),
                (x + 24 + n * 4, y - tall + 8),
                (x + 24 + n * 4, y - tall + 34 + n * 4),
                (x - 14 - n * 2, y - tall + 26 + n * 4),
            ],
            tone,
        )
    for _ in range(16):
        foot = random.uniform(0, WIDTH)
        base = 330 - foot * 0.133 + random.uniform(0, 40)
        height = random.uniform(50, 110)
        for part in range(3):
            wide = height * (0.22 + part * 0.1)
            top = base - height + part * height * 0.28
            canvas.shape(
                [
                    (foot - wide, top + height * 0.45),
                    (foot, top),
                    (foot + wide, top + height * 0.45),
                ],
                of.near,
            )
