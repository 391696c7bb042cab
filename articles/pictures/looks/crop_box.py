"""Which part of a picture a shape shows."""

from typing import NamedTuple

from articles.models import Picture, Shape
from articles.pictures.looks.recipe import NEAR


class Box(NamedTuple):
    """A part of a picture, in fractions of it, from its upper left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def is_whole(self) -> bool:
        """Whether it is all of the picture, but for rounding."""
        return self.width >= 1 - NEAR and self.height >= 1 - NEAR


def crop_box(shape: Shape, size: tuple[int, int], focus: tuple[float, float]) -> Box:
    """Return the largest part in this shape, with the focal point as near its middle as possible.

    `size` is that of the picture in pixels, as it is shown.
    """
    width, height = size
    part = shape.ratio * height / width
    across, down = (part, 1.0) if part < 1 else (1.0, 1 / part)
    return Box(_start(focus[0], across), _start(focus[1], down), across, down)


def _start(focus: float, part: float) -> float:
    return min(max(focus - part / 2, 0.0), 1.0 - part)


def box_of(picture: Picture, shape: Shape, by_hand: dict[str, Box]) -> Box:
    """Return what the shape shows of the picture: its crop by hand, if `by_hand` has one."""
    size = (picture.width or 1, picture.height or 1)
    return by_hand.get(shape) or crop_box(shape, size, (picture.focus_x, picture.focus_y))


def crops_by_hand(picture: Picture) -> dict[str, Box]:
    """Return the parts that were chosen by hand, by shape."""
    return {
        shape: Box(*box)
        for shape, *box in picture.crops.values_list("shape", "x", "y", "width", "height")
    }
