"""The form of a picture that is there already."""

from articles.desk.people.opened import OpenedForm
from articles.pictures import PictureForm


class OpenedPictureForm(OpenedForm, PictureForm):
    """The form of a picture, which saves nothing over what somebody else has changed since."""
