"""The form of a picture: its file within our limits, and its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files import File
from django.template.defaultfilters import filesizeformat
from django.template.loader import render_to_string
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.models import PICTURE_RIGHTS, PICTURE_WORDS, Picture
from articles.pictures.embedded import embedded_words
from articles.pictures.errors import TooBusy, UnusablePicture
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
#: What is typed of a picture, in the order of forms.
SAID = (*PICTURE_WORDS, *PICTURE_RIGHTS)
ACCEPT = ",".join(f"image/{kind}" for kind in ("jpeg", "png", "gif", "webp", "avif", "tiff"))


class LicenceInput(forms.TextInput):
    """A licence in any words, with the usual ones to choose from."""

    template_name = "admin/articles/picture/licence.html"
    USUAL = (
        _("Agency subscription"),
        _("Single use, paid"),
        _("Handout"),
        _("Own picture"),
        "CC BY 4.0",
        "CC BY-SA 4.0",
        "CC0 1.0",
        _("Public domain"),
    )

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """Return what the template needs, with the usual licences."""
        context: dict[str, Any] = super().get_context(name, value, attrs)
        context["widget"]["attrs"]["list"] = f"{context['widget']['attrs'].get('id', name)}-usual"
        return context | {"usual": self.USUAL}

    def _render(self, template_name: str, context: dict[str, Any], renderer: Any = None) -> str:
        # From the project's templates, which the renderer of forms does not know.
        return render_to_string(template_name, context)


class PictureForm(PictureModelForm):
    """A picture with its words. The file is chosen once: what readers saw stays true."""

    image = forms.FileField(
        label=_("Picture file"),
        widget=forms.FileInput(attrs={"accept": ACCEPT}),
        help_text=_(
            "JPEG, PNG, GIF, WebP, AVIF or TIFF. Readers get smaller pictures made from it, which"
            " do not say where and by whom it was taken. Of an animation they see the first frame."
            " What you leave empty below is filled in from the file, where it says so."
        ),
    )

    class Meta:
        model = Picture
        fields = ("image", *SAID)
        widgets = {
            "alt": forms.Textarea({"rows": 2, "dir": "auto"}),
            "caption": forms.Textarea({"rows": 2, "dir": "auto"}),
            "credit": forms.TextInput({"dir": "auto", "class": "vTextField"}),
            "copyright": forms.TextInput({"dir": "auto", "class": "vTextField"}),
            "licence": LicenceInput({"dir": "auto", "class": "vTextField"}),
            # In the form that browsers want, whatever the language.
            "licence_until": forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
            "usage_limits": forms.TextInput({"dir": "auto", "class": "vTextField"}),
        }
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
        """Return the file. Raise ValidationError if it is too large."""
        image: File[bytes] = self.cleaned_data["image"]
        if image.size > MAX_BYTES:
            raise ValidationError(
                gettext(
                    "This file has %(size)s. Choose one of at most %(most)s, or save it smaller."
                )
                % {"size": filesizeformat(image.size), "most": filesizeformat(MAX_BYTES)}
            )
        return image

    def clean(self) -> dict[str, Any]:
        """Fill in what nobody typed from what the file says."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        upload = cleaned.get("image") if "image" in self.fields else None
        if upload:
            upload.seek(0)
            said = embedded_words(upload.read())
            upload.seek(0)
            cleaned |= {name: value for name, value in said.items() if not cleaned.get(name)}
        return cleaned

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
            code = "busy" if isinstance(error, TooBusy) else "unusable"
            self.add_error("image", ValidationError(str(error), code))
