"""Lines that look as if nature had drawn them."""

import itertools
from math import cos, pi, sin
from random import Random

from articles.demo.drawing.canvas import WIDTH, Point


def ridge(random: Random, height: float, rise: float, rough: float = 0.55) -> list[Point]:
    """Return a broken line across the picture around `height`, by halving it again and again."""
    line = [height + random.uniform(-rise, rise) / 2, height + random.uniform(-rise, rise) / 2]
    while len(line) < 65:
        between = [(a + b) / 2 + random.uniform(-rise, rise) for a, b in itertools.pairwise(line)]
        line = [y for pair in zip(line, between, strict=False) for y in pair] + [line[-1]]
        rise *= rough
    step = (WIDTH + 40) / (len(line) - 1)
    return [(n * step - 20, y) for n, y in enumerate(line)]


def swell(random: Random, height: float, rise: float, waves: float = 2) -> list[Point]:
    """Return a soft line across the picture around `height`."""
    phases = [(random.uniform(0, 2 * pi), random.uniform(0.6, 1.4)) for _ in range(3)]
    return [
        (
            x,
            height
            + rise * sum(sin(x / WIDTH * 2 * pi * waves * of + phase) for phase, of in phases) / 3,
        )
        for x in range(-20, WIDTH + 40, 20)
    ]


def around(at: Point, radius: float, count: int, turn: float = 0) -> list[Point]:
    """Return points on a circle, at equal distances."""
    x, y = at
    return [
        (x + radius * cos(turn + 2 * pi * n / count), y + radius * sin(turn + 2 * pi * n / count))
        for n in range(count)
    ]


def leaf(at: Point, length: float, width: float, angle: float) -> list[Point]:
    """Return the outline of a leaf that grows from a point, its angle in radians."""
    x, y = at
    along, across = (cos(angle), sin(angle)), (-sin(angle), cos(angle))
    upper = [(n / 16, sin(pi * (n / 16) ** 0.8) * width / 2) for n in range(17)]
    outline = upper + [(far, -wide) for far, wide in reversed(upper)]
    return [
        (
            x + along[0] * far * length + across[0] * wide,
            y + along[1] * far * length + across[1] * wide,
        )
        for far, wide in outline
    ]
