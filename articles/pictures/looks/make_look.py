"""Make what pages show of a picture beside its renditions: crops, and newer formats."""

from __future__ import annotations

import logging
from typing import Any

from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Q
from PIL import Image

from articles.core import clock, locked
from articles.models import Picture, PictureFile, PictureLook, Rendition, Shape, originals
from articles.pictures.errors import UnusablePicture
from articles.pictures.files import rendition_name, stem_of, write
from articles.pictures.looks.crop_box import Box, box_of, crops_by_hand
from articles.pictures.looks.cutting import cut, in_format, needed_width, working_image
from articles.pictures.looks.recipe import FORMATS, ON_PAGES, RECIPE, WHOLE
from articles.pictures.reading import encoded, its_turn
from articles.pictures.xmp import said_of, xmp_of

#: Seconds to wait for an upload that this process is reading; the task comes again later.
PATIENCE = 60.0
logger = logging.getLogger(__name__)


def pictures_to_make() -> Any:
    """Return the pictures whose look is missing or is to be made again, newest first."""
    missing = Q(look=None) | ~Q(look__recipe=RECIPE)
    return Picture.objects.filter(missing, taken_down_at=None).exclude(image="").order_by("-pk")


def make_look(picture: Picture) -> None:
    """Make the files, and let pages show them at once, when all are there.

    Files with new names are noted as unused first, so that those of a process that is killed here
    are removed one day. Raise OSError if the storage fails.
    """
    by_hand = crops_by_hand(picture)
    boxes = {shape: box_of(picture, shape, by_hand) for shape in Shape}
    with its_turn(PATIENCE):
        try:
            shapes = _Making(picture, boxes).shapes()
        except (FileNotFoundError, UnusablePicture) as error:
            # As with an original that was lost: pages go on showing the renditions.
            logger.warning("Picture %s could not be cut: %s", picture.pk, error)
            shapes = {}
    _show(picture, boxes, shapes)


@transaction.atomic
def _show(picture: Picture, boxes: dict[Shape, Box], shapes: dict[str, Any]) -> None:
    now = clock.now()
    present = locked(picture)
    by_hand = crops_by_hand(present)
    if present.is_gone or any(box_of(present, shape, by_hand) != boxes[shape] for shape in Shape):
        # It was taken down, or has another focal point by now, for which its own task comes.
        return
    whole = {stem_of(one["name"]) for one in present.renditions}
    shown = whole | {stem_of(one["name"]) for made in shapes.values() for one in made["files"]}
    present.files.filter(stem__in=shown).update(unused_since=None)
    present.files.filter(unused_since=None).exclude(stem__in=shown).update(unused_since=now)
    PictureLook.objects.update_or_create(
        picture=present, defaults={"shapes": shapes, "recipe": RECIPE}
    )


class _Making:
    """The files of one picture, while they are made."""

    def __init__(self, picture: Picture, boxes: dict[Shape, Box]) -> None:
        self.picture, self.boxes = picture, boxes
        self.xmp = xmp_of(said_of(picture))
        look = PictureLook.objects.filter(picture=picture).first()
        #: What a change of the focal point leaves as it is.
        self.whole_types: list[str] = (
            look.shapes.get(WHOLE, {}).get("types", []) if look and look.shapes else []
        )

    def shapes(self) -> dict[str, Any]:
        """Return the files of each shape, as `PictureLook` has them."""
        with originals().open(str(self.picture.image)) as original:
            data = original.read()
        cut_out = {shape: box for shape, box in self.boxes.items() if not box.is_whole}
        renditions: list[Rendition] = self.picture.renditions
        image = working_image(data, needed_width(cut_out.items(), renditions[-1]["width"]))
        whole = {"files": renditions, "types": self.whole_types or self._whole(image, renditions)}
        made: dict[str, Any] = {WHOLE: whole}
        for shape in Shape:
            made[shape] = self._shape(image, shape) if shape in cut_out else whole
        return made

    def _whole(self, image: Image.Image, renditions: list[Rendition]) -> list[str]:
        smaller = image
        for one in reversed(renditions):
            size = (one["width"], one["height"])
            if smaller.size != size:
                smaller = smaller.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
            self._in_formats(smaller, one["name"])
        return _types_beside(renditions)

    def _shape(self, image: Image.Image, shape: Shape) -> dict[str, Any]:
        files: list[Rendition] = []
        for part in cut(image, shape, self.boxes[shape]):
            made = encoded(part, self.xmp)
            name = rendition_name(made)
            PictureFile.objects.create(
                stem=stem_of(name), picture=self.picture, unused_since=clock.now()
            )
            write(default_storage, name, made.data)
            if shape in ON_PAGES:
                self._in_formats(part, name)
            files.insert(0, Rendition(name=name, width=made.width, height=made.height))
        return {"files": files, "types": _types_beside(files) if shape in ON_PAGES else []}

    def _in_formats(self, image: Image.Image, name: str) -> None:
        for suffix in FORMATS:
            other = f"{stem_of(name)}.{suffix}"
            if other != name:
                # One may be left of a process that was killed.
                default_storage.delete(other)
                write(default_storage, other, in_format(image, suffix, self.xmp))


def _types_beside(files: list[Rendition]) -> list[str]:
    """Return the formats that exist beside the files, which have one of them at most."""
    own = {one["name"].rpartition(".")[2] for one in files}
    return [suffix for suffix in FORMATS if suffix not in own]
