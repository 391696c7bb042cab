"""The form of a picture: its file within our limits, and its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.core.exceptions import ValidationError
from django.core.files import File
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext

from articles.models import Picture

if TYPE_CHECKING:
    PictureModelForm = forms.ModelForm[Picture]
else:
    PictureModelForm = forms.ModelForm

MAX_BYTES = 25 * 1024 * 1024
#: Each takes four bytes of memory while the picture is made smaller.
MAX_PIXELS = 80_000_000


class PictureForm(PictureModelForm):
    """A picture with its words."""

    class Meta:
        model = Picture
        fields = ("image", "alt", "caption", "credit")
        widgets = {"image": forms.FileInput}

    def clean_image(self) -> File[bytes]:
        image: File[bytes] = self.cleaned_data["image"]
        if "image" not in self.changed_data:
            return image
        if image.size > MAX_BYTES:
            raise ValidationError(
                gettext(
                    "This file has %(size)s. Choose one of at most %(most)s, or save it smaller."
                )
                % {"size": filesizeformat(image.size), "most": filesizeformat(MAX_BYTES)}
            )
        width, height = self.cleaned_data["image"].image.size
        if width * height > MAX_PIXELS:
            raise ValidationError(
                gettext(
                    "This picture measures %(width)s by %(height)s pixels. Save it smaller, with at"
                    " most %(most)s million pixels."
                )
                % {"width": width, "height": height, "most": MAX_PIXELS // 1_000_000}
            )
        return image
