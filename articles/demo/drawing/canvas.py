"""A canvas on which motifs are drawn: shapes with smooth edges, washes of colour, and grain."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from random import Random

from PIL import Image, ImageChops, ImageDraw

#: In the units that motifs use, however large the canvas draws.
WIDTH, HEIGHT = 1200, 800
#: Shapes are drawn larger and then made smaller, so that their edges are smooth. What comes out is
#: as wide as a page shows it: 960 pixels.
_FINE, _SMALLER = 1.6, 2
Point = tuple[float, float]
Colour = tuple[int, int, int]


def colour(code: str) -> Colour:
    """Return the colour of a code like “#1d3557”."""
    return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)


def mix(one: str, other: str, share: float) -> str:
    """Return a colour between two, with this share of the other."""
    pairs = zip(colour(one), colour(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


class Canvas:
    """A picture under construction; opacity goes from 0 to 1."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self._image = Image.new("RGB", (round(WIDTH * _FINE), round(HEIGHT * _FINE)))
        # Blending takes several times as long.
        self._opaque = ImageDraw.Draw(self._image)
        self._blending = ImageDraw.Draw(self._image, "RGBA")

    def _draw(self, opacity: float) -> ImageDraw.ImageDraw:
        return self._opaque if opacity == 1 else self._blending

    def wash(self, colours: Sequence[str], top: float = 0, bottom: float = HEIGHT) -> None:
        """Fill from `top` to `bottom` with colours that pass into each other."""
        strip = Image.new("RGB", (1, len(colours)))
        strip.putdata([colour(one) for one in colours])
        tall = max(1, round((bottom - top) * _FINE))
        strip = strip.resize((1, tall), Image.Resampling.BICUBIC)
        wide = strip.resize((self._image.width, tall), Image.Resampling.NEAREST)
        self._image.paste(wide, (0, round(top * _FINE)))

    def glow(self, at: Point, radius: float, fill: str, opacity: float = 1) -> None:
        """Light around a point, which fades towards the radius."""
        side = round(radius * 2 * _FINE)
        light = Image.radial_gradient("L").point(
            lambda value: 255 * opacity * max(0, 1 - value / 180) ** 1.5
        )
        corner = (round((at[0] - radius) * _FINE), round((at[1] - radius) * _FINE))
        self._image.paste(
            colour(fill),
            (*corner, corner[0] + side, corner[1] + side),
            light.resize((side, side), Image.Resampling.BILINEAR),
        )

    def shape(self, points: Iterable[Point], fill: str, opacity: float = 1) -> None:
        """Fill the shape between the points."""
        self._draw(opacity).polygon([_fine(one) for one in points], _ink(fill, opacity))

    def below(self, line: Iterable[Point], fill: str, opacity: float = 1) -> None:
        """Fill what lies below a line that goes from left to right."""
        points = list(line)
        self.shape([*points, (points[-1][0], HEIGHT), (points[0][0], HEIGHT)], fill, opacity)

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: str,
        opacity: float = 1,
        corner: float = 0,
    ) -> None:
        """Fill a rectangle with its upper left corner at x, y."""
        ends = [_fine((x, y)), _fine((x + width, y + height))]
        self._draw(opacity).rounded_rectangle(ends, corner * _FINE, _ink(fill, opacity))

    def disc(self, at: Point, radius: float, fill: str, opacity: float = 1) -> None:
        """Fill a circle."""
        x, y = at
        ends = [_fine((x - radius, y - radius)), _fine((x + radius, y + radius))]
        self._draw(opacity).ellipse(ends, _ink(fill, opacity))

    def arc(
        self,
        at: Point,
        radius: float,
        fill: str,
        width: float,
        start: float = 0,
        end: float = 360,
        opacity: float = 1,
        flat: float = 1,
    ) -> None:
        """Draw a part of a circle, in degrees clockwise from the right; `flat` presses it."""
        x, y = at
        ends = [_fine((x - radius, y - radius * flat)), _fine((x + radius, y + radius * flat))]
        self._draw(opacity).arc(ends, start, end, _ink(fill, opacity), round(width * _FINE))

    def line(self, points: Iterable[Point], fill: str, width: float, opacity: float = 1) -> None:
        """Draw a line through the points."""
        fine = [_fine(one) for one in points]
        self._draw(opacity).line(fine, _ink(fill, opacity), round(width * _FINE), joint="curve")

    def finished(self) -> Image.Image:
        """Return the picture, with a grain like that of printed paper."""
        small = self._image.reduce(_SMALLER)
        width, height = small.width // 2, small.height // 2
        noise = Image.frombytes("L", (width, height), self.random.randbytes(width * height))
        grain = noise.resize(small.size, Image.Resampling.BILINEAR)
        return Image.blend(small, ImageChops.soft_light(small, grain.convert("RGB")), 0.22)


def _fine(point: Point) -> Point:
    return point[0] * _FINE, point[1] * _FINE


def _ink(fill: str, opacity: float) -> tuple[int, int, int, int]:
    return *colour(fill), round(opacity * 255)
