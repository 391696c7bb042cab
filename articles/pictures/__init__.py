"""Pictures: taken in within limits, and what pages need to show of them."""

from articles.pictures.add import add_picture, check_add_picture
from articles.pictures.data import picture_data
from articles.pictures.form import PictureForm

__all__ = ["PictureForm", "add_picture", "check_add_picture", "picture_data"]
