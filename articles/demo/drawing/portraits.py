"""Portraits of people who do not exist."""

from math import pi

from articles.demo.drawing.canvas import HEIGHT, Canvas, mix
from articles.demo.drawing.lines import leaf
from articles.demo.drawing.palettes import Palette

SKINS = ("#8d5524", "#c68642", "#e0ac69", "#f1c27d", "#ffdbac", "#5c3a21")
HAIRS = ("#1d1a1a", "#3b2417", "#6a3d1f", "#a9a39b", "#b5702d")


def portrait(canvas: Canvas, of: Palette) -> None:
    """A head with shoulders, in front of a disc and leaves."""
    random = canvas.random
    skin, hair = random.choice(SKINS), random.choice(HAIRS)
    canvas.wash([of.high, of.low])
    canvas.disc((600, 400), 330, of.light, 0.65)
    for n in range(9):
        for side in (-1, 1):
            turn = -pi / 2 + side * (0.5 + n * 0.16)
            canvas.shape(leaf((600 + side * 150, 640), 330, 62, turn), of.far, 0.55)
    is_long = random.random() < 0.5
    if is_long:
        canvas.box(438, 250, 324, random.uniform(300, 400), hair, 1, 150)
    else:
        canvas.disc((600, 300), 158, hair)
    canvas.box(552, 470, 96, 150, mix(skin, of.near, 0.22), 1, 40)
    canvas.box(340, 590, 520, HEIGHT, of.near, 1, 130)
    canvas.shape([(530, 592), (600, 690), (670, 592)], of.accent)
    canvas.box(472, 232, 256, 310, skin, 1, 126)
    fringe = random.choice((0.36, 0.5, 0.64))
    edge = 472 + 256 * fringe
    canvas.shape([(462, 330), (470, 226), (600, 178), (730, 226), (738, 330), (edge, 262)], hair)
    canvas.disc((600, 226), 78, hair)
    for x in (546, 654):
        canvas.disc((x, 378), 11, of.near)
        canvas.arc((x, 366), 34, hair, 8, 215, 325)
    if random.random() < 0.45:
        for x in (546, 654):
            canvas.arc((x, 380), 42, of.near, 7)
        canvas.line([(588, 378), (612, 378)], of.near, 7)
    canvas.line([(600, 392), (588, 438), (606, 442)], mix(skin, of.near, 0.3), 6)
    canvas.arc((600, 446), 52, mix(skin, "#9c2f2f", 0.55), 9, 30, 150)
