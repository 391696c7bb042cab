"""Motifs of culture: stages, shelves, records, vases."""

from math import pi, sin

from articles.demo.drawing.canvas import HEIGHT, WIDTH, Canvas, mix
from articles.demo.drawing.lines import around
from articles.demo.drawing.palettes import Palette


def curtain(canvas: Canvas, of: Palette) -> None:
    """A stage between curtains, with light on it."""
    random = canvas.random
    canvas.wash([of.near, of.far])
    for x in (330, 600, 870):
        foot = x + random.uniform(-120, 120)
        canvas.shape(
            [(x - 16, -20), (x + 16, -20), (foot + 170, 690), (foot - 170, 690)], of.light, 0.2
        )
        canvas.arc((foot, 690), 170, of.light, 4, opacity=0.5, flat=0.2)
    canvas.wash([mix(of.accent, of.near, 0.4), of.near], 650, HEIGHT)
    for n in range(random.randint(3, 5)):
        spot, tall = 400 + n * 105 + random.uniform(-20, 20), random.uniform(130, 185)
        canvas.disc((spot, 690 - tall), 21, of.near)
        canvas.shape(
            [(spot - 14, 718 - tall), (spot + 14, 718 - tall), (spot + 40, 705), (spot - 40, 705)],
            of.near,
        )
        hand = spot + random.choice((-66, 66))
        canvas.line([(spot, 735 - tall), (hand, 690 - tall)], of.near, 13)
    for side in (0, 1):
        for n in range(6):
            x = n * 46 if not side else WIDTH - n * 46 - 46
            tone = mix(of.low, of.near, 0.25 + 0.4 * abs(sin(n * 1.7)))
            hem = [(x, 0), (x + 48, 0), (x + 48 + (6 - n) * 4, HEIGHT), (x - (6 - n) * 4, HEIGHT)]
            canvas.shape(hem, tone)
            canvas.line([(x + 12, 0), (x + 12, HEIGHT)], mix(tone, of.light, 0.2), 5, 0.6)
    for n in range(12):
        canvas.disc((n * 109, 10), 74, mix(of.low, of.near, 0.15 + n % 2 * 0.18))
    canvas.box(0, 0, WIDTH, 26, of.accent)


def shelves(canvas: Canvas, of: Palette) -> None:
    """Shelves full of books."""
    random = canvas.random
    canvas.wash([mix(of.near, of.far, 0.2), of.near])
    tones = [
        of.accent,
        of.far,
        of.light,
        of.low,
        of.high,
        mix(of.accent, of.near, 0.4),
        mix(of.far, of.light, 0.5),
    ]
    for row in range(4):
        floor, x = 190 + row * 200, 10.0
        while x < WIDTH - 10:
            wide, tall, tone = (
                random.uniform(17, 54),
                random.uniform(104, 168),
                random.choice(tones),
            )
            lean = random.random() < 0.08
            if lean and x > 120:
                canvas.shape(
                    [
                        (x + 10, floor),
                        (x + 10 + wide, floor),
                        (x + wide + 46, floor - tall),
                        (x + 46, floor - tall - 6),
                    ],
                    tone,
                )
                x += wide + 50
                continue
            canvas.box(x, floor - tall, wide, tall, tone)
            band = mix(tone, of.near, 0.45)
            for share in random.choice(((0.12, 0.8), (0.2,), (0.12, 0.18, 0.86))):
                canvas.box(x, floor - tall + tall * share, wide, 6, band)
            x += wide + 2 + (random.random() < 0.06) * 40
        canvas.box(0, floor, WIDTH, 15, mix(of.far, of.near, 0.55))
        canvas.box(0, floor + 15, WIDTH, 16, of.near, 0.6)


def record(canvas: Canvas, of: Palette) -> None:
    """A record on its player."""
    random = canvas.random
    canvas.wash([of.high, of.low])
    x, y = random.uniform(430, 560), random.uniform(370, 430)
    for n in range(9):
        canvas.arc((x, y), 380 + n * 62, of.far, 16, opacity=0.5 - n * 0.045)
    canvas.disc((x + 14, y + 20), 346, of.near, 0.35)
    canvas.disc((x, y), 342, of.near)
    for n in range(26):
        canvas.arc((x, y), 150 + n * 7.2, mix(of.near, of.light, 0.22), 1.5)
    for start in (200, 20):
        canvas.arc((x, y), 325, of.light, 170, start, start + 22, 0.09)
    canvas.disc((x, y), 132, of.accent)
    canvas.arc((x, y), 100, of.light, 5)
    canvas.disc((x, y), 15, of.low)
    canvas.line([(1030, 120), (1000, 470), (x + 215, y + 105)], of.near, 26)
    canvas.line([(1030, 120), (1000, 470), (x + 215, y + 105)], of.light, 17)
    canvas.disc((1030, 120), 62, of.near)
    canvas.disc((1030, 120), 36, of.light)


def vases(canvas: Canvas, of: Palette) -> None:
    """Vessels on a table."""
    random = canvas.random
    canvas.wash([of.high, of.low], 0, 620)
    canvas.disc((random.uniform(300, 900), 320), 250, of.light, 0.7)
    canvas.wash([mix(of.far, of.near, 0.2), mix(of.far, of.near, 0.6)], 620, HEIGHT)
    tones = [of.accent, of.near, of.far, of.light, mix(of.accent, of.near, 0.5)]
    for n in range(5):
        x, tall, wide = (
            170 + n * 215 + random.uniform(-25, 25),
            random.uniform(190, 430),
            random.uniform(62, 104),
        )
        belly, neck = random.uniform(0.25, 0.6), random.uniform(0.28, 0.6)
        half = []
        for k in range(31):
            up = k / 30
            bulge = sin(
                pi * min(1, up / (2 * belly))
                if up < belly
                else pi / 2 + (up - belly) / (1 - belly) * pi / 2
            )
            half.append((up, wide * (neck * 0.75 + (1 - neck * 0.75) * max(0, bulge) ** 0.8)))
        half[-1] = (1, half[-2][1] + 9)
        foot, tone = 690 - n % 2 * 22, tones[n]
        canvas.arc((x + 26, foot + 4), wide, of.near, 40, opacity=0.35, flat=0.24)
        canvas.shape(
            [(x - w, foot - tall * up) for up, w in half]
            + [(x + w, foot - tall * up) for up, w in reversed(half)],
            tone,
        )
        for band in range(random.randint(1, 4)):
            up, w = half[8 + band * 4]
            canvas.box(x - w, foot - tall * up, w * 2, 9, mix(tone, of.light, 0.55))
        canvas.shape(
            [(x + w * 0.35, foot - tall * up) for up, w in half]
            + [(x + w, foot - tall * up) for up, w in reversed(half)],
            of.near,
            0.2,
        )


def keys(canvas: Canvas, of: Palette) -> None:
    """The keys of a piano, and rings of sound above them."""
    random = canvas.random
    canvas.wash([of.high, of.low])
    for _ in range(8):
        at = (random.uniform(0, WIDTH), random.uniform(0, 400))
        for n in range(4):
            canvas.arc(at, 34 + n * 36, (of.accent, of.light, of.far, of.near)[n], 9, opacity=0.85)
    canvas.box(0, 440, WIDTH, 60, of.near)
    for n in range(15):
        tone = of.accent if n in (4, 6, 8) else of.light
        canvas.box(n * 82 - 10, 500, 78, 330, mix(tone, of.low, 0.1))
    for n in range(14):
        if n % 7 not in (2, 6):
            canvas.box(n * 82 + 44, 500, 50, 190, of.near, 1, 5)


def windows(canvas: Canvas, of: Palette) -> None:
    """Stained glass: a round window, pane by pane."""
    random = canvas.random
    canvas.wash([of.near, mix(of.near, of.far, 0.35)])
    centre = (600.0, 400.0)
    tones = [of.accent, of.far, of.light, of.low, of.high, mix(of.accent, of.light, 0.5)]
    canvas.glow(centre, 640, of.accent, 0.5)
    rings, count = (372, 268, 160, 66), random.choice((12, 16))
    for n, radius in enumerate(rings):
        outer = around(centre, radius, count * 4, n * 0.13)
        for k in range(count):
            pane = (
                [centre, *outer[k * 4 : k * 4 + 5]]
                if k < count - 1
                else [centre, *outer[k * 4 :], outer[0]]
            )
            canvas.shape(pane, tones[(k * 5 + n * 2 + k // 3) % len(tones)])
        for k in range(count):
            canvas.line([centre, outer[k * 4]], of.near, 8)
        canvas.arc(centre, radius + 6, of.near, 13)
        canvas.disc(centre, (*rings, 0)[n + 1] + 6, of.near)
    canvas.disc(centre, 44, of.light)
    for at in around(centre, 520, 8, 0.39):
        canvas.disc(at, 84, random.choice(tones))
        canvas.arc(at, 88, of.near, 14)
