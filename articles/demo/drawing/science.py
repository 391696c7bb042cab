"""Motifs of nature and science."""

from math import cos, pi, sin

from articles.demo.drawing.canvas import HEIGHT, WIDTH, Canvas, mix
from articles.demo.drawing.lines import around, leaf, ridge
from articles.demo.drawing.palettes import Palette


def leaves(canvas: Canvas, of: Palette) -> None:
    """Branches with leaves, over a round shape."""
    random = canvas.random
    canvas.wash([of.high, of.low])
    canvas.disc((random.uniform(420, 780), random.uniform(320, 480)), 300, of.light, 0.75)
    tones = [of.far, of.near, mix(of.far, of.near, 0.5), of.accent, mix(of.far, of.light, 0.35)]
    for stem in range(6):
        x, bend = 90 + stem * 205 + random.uniform(-50, 50), random.uniform(-170, 170)
        top = random.uniform(110, 320)
        tone, wide = tones[stem % len(tones)], random.uniform(44, 92)
        points = [(x + bend * (n / 14) ** 2, 830 - (830 - top) * n / 14) for n in range(15)]
        for n, (a, b) in enumerate(points[3:], 3):
            size = random.uniform(130, 190) * (1.25 - n / 18)
            for side in (-1, 1):
                turn = -pi / 2 + side * random.uniform(0.7, 1.05) + bend / 900
                canvas.shape(leaf((a, b), size, wide, turn), tone, 0.95)
                tip = (a + size * 0.8 * cos(turn), b + size * 0.8 * sin(turn))
                canvas.line([(a, b), tip], mix(tone, of.light, 0.4), 2.5, 0.8)
        canvas.line(points, mix(tone, of.near, 0.5), 7)
        canvas.shape(leaf(points[-1], 130, wide, -pi / 2 + bend / 700), tone)


def blossom(canvas: Canvas, of: Palette) -> None:
    """Flowers, seen from above."""
    random = canvas.random
    canvas.wash([of.high, of.low])
    spots = (
        (180, 210, 170.0),
        (560, 450, 235.0),
        (960, 230, 195.0),
        (260, 650, 150.0),
        (930, 660, 165.0),
    )
    for n, (x, y, size) in enumerate(spots):
        at = (x + random.uniform(-40, 40), y + random.uniform(-30, 30))
        for turn in range(3):
            canvas.shape(leaf(at, size * 1.25, size * 0.42, turn * 2.1 + n), of.near, 0.9)
        petals, tone = (
            random.choice((6, 8, 11)),
            (of.accent, of.far, mix(of.accent, of.light, 0.5))[n % 3],
        )
        for ring, share in enumerate((1.0, 0.68)):
            for k in range(petals):
                angle = 2 * pi * (k + ring / 2) / petals
                canvas.shape(
                    leaf(at, size * share, size * 0.42 * share, angle),
                    mix(tone, of.light, 0.12 + ring * 0.3),
                )
        canvas.disc(at, size * 0.2, of.near)
        for dot in around(at, size * 0.13, 9):
            canvas.disc(dot, size * 0.026, of.light)


def cells(canvas: Canvas, of: Palette) -> None:
    """Cells under a microscope."""
    random = canvas.random
    canvas.wash([of.near, of.high])
    canvas.disc((600, 400), 560, of.high)
    canvas.glow((600, 400), 620, of.low, 0.9)
    placed: list[tuple[float, float, float]] = []
    for _ in range(900):
        x, y, size = random.uniform(0, WIDTH), random.uniform(0, HEIGHT), random.uniform(28, 96)
        if all((x - a) ** 2 + (y - b) ** 2 > (size + c + 7) ** 2 for a, b, c in placed):
            placed.append((x, y, size))
    for n, (x, y, size) in enumerate(placed):
        tone = of.accent if n % 6 == 0 else of.far
        canvas.disc((x, y), size, tone, 0.55)
        canvas.arc((x, y), size, of.light, 4, opacity=0.75)
        core = (x + random.uniform(-0.25, 0.25) * size, y + random.uniform(-0.25, 0.25) * size)
        canvas.disc(core, size * 0.38, mix(tone, of.near, 0.55), 0.9)
        canvas.disc((core[0] - size * 0.1, core[1] - size * 0.1), size * 0.12, of.light, 0.8)


def orbits(canvas: Canvas, of: Palette) -> None:
    """Planets on their orbits, among stars."""
    random = canvas.random
    canvas.wash([of.near, of.high])
    _stars(canvas, of, HEIGHT)
    sun = (random.uniform(180, 420), random.uniform(480, 640))
    canvas.glow(sun, 420, of.accent, 0.9)
    canvas.disc(sun, 92, of.light)
    for n in range(6):
        radius = 190 + n * 150
        canvas.arc(sun, radius, of.low, 2.5, opacity=0.9, flat=0.62)
        turn = random.uniform(-1.2, 0.4)
        x, y = sun[0] + radius * cos(turn), sun[1] + radius * 0.62 * sin(turn)
        size = random.uniform(16, 52)
        tone = (of.accent, of.far, of.low, of.light)[n % 4]
        canvas.disc((x, y), size, tone)
        canvas.disc((x + size * 0.18, y - size * 0.14), size * 0.82, mix(tone, of.near, 0.35), 0.5)
        if n == 3:
            canvas.arc((x, y), size * 1.7, of.light, 5, flat=0.34)


def observatory(canvas: Canvas, of: Palette) -> None:
    """A dome on a hill, under the turning sky."""
    random = canvas.random
    canvas.wash([of.near, of.high, of.low])
    pole = (random.uniform(450, 850), random.uniform(120, 240))
    for n in range(70):
        start = random.uniform(0, 360)
        canvas.arc(
            pole,
            20 + n * 13,
            of.light,
            random.uniform(1.2, 3.2),
            start,
            start + random.uniform(14, 55),
            random.uniform(0.25, 0.9),
        )
    canvas.below(ridge(random, 620, 60, 0.5), mix(of.near, of.high, 0.35))
    x, y = random.uniform(300, 820), 640.0
    canvas.glow((x, y - 30), 260, of.accent, 0.45)
    canvas.disc((x, y - 60), 92, of.light)
    canvas.box(x - 92, y - 60, 184, 130, mix(of.light, of.far, 0.35))
    canvas.shape(
        [(x - 16, y - 155), (x + 22, y - 155), (x + 34, y - 60), (x - 20, y - 60)], of.near
    )
    canvas.box(x - 16, y + 4, 32, 60, of.accent)
    canvas.below(ridge(random, 715, 36, 0.5), of.near)


def network(canvas: Canvas, of: Palette) -> None:
    """Points that are connected, some of them alight."""
    random = canvas.random
    canvas.wash([of.high, of.low])
    points = [(random.uniform(30, 1170), random.uniform(30, 770)) for _ in range(80)]
    for n, (x, y) in enumerate(points):
        near = sorted(points, key=lambda p, x=x, y=y: (p[0] - x) ** 2 + (p[1] - y) ** 2)[1:4]  # type: ignore[misc]
        for other in near:
            canvas.line([(x, y), other], of.accent if n % 9 == 0 else of.far, 3, 0.8)
    for n, at in enumerate(points):
        if n % 9 == 0:
            canvas.glow(at, 90, of.accent, 0.7)
        canvas.disc(at, random.uniform(7, 20), of.accent if n % 9 == 0 else of.light)
        canvas.disc(at, 5, of.near)


def depths(canvas: Canvas, of: Palette) -> None:
    """Fish and weed below the surface."""
    random = canvas.random
    canvas.wash([of.light, of.low, of.high, of.near])
    for n in range(7):
        x = n * 190 + random.uniform(-60, 60)
        canvas.shape([(x, 0), (x + 60, 0), (x - 190, HEIGHT), (x - 380, HEIGHT)], of.light, 0.08)
    canvas.below(ridge(random, 690, 50, 0.5), of.near)
    for _ in range(15):
        x, tall = random.uniform(0, WIDTH), random.uniform(110, 300)
        weed = [(x + sin(k / 2.2) * 16, 780 - tall * k / 12) for k in range(13)]
        canvas.line(weed, mix(of.far, of.near, random.random() / 2), 11)
    for n in range(26):
        x, y = random.gauss(600, 260), random.gauss(360, 110)
        size, tone = random.uniform(38, 74), of.accent if n % 5 == 0 else mix(of.far, of.light, 0.3)
        canvas.shape(leaf((x, y), size * 1.5, size * 0.62, 0.1), tone)
        canvas.shape(
            [(x + 4, y), (x - size * 0.45, y - size * 0.3), (x - size * 0.35, y + size * 0.35)],
            tone,
        )
        canvas.disc((x + size * 1.18, y + size * 0.06), size * 0.06, of.near)


def _stars(canvas: Canvas, of: Palette, bottom: float) -> None:
    random = canvas.random
    for _ in range(190):
        at = (random.uniform(0, WIDTH), random.uniform(0, bottom))
        canvas.disc(at, random.uniform(0.8, 3.2), of.light, random.uniform(0.3, 1))
