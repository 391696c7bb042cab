"""Motifs of numbers: charts, weather maps, seats."""

from math import cos, pi, sin

from articles.demo.drawing.canvas import HEIGHT, WIDTH, Canvas, mix
from articles.demo.drawing.lines import ridge, swell
from articles.demo.drawing.palettes import Palette


def curve(canvas: Canvas, of: Palette) -> None:
    """A curve that rises and falls, over areas in the background."""
    random = canvas.random
    canvas.wash([of.high, of.low])
    _grid(canvas, of)
    for n in range(2):
        line = [(x, y - x * 0.1 * (n + 1)) for x, y in ridge(random, 590 - n * 70, 90, 0.6)]
        canvas.below(line, of.far, 0.35 + n * 0.15)
    line = [(x, y - x * random.choice((0.16, 0.17))) for x, y in ridge(random, 500, 150, 0.55)]
    canvas.line(line, of.near, 15)
    canvas.line(line, of.accent, 8)
    top = min(line[5:-5], key=lambda point: point[1])
    canvas.line([top, (top[0], HEIGHT)], of.near, 3, 0.45)
    canvas.disc(top, 24, of.near)
    canvas.disc(top, 14, of.light)


def columns(canvas: Canvas, of: Palette) -> None:
    """Columns with a roof and a side, one of them another colour."""
    random = canvas.random
    canvas.wash([of.high, of.low])
    _grid(canvas, of)
    count = random.randint(6, 8)
    width, deep = 900 / count * 0.62, 42
    marked = random.randrange(count // 2, count)
    for n in range(count):
        height = 110 + 380 * n / count + random.uniform(-90, 90)
        x, top = 150 + n * 900 / count, 690 - height
        tone = of.accent if n == marked else mix(of.far, of.near, 0.15 + 0.5 * n / count)
        canvas.shape(
            [
                (x + width, top),
                (x + width + deep, top - deep),
                (x + width + deep, 690 - deep),
                (x + width, 690),
            ],
            mix(tone, of.near, 0.45),
        )
        canvas.shape(
            [(x, top), (x + deep, top - deep), (x + width + deep, top - deep), (x + width, top)],
            mix(tone, of.light, 0.45),
        )
        canvas.box(x, top, width, height, tone)
    canvas.box(100, 690, 1000, 5, of.near)


def _grid(canvas: Canvas, of: Palette) -> None:
    for n in range(13):
        canvas.box(n * 100 - 1, 0, 2, HEIGHT, of.far, 0.3)
    for n in range(9):
        canvas.box(0, n * 100 - 1, WIDTH, 2, of.far, 0.3)


def isobars(canvas: Canvas, of: Palette) -> None:
    """A weather map: lines of pressure, a cold front and a warm front."""
    random = canvas.random
    canvas.wash([mix(of.high, of.low, 0.3), of.high])
    coast = ridge(random, 560, 130, 0.6)
    canvas.below(coast, of.far)
    canvas.line(coast, of.light, 3, 0.7)
    low = (random.uniform(330, 560), random.uniform(250, 360))
    high = (random.uniform(820, 1010), random.uniform(360, 520))
    for x, y, step, tone in ((*low, 46, of.light), (*high, 54, of.accent)):
        wobble = [random.uniform(-1, 1) for _ in range(5)]
        for ring in range(1, 8):
            points = []
            for k in range(97):
                turn = 2 * pi * k / 96
                bend = sum(w * sin(turn * (n + 1) + n) for n, w in enumerate(wobble)) * ring * 2.4
                points.append(
                    (
                        x + (ring * step + bend) * 1.25 * cos(turn),
                        y + (ring * step + bend) * 0.85 * sin(turn),
                    )
                )
            canvas.line(points, tone, 3.5, 0.9 - ring * 0.1)
        canvas.disc((x, y), 30, tone)
        canvas.disc((x, y), 19, of.near)
    for n, tone in enumerate((of.accent, of.light)):
        start, bow = (0.35, 1.15) if n else (1.9, 1.0)
        front = [
            (
                low[0] + (140 + k * 13) * cos(start - k * 0.03 * bow),
                low[1] + (110 + k * 9) * sin(start - k * 0.03 * bow),
            )
            for k in range(34)
        ]
        canvas.line(front, tone, 8)
        for k in range(3, 32, 4):
            (x, y), (x2, y2) = front[k], front[k + 1]
            if n:
                canvas.disc(((x + x2) / 2, (y + y2) / 2), 15, tone)
            else:
                canvas.shape(
                    [
                        (x, y),
                        (x2 + (x2 - x), y2 + (y2 - y)),
                        ((x + x2) / 2 + (y2 - y) * 2.2, (y + y2) / 2 - (x2 - x) * 2.2),
                    ],
                    tone,
                )


def seats(canvas: Canvas, of: Palette) -> None:
    """The seats of a parliament, in the colours of its parties."""
    random = canvas.random
    canvas.wash([of.high, of.low])
    centre = (600.0, 700.0)
    canvas.glow((600, 640), 640, of.light, 0.6)
    tones = [of.accent, of.near, of.far, mix(of.accent, of.light, 0.45), mix(of.far, of.light, 0.5)]
    shares = sorted(random.uniform(0.1, 0.9) for _ in range(len(tones) - 1))
    for row in range(8):
        radius = 230 + row * 46
        count = 20 + row * 5
        for n in range(count):
            share = n / (count - 1)
            turn = pi * (1 - share)
            party = sum(share > limit for limit in shares)
            at = (centre[0] + radius * cos(turn), centre[1] - radius * sin(turn))
            canvas.disc(at, 14 + row * 0.7, tones[party])
    canvas.box(470, 640, 260, 24, of.near, 1, 4)
    canvas.box(500, 664, 200, 96, mix(of.near, of.far, 0.25))
    canvas.box(0, 758, WIDTH, 42, of.near)


def waves(canvas: Canvas, of: Palette) -> None:
    """Bands that flow beside each other."""
    random = canvas.random
    canvas.wash([of.high, of.low])
    for n in range(15):
        line = swell(random, 90 + n * 50, 70 + n * 3, 1.1)
        tone = (of.far, of.accent, of.near, of.light)[(n * 3 + n // 4) % 4]
        canvas.below(line, mix(of.low, tone, 0.25 + n * 0.05), 0.8)
