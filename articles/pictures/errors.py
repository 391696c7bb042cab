"""Why a file cannot become a picture."""

from articles.core import NewsroomError


class UnusablePicture(NewsroomError):
    """The file is no picture, is damaged or is too large; the message says which."""


class TooBusy(UnusablePicture):
    """Other pictures are being read: the same file may become a picture in a moment."""
