"""Pictures: taken in within limits, what pages need to show of them, and how they are taken down.

An upload is read once (`reading`), by what is inside and not by its name. Kept are the original,
in a storage that is never served, and the renditions, without metadata, under random names.
"""

from articles.pictures.add import add_picture, add_read_picture, check_add_picture
from articles.pictures.check_usable import check_usable
from articles.pictures.data import picture_data
from articles.pictures.delete import delete_picture
from articles.pictures.errors import UnusablePicture
from articles.pictures.files import keep
from articles.pictures.form import ACCEPT, MAX_BYTES, MAX_FORM_BYTES, SAID, PictureForm
from articles.pictures.looks.crop_box import Box, box_of, crop_box, crops_by_hand
from articles.pictures.looks.joined import (
    Look,
    body_with_formats,
    cut_picture,
    looks_of,
    whole_picture,
)
from articles.pictures.looks.refocus import box_by_hand, check_refocus, cropping_shown, refocus
from articles.pictures.public import is_public, picture_of
from articles.pictures.reading import ReadPicture, read_picture
from articles.pictures.reword import check_reword, reword
from articles.pictures.stray_files import YOUNG, incomplete_pictures, stray_files
from articles.pictures.take_down import check_take_down, check_take_down_unused, take_down
from articles.pictures.uses import (
    Use,
    check_licences,
    gone_pictures,
    is_seen,
    is_used,
    lock_pictures,
    slots_seen,
    uses_in,
)
from articles.pictures.xmp import Said, said_of

__all__ = [
    "ACCEPT",
    "MAX_BYTES",
    "MAX_FORM_BYTES",
    "SAID",
    "YOUNG",
    "Box",
    "Look",
    "PictureForm",
    "ReadPicture",
    "Said",
    "UnusablePicture",
    "Use",
    "add_picture",
    "add_read_picture",
    "body_with_formats",
    "box_by_hand",
    "box_of",
    "check_add_picture",
    "check_licences",
    "check_refocus",
    "check_reword",
    "check_take_down",
    "check_take_down_unused",
    "check_usable",
    "crop_box",
    "cropping_shown",
    "crops_by_hand",
    "cut_picture",
    "delete_picture",
    "gone_pictures",
    "incomplete_pictures",
    "is_public",
    "is_seen",
    "is_used",
    "keep",
    "lock_pictures",
    "looks_of",
    "picture_data",
    "picture_of",
    "read_picture",
    "refocus",
    "reword",
    "said_of",
    "slots_seen",
    "stray_files",
    "take_down",
    "uses_in",
    "whole_picture",
]
