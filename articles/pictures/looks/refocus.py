"""Say what must not be cut off a picture, and what each shape shows of it."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext

from articles.core import NewsroomError, NotAllowed, NotPossible, locked, refuse
from articles.models import Picture, PictureCrop, PictureLook, Shape
from articles.people import permissions
from articles.pictures.looks.crop_box import Box, crop_box, crops_by_hand
from articles.pictures.tasks import make_look_later
from newsroom.accounts.models import User


def check_refocus(picture: Picture, *, by: User) -> NewsroomError | None:
    """Return why `by` cannot change how the picture is cut; None if it is possible."""
    if not permissions.can_change_pictures(by):
        return NotAllowed(gettext("You may not change how pictures are cropped."))
    if picture.is_gone:
        return NotPossible(
            gettext("The files of this picture have been deleted, so it cannot be cropped.")
        )
    return None


def cropping_shown(picture: Picture) -> str:
    """Return what a form that shows how the picture is cut has to carry."""
    boxes = sorted(crops_by_hand(picture).items())
    parts = [f"{picture.focus_x} {picture.focus_y}"]
    return "/".join([*parts, *(" ".join(map(str, (shape, *box))) for shape, box in boxes)])


@transaction.atomic
def refocus(
    picture: Picture,
    focus: tuple[float, float],
    by_hand: Mapping[Shape, Box],
    *,
    by: User,
    shown: str | None = None,
) -> Picture:
    """Save the focal point and the crops by hand, and return the picture.

    All are fractions of the picture. Pages show the picture that way once the files are made, in
    the background. `shown` is what a page showed, if a person was asked. Raise `NotAllowed`, and
    `NotPossible` if it is no longer so, if the picture is gone, or if a part lies outside of it.
    """
    picture = locked(picture)
    refuse(check_refocus(picture, by=by))
    if shown is not None and shown != cropping_shown(picture):
        raise NotPossible(
            gettext(
                "Somebody else has changed the cropping since you opened this page, so nothing was"
                " saved. To save yours all the same, save again."
            )
        )
    refuse(check_inside(focus, by_hand))
    picture.focus_x, picture.focus_y = focus
    picture.save(update_fields=["focus_x", "focus_y"])
    picture.crops.all().delete()
    PictureCrop.objects.bulk_create(
        PictureCrop(picture=picture, shape=shape, **box._asdict()) for shape, box in by_hand.items()
    )
    PictureLook.objects.filter(picture=picture).update(recipe=0)
    make_look_later(picture)
    return picture


def check_inside(focus: tuple[float, float], by_hand: Mapping[Shape, Box]) -> NotPossible | None:
    """Return what lies outside of the picture; None if nothing does."""
    if not all(0 <= one <= 1 for one in focus):
        return NotPossible(gettext("The focal point must lie inside the picture."))
    for shape, box in by_hand.items():
        if not (
            box.x >= 0
            and box.y >= 0
            and 0 < box.width <= 1 - box.x + 1e-9
            and 0 < box.height <= 1 - box.y + 1e-9
        ):
            return NotPossible(
                gettext("The crop of %(shape)s must lie inside the picture.")
                % {"shape": shape.label}
            )
    return None


def box_by_hand(shape: Shape, size: tuple[int, int], x: float, y: float, width: float) -> Box:
    """Return the part of this width from this corner on: its height is that of the shape.

    `size` is that of the picture in pixels; all else are fractions of it.
    """
    largest = crop_box(shape, size, (0.5, 0.5))
    return Box(x, y, width, width * largest.height / largest.width)
