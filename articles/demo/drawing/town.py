"""Motifs of towns: houses, harbours, bridges, rails."""

import itertools

from articles.demo.drawing.canvas import HEIGHT, WIDTH, Canvas, mix
from articles.demo.drawing.lines import swell
from articles.demo.drawing.palettes import Palette


def skyline(canvas: Canvas, of: Palette) -> None:
    """Towers behind towers, with lights in their windows."""
    random = canvas.random
    canvas.wash([of.high, of.low])
    canvas.glow((random.uniform(200, 1000), 560), 560, of.light, 0.55)
    for layer in range(3):
        tone = mix(mix(of.low, of.far, 0.7), of.near, layer / 2)
        x = -30.0
        while x < WIDTH:
            width = random.uniform(56, 120)
            height = random.uniform(160, 470) - layer * 70
            top = 720 - height + layer * 60
            canvas.box(x, top, width, HEIGHT, tone)
            if random.random() < 0.3:
                canvas.box(x + width / 2 - 3, top - 60, 6, 62, tone)
            elif random.random() < 0.35:
                canvas.shape([(x, top), (x + width / 2, top - 46), (x + width, top)], tone)
            if layer:
                _windows(canvas, of, x, top, width)
            x += width + random.choice((0, 4, 18))


def _windows(canvas: Canvas, of: Palette, x: float, top: float, width: float) -> None:
    random = canvas.random
    columns = int(width // 17)
    for row in range(int((HEIGHT - top) // 24)):
        for column in range(columns):
            if random.random() < 0.36:
                light = of.accent if random.random() < 0.12 else of.light
                canvas.box(
                    x + 7 + column * (width - 8) / columns,
                    top + 14 + row * 24,
                    8,
                    12,
                    light,
                    random.uniform(0.45, 0.95),
                )


def harbour(canvas: Canvas, of: Palette) -> None:
    """Cranes and containers at the water."""
    random = canvas.random
    canvas.wash([of.high, of.low], 0, 600)
    canvas.glow((random.uniform(300, 900), 420), 420, of.light, 0.6)
    for n in range(3):
        x, tone = 140 + n * 390 + random.uniform(-40, 40), mix(of.far, of.near, 0.35 + n * 0.28)
        for leg in (0, 110):
            canvas.box(x + leg, 250, 14, 350, tone)
        canvas.box(x - 10, 330, 144, 14, tone)
        canvas.line([(x - 190, 236), (x + 280, 236)], tone, 14)
        canvas.line([(x - 180, 232), (x + 56, 110), (x + 270, 232)], tone, 5)
        canvas.box(x + 48, 110, 16, 132, tone)
        hook = x - random.uniform(40, 160)
        canvas.line([(hook, 240), (hook, 380)], tone, 3)
        canvas.box(hook - 34, 380, 68, 30, of.accent)
    tones = [of.accent, of.light, of.far, mix(of.accent, of.near, 0.35), mix(of.far, of.light, 0.5)]
    for column in range(13):
        for row in range(random.randint(1, 4)):
            tone = random.choice(tones)
            x, y = column * 96 - 14, 560 - row * 44
            canvas.box(x, y, 92, 42, tone)
            for rib in range(7):
                canvas.box(x + 8 + rib * 12, y + 5, 3, 32, mix(tone, of.near, 0.35), 0.5)
    canvas.box(0, 600, WIDTH, 26, of.near)
    canvas.wash([mix(of.far, of.near, 0.3), of.near], 626, HEIGHT)
    for _ in range(90):
        width = random.uniform(30, 170)
        canvas.box(
            random.uniform(-50, WIDTH), random.uniform(640, 790), width, 3, of.light, 0.16, 1
        )


def bridge(canvas: Canvas, of: Palette) -> None:
    """A bridge with arches over a river, and its reflection."""
    random = canvas.random
    canvas.wash([of.high, of.low], 0, 520)
    canvas.glow((random.uniform(300, 900), 380), 460, of.light, 0.7)
    for layer in range(2):
        canvas.below(swell(random, 400 + layer * 50, 50, 1.3), mix(of.low, of.far, 0.5 + layer / 2))
    canvas.wash([mix(of.low, of.far, 0.55), of.far, of.near], 520, HEIGHT)
    deck, count = random.uniform(300, 340), random.choice((4, 5))
    span = WIDTH / count
    for side, opacity in ((1, 1.0), (-1, 0.35)):

        def mirrored(y: float, side: int = side) -> float:
            return y if side > 0 else 1040 - y

        for n in range(-1, count + 1):
            left = n * span + span * 0.1
            inner = [
                (left + span * 0.8 * k / 24, mirrored(525 - 165 * (1 - (k / 12 - 1) ** 2) ** 0.5))
                for k in range(25)
            ]
            edge = [
                (left + span * 0.8, mirrored(deck)),
                (left + span * 0.9, mirrored(deck)),
                (left + span * 0.9, mirrored(525)),
                (left + span * 0.8, mirrored(525)),
            ]
            canvas.shape(edge, of.near, opacity)
            canvas.shape(
                [
                    (left - span * 0.1, mirrored(525)),
                    (left - span * 0.1, mirrored(deck)),
                    (left + span * 0.9, mirrored(deck)),
                    *reversed(inner),
                ],
                of.near,
                opacity,
            )
        canvas.box(0, min(mirrored(deck), mirrored(deck - 16)), WIDTH, 16, of.accent, opacity)
    for n in range(6):
        x = n * 220 + 60
        canvas.box(x, deck - 74, 5, 60, of.near)
        canvas.glow((x + 2, deck - 78), 50, of.light, 0.7)
        canvas.disc((x + 2, deck - 78), 8, of.light)
    for _ in range(70):
        canvas.box(
            random.uniform(0, WIDTH),
            random.uniform(535, 790),
            random.uniform(30, 150),
            3,
            of.light,
            0.2,
            1,
        )


def rails(canvas: Canvas, of: Palette) -> None:
    """Tracks that run to the horizon."""
    random = canvas.random
    canvas.wash([of.high, of.low], 0, 380)
    eye = (random.uniform(420, 780), 370.0)
    canvas.glow(eye, 480, of.light, 0.9)
    canvas.below(swell(random, 365, 26, 2), mix(of.low, of.far, 0.7))
    canvas.wash([mix(of.far, of.low, 0.4), of.far, of.near], 378, HEIGHT)
    for start in (-260, 330, 920):
        for n in range(26):
            share = (n / 26) ** 2.4
            y = 380 + share * 440
            middle = eye[0] + (start + 130 - eye[0]) * share
            half = 6 + share * 210
            canvas.box(middle - half, y, half * 2, 2 + share * 22, mix(of.near, of.far, 0.25))
        for rail in (0, 260):
            foot = start + rail
            canvas.shape(
                [(eye[0], 378), (foot - 11, HEIGHT + 20), (foot + 11, HEIGHT + 20)], of.light
            )
    for n in range(7):
        share = (n / 7) ** 2 + 0.02
        x, y = eye[0] + 700 * share, 380 + share * 380
        canvas.line([(x, y), (x, y - 560 * share)], of.near, 2 + 9 * share)
        canvas.line(
            [(x + 3, y - 540 * share), (x - 230 * share, y - 500 * share)], of.near, 1 + 6 * share
        )
    canvas.line([(eye[0], 372), (WIDTH, -80)], of.near, 2)
    canvas.disc((eye[0], 366), 9, of.accent)


def streets(canvas: Canvas, of: Palette) -> None:
    """The map of a town that does not exist, with a route."""
    random = canvas.random
    canvas.wash([of.high, of.low])
    lean = random.uniform(-0.25, 0.25)

    def at(x: float, y: float) -> tuple[float, float]:
        return x + (y - 400) * lean, y - (x - 600) * lean

    xs, ys = [-320.0], [-320.0]
    while xs[-1] < WIDTH + 320:
        xs.append(xs[-1] + random.uniform(60, 150))
    while ys[-1] < HEIGHT + 320:
        ys.append(ys[-1] + random.uniform(50, 120))
    for left, right in itertools.pairwise(xs):
        for top, bottom in itertools.pairwise(ys):
            green = random.random() < 0.12
            tone = (
                mix(of.far, "#5e9c63", 0.6) if green else mix(of.low, of.far, random.random() / 2)
            )
            corners = (
                (left + 7, top + 7),
                (right - 7, top + 7),
                (right - 7, bottom - 7),
                (left + 7, bottom - 7),
            )
            canvas.shape([at(*one) for one in corners], tone)
    river = swell(random, random.uniform(250, 550), 170, 0.9)
    canvas.line(river, of.light, 84)
    canvas.line(river, mix(of.high, "#4a9cc7", 0.7), 68)
    x, y = random.choice(xs[3:6]), random.choice(ys[3:5])
    route = [at(x, y)]
    for _ in range(4):
        x = min((one for one in xs if one > x + 120), default=x)
        route.append(at(x, y))
        y = random.choice(ys[4:-4])
        route.append(at(x, y))
    canvas.line(route, of.near, 18)
    canvas.line(route, of.accent, 11)
    for stop in (route[0], route[-1]):
        canvas.disc(stop, 24, of.near)
        canvas.disc(stop, 13, of.light)
