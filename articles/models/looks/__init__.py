"""How pictures are cut, and the files made from them."""

from articles.models.looks.crop import PictureCrop
from articles.models.looks.file import PictureFile
from articles.models.looks.look import PictureLook, Shape

__all__ = ["PictureCrop", "PictureFile", "PictureLook", "Shape"]
