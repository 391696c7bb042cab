"""The form of a picture: its file within our limits, and its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files import File
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.models import Picture
from articles.pictures.errors import UnusablePicture
from articles.pictures.files import keep, put_files
from articles.pictures.reading import read_upload
from articles.pictures.xmp import said_of

if TYPE_CHECKING:
    PictureModelForm = forms.ModelForm[Picture]
else:
    PictureModelForm = forms.ModelForm

MAX_BYTES = 25 * 1024 * 1024
#: With the words, and what a browser sends around them.
MAX_FORM_BYTES = MAX_BYTES + 1024 * 1024
ACCEPT = ",".join(f"image/{kind}" for kind in ("jpeg", "png", "gif", "webp", "avif", "tiff"))


class PictureForm(PictureModelForm):
    """A picture with its words. The file is chosen once: what readers saw stays true."""

    image = forms.FileField(
        label=_("Picture file"),
        widget=forms.FileInput(attrs={"accept": ACCEPT}),
        help_text=_(
            "JPEG, PNG, GIF, WebP, AVIF or TIFF. Readers get smaller pictures made from it, which"
            " do not say where and by whom it was taken. Of an animation they see the first frame."
        ),
    )

    class Meta:
        model = Picture
        fields = ("image", "alt", "caption", "credit")
        # In a text it needs neither; the lead picture's own form says that that one does.
        help_texts = {
            "caption": _("Required of a lead picture before publication."),
            "credit": _("Photographer and agency. Required of a lead picture before publication."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields.pop("image", None)

    def clean_image(self) -> File[bytes]:
        image: File[bytes] = self.cleaned_data["image"]
        if image.size > MAX_BYTES:
            raise ValidationError(
                gettext(
                    "This file has %(size)s. Choose one of at most %(most)s, or save it smaller."
                )
                % {"size": filesizeformat(image.size), "most": filesizeformat(MAX_BYTES)}
            )
        return image

    def _post_clean(self) -> None:
        """Read the picture, with its words inside, and write its files if all else is valid.

        Before there is a row: no row is ever without its files, and a full disk is an error of
        this form.
        """
        super()._post_clean()  # type: ignore[misc]
        upload = self.cleaned_data.get("image")
        if self.instance.pk or upload is None:
            return
        try:
            read = read_upload(upload, said_of(self.instance))
            if not self.errors:
                put_files(self.instance, keep(read), read, upload.name)
        except UnusablePicture as error:
            self.add_error("image", str(error))
