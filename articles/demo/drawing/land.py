"""Motifs of land and sea."""

from math import cos, pi, sin

from articles.demo.drawing.canvas import HEIGHT, WIDTH, Canvas, mix
from articles.demo.drawing.lines import leaf, ridge, swell
from articles.demo.drawing.palettes import Palette


def mountains(canvas: Canvas, of: Palette) -> None:
    """Ridges behind ridges, with a low sun."""
    random = canvas.random
    canvas.wash([of.high, mix(of.high, of.low, 0.6), of.low])
    sun = (random.uniform(250, 950), random.uniform(230, 330))
    canvas.glow(sun, 420, of.light, 0.8)
    canvas.disc(sun, random.uniform(48, 80), of.light)
    for layer in range(5):
        share = layer / 4
        height, rise = 360 + layer * 95, 130 - layer * 14
        tone = mix(mix(of.low, of.far, 0.45 + share / 2), of.near, share**1.6)
        line = ridge(random, height, rise, 0.5)
        canvas.below(line, tone)
        canvas.below([(x, y + 55) for x, y in line], mix(tone, of.low, 0.16), 0.5)


def coast(canvas: Canvas, of: Palette) -> None:
    """The sea with the sun on it, boats, and a headland."""
    random = canvas.random
    horizon = random.uniform(340, 430)
    canvas.wash([of.high, of.low], 0, horizon)
    sun = random.uniform(300, 900)
    canvas.glow((sun, horizon - 60), 380, of.light, 0.9)
    canvas.disc((sun, horizon - 60), 62, of.light)
    canvas.wash([mix(of.far, of.low, 0.35), of.far, of.near], horizon, HEIGHT)
    for row in range(46):
        y = horizon + 6 + row * row * 0.2
        for _ in range(3):
            width = random.uniform(10, 60) * (1 + row / 14)
            x = sun + random.gauss(0, 40 + row * 5)
            canvas.box(x - width / 2, y, width, 1.5 + row / 10, of.light, 0.5, 2)
    side = random.choice((-1, 1))
    base = 0 if side > 0 else WIDTH
    rocks = ridge(random, 90, 60, 0.55)
    canvas.shape(
        [(base, HEIGHT), (base, horizon - 150)]
        + [
            (base + side * n * 8, horizon - 150 + n * 2.7 + y * 0.4)
            for n, (_, y) in enumerate(rocks)
        ]
        + [(base + side * 520, horizon + 30), (base, horizon + 60)],
        mix(of.far, of.near, 0.75),
    )
    for _ in range(random.randint(2, 4)):
        x, y = random.uniform(350, 850), horizon + random.uniform(40, 200)
        size = 14 + (y - horizon) / 4
        canvas.shape(
            [
                (x - size, y),
                (x + size, y),
                (x + size * 0.6, y + size * 0.4),
                (x - size * 0.6, y + size * 0.4),
            ],
            of.near,
        )
        canvas.shape(
            [(x, y - size * 0.1), (x, y - size * 2), (x + size * 0.9, y - size * 0.2)], of.light
        )
        canvas.shape(
            [(x - 3, y - size * 0.1), (x - 3, y - size * 1.6), (x - size * 0.7, y - 2)], of.accent
        )


def turbines(canvas: Canvas, of: Palette) -> None:
    """Wind turbines on hills."""
    random = canvas.random
    canvas.wash([of.high, of.low])
    canvas.glow((random.uniform(200, 1000), 480), 520, of.light, 0.7)
    for layer in range(4):
        share = layer / 3
        tone = mix(mix(of.low, of.far, 0.6), of.near, share)
        line = swell(random, 470 + layer * 85, 60, 1 + layer * 0.4)
        for _ in range(4 - layer):
            x, y = random.choice(line[4:-5])
            _turbine(canvas, x, y + 8, 130 + share * 240, mix(tone, of.light, 0.75))
        canvas.below(line, tone)


def _turbine(canvas: Canvas, x: float, y: float, size: float, fill: str) -> None:
    top = y - size
    canvas.shape(
        [
            (x - size * 0.022, y),
            (x - size * 0.01, top),
            (x + size * 0.01, top),
            (x + size * 0.022, y),
        ],
        fill,
    )
    turn = canvas.random.uniform(0, 2 * pi)
    for blade in range(3):
        canvas.shape(leaf((x, top), size * 0.55, size * 0.06, turn + blade * 2 * pi / 3), fill)
    canvas.disc((x, top), size * 0.025, fill)


def fields(canvas: Canvas, of: Palette) -> None:
    """Fields from above, with a river through them."""
    random = canvas.random
    canvas.wash([of.low, of.far])
    tones = [
        of.far,
        of.low,
        mix(of.far, of.near, 0.5),
        mix(of.low, of.accent, 0.35),
        of.high,
        mix(of.far, of.light, 0.4),
    ]
    lean = random.uniform(-0.35, 0.35)
    y = -260.0
    while y < HEIGHT + 260:
        height, x = random.uniform(90, 190), -320.0
        while x < WIDTH + 320:
            width, tone = random.uniform(110, 300), random.choice(tones)
            corners = [
                (x, y),
                (x + width - 6, y),
                (x + width - 6, y + height - 6),
                (x, y + height - 6),
            ]
            canvas.shape([(a, b + (a - 600) * lean) for a, b in corners], tone)
            if random.random() < 0.65:
                furrows = mix(tone, of.near, 0.28)
                for n in range(int(width // 11)):
                    a = x + 6 + n * 11
                    canvas.line(
                        [(a, y + 5 + (a - 600) * lean), (a, y + height - 12 + (a - 600) * lean)],
                        furrows,
                        2,
                        0.6,
                    )
            x += width
        y += height
    river = [(x, y) for x, y in swell(random, random.uniform(300, 520), 150, 1)]
    canvas.line(river, mix(of.light, of.near, 0.15), 66)
    canvas.line(river, mix(of.high, "#2f7ea8", 0.75), 50)


def steppe(canvas: Canvas, of: Palette) -> None:
    """A wide plain with tents, under clouds."""
    random = canvas.random
    canvas.wash([of.high, of.low], 0, 520)
    for _ in range(9):
        x, y, size = random.uniform(0, WIDTH), random.uniform(60, 330), random.uniform(50, 120)
        for n in range(4):
            canvas.box(
                x + n * size * 0.5 - size, y - n % 2 * 16, size * 1.9, 24 + n * 3, of.light, 0.5, 16
            )
    canvas.below(ridge(random, 450, 60, 0.5), mix(of.far, of.high, 0.6))
    canvas.below(swell(random, 510, 14), mix(of.far, of.low, 0.35))
    for n in range(3):
        canvas.below(swell(random, 560 + n * 75, 26, 1.2), mix(of.far, of.near, 0.12 + n * 0.3))
    for n in range(random.randint(3, 5)):
        x, y = 170 + n * 230 + random.uniform(-60, 60), 585 + random.uniform(-20, 70)
        size = 46 + (y - 560) * 0.45
        canvas.box(x - size, y - size * 0.75, size * 2, size * 0.85, of.light)
        canvas.shape(
            [
                (x - size * 1.05, y - size * 0.72),
                (x - size * 0.2, y - size * 1.3),
                (x + size * 0.2, y - size * 1.3),
                (x + size * 1.05, y - size * 0.72),
            ],
            mix(of.light, of.far, 0.35),
        )
        canvas.box(x - size, y - size * 0.62, size * 2, size * 0.1, of.accent)
        canvas.box(x - size * 0.2, y - size * 0.5, size * 0.4, size * 0.6, of.accent)


def dunes(canvas: Canvas, of: Palette) -> None:
    """Dunes with their shadows."""
    random = canvas.random
    canvas.wash([of.high, of.low])
    canvas.disc((random.uniform(700, 1050), 190), 70, of.light)
    for layer in range(5):
        crest = swell(random, 350 + layer * 95, 70, 0.7 + layer * 0.2)
        tone = mix(of.low, of.far, 0.3 + layer * 0.17)
        canvas.below(crest, tone)
        shadow = [(x - 90 - abs(sin(x / 150)) * 60, y + 100 + 30 * cos(x / 190)) for x, y in crest]
        canvas.shape([*crest, *reversed(shadow)], mix(tone, of.near, 0.35), 0.55)
